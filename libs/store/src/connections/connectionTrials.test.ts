/**
 * Trials of stored credentials: each with one holder, bound to the credential it was claimed with,
 * and in history where it is news.
 */
import {
  requireAccepted,
  aDatabase,
  anOccurrence,
  aPartner,
  requireDone,
  OPERATOR,
  type TestDatabase,
  type TestPartner,
  MAX_WAIT_MILLISECONDS,
} from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  ClaimedTrial,
  ConnectionRecord,
  NewConnection,
  OrganizationRecord,
  Store,
  TrialOutcome,
} from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let organization: OrganizationRecord;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.query('delete from connection');
  organization = await partner.organization();
  await connect('sandbox-first');
});

const mutate = <T>(work: Parameters<typeof partner.store.mutate<T>>[1]) =>
  partner.store.mutate({ principal: OPERATOR.principal, operation: 'test', input: null }, work);
async function connect(clientSecret: string): Promise<void> {
  const connection: NewConnection = {
    kind: 'adobe',
    connection: { clientId: 'client', clientSecret, scopes: ['openid'] },
  };
  requireAccepted(
    await mutate(async (unit) =>
      requireDone(await unit.connections.set(organization.id, connection, anOccurrence())),
    ),
  );
}
const shown = async (): Promise<ConnectionRecord> =>
  (await partner.store.connections([organization.id]))[0]!;
/** A trial is due by the machine's clock, which may be set back between two of them. */
const claim = (): Promise<ClaimedTrial> =>
  vi.waitFor(
    async () => {
      const [trial] = await store.trials.claim(10);
      expect(trial).toBeDefined();
      return trial!;
    },
    { timeout: MAX_WAIT_MILLISECONDS },
  );
const outcome = (result: TrialOutcome['result'], of: Partial<TrialOutcome> = {}): TrialOutcome => ({
  ...{ result, code: null, message: null, status: null, againAfterSeconds: null },
  ...of,
});
const refused = outcome('failed', {
  code: 'invalid_client',
  message: 'invalid client_secret parameter',
  status: 401,
  againAfterSeconds: 0,
});
const written = async (): Promise<unknown[]> => {
  const { edges } = await partner.store.history(
    { first: 20 },
    { organizationId: organization.id, kind: ['connectionVerified', 'connectionFailed'] },
  );
  return edges.map(({ node }) => [node.kind, node.actor, node.data]);
};

describe('a credential that was stored', () => {
  it('is untried, and its trial is given to one worker', async () => {
    expect(await shown()).toMatchObject({
      kind: 'adobe',
      clientId: 'client',
      scopes: ['openid'],
      state: 'NOT_TRIED',
      checkedAt: null,
    });
    const second = await database.store();
    const claims = (
      await Promise.all([store, second, store, second].map((each) => each.trials.claim(10)))
    ).flat();
    expect(claims).toEqual([
      expect.objectContaining({ organizationId: organization.id, kind: 'adobe', attempts: 1 }),
    ]);
    await store.trials.release(claims[0]!);
    expect(await claim()).toMatchObject({ attempts: 2 });
  });

  it('is taken over when its worker is gone', async () => {
    await claim();
    await database.query(
      `update connection set trial_lease_until = clock_timestamp() - interval '1 second'`,
    );
    expect(await claim()).toMatchObject({ organizationId: organization.id });
  });

  it('is connected or failed, with the cloud’s own code and message', async () => {
    expect(await store.trials.record(await claim(), refused)).toBe(true);
    expect(await shown()).toMatchObject({
      state: 'FAILED',
      code: 'invalid_client',
      message: 'invalid client_secret parameter',
    });
    expect((await shown()).checkedAt).not.toBeNull();
    expect(await store.trials.record(await claim(), outcome('connected'))).toBe(true);
    expect(await shown()).toMatchObject({
      state: 'CONNECTED',
      code: null,
      message: null,
      nextCheckAt: null,
    });
    const failure = {
      status: 401,
      code: 'invalid_client',
      message: 'invalid client_secret parameter',
    };
    expect(await written()).toEqual([
      ['connectionVerified', 'Keyway worker', { cloud: 'Adobe', clientId: 'client' }],
      ['connectionFailed', 'Keyway worker', { cloud: 'Adobe', clientId: 'client', failure }],
    ]);
    expect(await partner.store.verifyHistory(organization.id)).toMatchObject({ ok: true });
  });

  it('writes a failure that stays to history once', async () => {
    for (let trial = 0; trial < 3; trial += 1) await store.trials.record(await claim(), refused);
    expect(await written()).toHaveLength(1);
    await store.trials.record(await claim(), { ...refused, code: 'invalid_scope' });
    expect(await written()).toHaveLength(2);
  });
});

describe('a late worker', () => {
  it('leaves the credential that was stored meanwhile untried', async () => {
    const late = await claim();
    await mutate(async (unit) =>
      requireDone(await unit.connections.remove(organization.id, 'adobe', anOccurrence())),
    );
    await connect('sandbox-second');
    expect(await store.trials.record(late, refused)).toBe(false);
    expect(await shown()).toMatchObject({ state: 'NOT_TRIED', code: null });
    expect(await written()).toEqual([]);
    expect(await claim()).toMatchObject({ attempts: 1 });
  });

  it('leaves what its successor found out', async () => {
    const late = await claim();
    await database.query(
      `update connection set trial_lease_until = clock_timestamp() - interval '1 second'`,
    );
    await store.trials.record(await claim(), outcome('connected'));
    expect(await store.trials.record(late, refused)).toBe(false);
    expect(await shown()).toMatchObject({ state: 'CONNECTED' });
  });

  it('brings back no connection that was removed', async () => {
    const late = await claim();
    await database.query('delete from connection');
    expect(await store.trials.record(late, outcome('connected'))).toBe(false);
    expect(await partner.store.connections([organization.id])).toEqual([]);
  });
});

describe('another trial', () => {
  it('is due for a credential that an earlier version of the program stored', async () => {
    await store.trials.record(await claim(), outcome('connected'));
    await database.query(`update connection set sealed = '\\x00'`);
    expect(await shown()).toMatchObject({ state: 'NOT_TRIED', checkedAt: null });
    expect(await claim()).toBeDefined();
  });

  it('is due when somebody asks, and what was known no longer counts', async () => {
    await store.trials.record(await claim(), outcome('connected'));
    requireAccepted(
      await mutate(async (unit) =>
        requireDone(await unit.connections.requestTrial(organization.id, 'adobe')),
      ),
    );
    expect(await shown()).toMatchObject({ state: 'NOT_TRIED' });
    await store.trials.record(await claim(), outcome('connected'));
    expect(await written()).toHaveLength(2);
    expect(
      requireAccepted(
        await mutate((unit) => unit.connections.requestTrial(organization.id, 'azure')),
      ),
    ).toMatchObject({
      refusal: { code: 'CLOUD_NOT_CONNECTED', field: ['kind'] },
    });
  });

  it('is due when a call was refused, of a connection that counts as connected', async () => {
    await store.trials.scheduleRetrial(partner.of(organization.id), 'adobe');
    const first = await claim();
    await store.trials.record(first, outcome('connected'));
    expect(await store.trials.claim(10)).toEqual([]);
    await store.trials.scheduleRetrial(partner.of(organization.id), 'adobe');
    await store.trials.record(
      await claim(),
      outcome('undecided', { message: 'No answer', againAfterSeconds: 0 }),
    );
    expect(await shown()).toMatchObject({ state: 'NOT_TRIED', message: 'No answer' });
    await store.trials.record(await claim(), refused);
    await store.trials.record(
      await claim(),
      outcome('undecided', { message: 'No answer', againAfterSeconds: 0 }),
    );
    expect(await shown()).toMatchObject({ state: 'FAILED', code: 'invalid_client' });
  });

  it('wakes a worker at once', async () => {
    await store.trials.record(await claim(), outcome('connected'));
    expect(await store.trials.claim(10)).toEqual([]);
    const woken = store.trials.waitForWork(AbortSignal.timeout(60_000));
    await connect('sandbox-second');
    await woken;
    expect(await claim()).toBeDefined();
  });
});

describe('of an archived organization', () => {
  const archive = async () =>
    requireAccepted(
      await mutate(async (unit) =>
        requireDone(await unit.organizations.archive(organization.id, null, anOccurrence())),
      ),
    );
  const restore = async () =>
    requireAccepted(
      await mutate(async (unit) =>
        requireDone(await unit.organizations.restore(organization.id, anOccurrence())),
      ),
    );

  it('nothing is tried, and no worker is kept busy by what is due', async () => {
    await archive();
    expect(await store.trials.claim(10)).toEqual([]);
    // What is due here wakes nobody. A notification of an earlier change may still arrive: each
    // ends one wait, and only so many were sent.
    let waitedToTheEnd = false;
    for (let wakeUps = 0; wakeUps < 10 && !waitedToTheEnd; wakeUps += 1) {
      const timeout = AbortSignal.timeout(500);
      await store.trials.waitForWork(timeout);
      waitedToTheEnd = timeout.aborted;
      expect(await store.trials.claim(10)).toEqual([]);
    }
    expect(waitedToTheEnd).toBe(true);
    const asked = requireAccepted(
      await mutate((unit) => unit.connections.requestTrial(organization.id, 'adobe')),
    );
    expect(asked).toMatchObject({ refusal: { code: 'CONFLICT', field: ['organizationId'] } });
  });

  it('what is due is tried once it is restored', async () => {
    await archive();
    expect(await store.trials.claim(10)).toEqual([]);
    const woken = store.trials.waitForWork(AbortSignal.timeout(60_000));
    await restore();
    await woken;
    expect(await claim()).toMatchObject({ organizationId: organization.id, kind: 'adobe' });
  });
});
