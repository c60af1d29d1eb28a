/** A store whose answers to COMMIT are lost or late: what it did is done once, and it knows. */
import { randomUUID } from 'node:crypto';
import type { Store } from '@keyway/store';
import {
  aDatabase,
  aPartner,
  OPERATOR,
  WORKER,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCommitProxy, type CommitFault, type CommitProxy } from './commitProxy.ts';
import { startPostgresProxy } from './postgresProxy.ts';

let database: TestDatabase;
let proxy: CommitProxy;
let store: Store;
let partner: TestPartner;
/** Taken from the front, one an answer to COMMIT. */
let faults: CommitFault[] = [];

beforeAll(async () => {
  database = await aDatabase();
  proxy = await startCommitProxy(database.url, () => faults.shift() ?? null);
  partner = await aPartner(database, await database.store());
  store = await database.store({ url: proxy.url });
});
afterAll(async () => {
  await database.close();
  await proxy.close();
});

const aRunId = async (): Promise<string> =>
  (await partner.run((await partner.organization()).id)).run.id;
const attested = {
  kind: 'stepAttested',
  data: { track: 'AEP', step: 'ENTITLEMENT', statement: 'Bought.', reference: null },
} as const;
const attestation = () => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  actor: OPERATOR,
  ...attested,
});
const entries = async (runId: string): Promise<number> =>
  (
    await database.query<{ entries: number }>(
      'select count(*)::int as entries from history_entry where run_id = $1',
      [runId],
    )
  )[0]!.entries;

it('a change whose COMMIT was not answered is made once, and known as made', async () => {
  const runId = await aRunId();
  const before = proxy.faults();
  faults = [{ kind: 'cut' }];
  expect(await store.system().advance(runId, attestation())).toMatchObject({
    applied: false,
    repeated: true,
  });
  expect(proxy.faults()).toBe(before + 1);
  expect(await entries(runId)).toBe(2);
});

it('a change whose COMMIT is answered late is made once', async () => {
  const runId = await aRunId();
  faults = [{ kind: 'late', seconds: 1 }];
  expect(await store.system().advance(runId, attestation())).toMatchObject({ applied: true });
  expect(await entries(runId)).toBe(2);
});

it('what is recorded under a lease, and what ends an effect, stands though its COMMIT was not answered', async () => {
  const runId = await aRunId();
  await store.system().advance(runId, attestation());
  const effect = (await store.queue.claim(50)).find((claimed) => claimed.runId === runId)!;
  const data = { track: 'AEP', step: 'APP_REGISTRATION' } as const;
  const recorded = {
    id: randomUUID(),
    at: new Date().toISOString(),
    actor: WORKER,
    kind: 'verificationRequested',
    data,
  } as const;
  faults = [{ kind: 'cut' }];
  expect(await store.system().advance(runId, recorded, { underLease: effect.lease })).toMatchObject(
    { repeated: true },
  );
  expect(await store.queue.heartbeat(effect.lease)).toBe(true);
  const denied = {
    kind: 'denied',
    message: 'no',
    status: 403,
    code: null,
    permission: 'read',
    retryAfterSeconds: null,
  } as const;
  const facts = {
    step: 'APP_REGISTRATION',
    registration: { outcome: 'unreadable', failure: denied },
  } as const;
  const seen = {
    track: 'AEP',
    facts,
    attempt: 0,
    waitingSince: recorded.at,
    timeScale: 1,
  } as const;
  const ended = {
    id: randomUUID(),
    at: recorded.at,
    actor: WORKER,
    kind: 'factsObserved',
    data: seen,
  } as const;
  // The effect was requested again: the write by what is known writes nothing, the next one does.
  faults = [null, { kind: 'cut' }];
  expect(await store.system().advance(runId, ended, { fromEffect: effect.lease })).toMatchObject({
    repeated: true,
  });
  expect((await store.system().run(runId))!.run.tracks.AEP.steps.APP_REGISTRATION).toMatchObject({
    status: 'WAITING',
    observing: false,
  });
  expect(await database.query('select lease_token from effect where run_id = $1', [runId])).toEqual(
    [{ lease_token: null }],
  );
});

it('lost work that is begun again by an unanswered COMMIT is begun once', async () => {
  const runId = await aRunId();
  await store.system().advance(runId, attestation());
  await database.query('delete from effect where run_id = $1', [runId]);
  faults = [{ kind: 'cut' }];
  await store.system().resumeLostWork(WORKER);
  const resumed = await database.query(
    `select 1 from history_entry where run_id = $1 and kind = 'workResumed'`,
    [runId],
  );
  expect(resumed).toHaveLength(1);
  expect(await database.query('select generation from effect where run_id = $1', [runId])).toEqual([
    { generation: 1 },
  ]);
});

it('a write of the store bears the name of what it writes', async () => {
  const runId = await aRunId();
  const names: string[] = [];
  const watched = await startPostgresProxy(database.url, ({ name, isWrite }, when) => {
    if (isWrite && when === 'before') names.push(name);
    return Promise.resolve('pass');
  });
  const through = await database.store({ url: watched.through(database.url) });
  await through.system().advance(runId, attestation());
  await through.close();
  await watched.close();
  expect(names.some((name) => /advance_write\w* stepAttested AEP\/ENTITLEMENT$/.test(name))).toBe(
    true,
  );
});
