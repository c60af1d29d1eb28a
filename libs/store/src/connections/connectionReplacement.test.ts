/**
 * Another credential than the stored one: used only once its trial succeeded, whoever comes late
 * and whichever version of the program writes.
 */
import {
  aDatabase,
  anOccurrence,
  aPartner,
  OPERATOR,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClaimedTrial,
  ConnectionRecord,
  NewConnection,
  Store,
  TrialOutcome,
  UnitOfWork,
} from '../index.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let organizationId: string;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.query('delete from connection');
  ({ id: organizationId } = await partner.organization());
});

const mutate = async (
  work: (unit: UnitOfWork) => Promise<object | { refusal: unknown }>,
): Promise<void> => {
  const request = { principal: OPERATOR.principal, operation: 'test', input: null };
  requireAccepted(
    await partner.store.mutate(request, async (unit) => requireDone(await work(unit))),
  );
};
const azure = (clientSecret: string, access: 'READ' | 'WRITE' = 'READ'): NewConnection => ({
  kind: 'azure',
  connection: { tenantId: TENANT, subscriptionId: null, clientId: TENANT, clientSecret, access },
});
const connect = (clientSecret: string, access?: 'READ' | 'WRITE', by = anOccurrence()) =>
  mutate((unit) => unit.connections.set(organizationId, azure(clientSecret, access), by));
const disconnect = () =>
  mutate((unit) => unit.connections.remove(organizationId, 'azure', anOccurrence()));
const withdraw = () =>
  mutate((unit) => unit.connections.withdrawReplacement(organizationId, 'azure', anOccurrence()));

const shown = async (): Promise<ConnectionRecord | undefined> =>
  (await partner.store.connections([organizationId])).find(({ kind }) => kind === 'azure');
/** What the worker acts with. */
const used = async (): Promise<unknown> =>
  (await store.system().connections(partner.of(organizationId))).azure;
const claimAll = (): Promise<ClaimedTrial[]> => store.trials.claim(10);
const claim = async (replaces: boolean): Promise<ClaimedTrial> =>
  (await claimAll()).find(({ replacement }) => (replacement !== null) === replaces)!;
const outcome = (result: TrialOutcome['result'], of: Partial<TrialOutcome> = {}): TrialOutcome => ({
  ...{ result, code: null, message: null, status: null, againAfterSeconds: null },
  ...of,
});
const refused = outcome('failed', {
  ...{ code: 'AADSTS7000215', message: 'Invalid client secret', status: 401, againAfterSeconds: 0 },
});
async function kinds(): Promise<string[]> {
  const page = await partner.store.history({ first: 30 }, { organizationId });
  return page.edges.map(({ node }) => node.kind);
}
/** A credential that works. */
async function connected(access?: 'READ' | 'WRITE'): Promise<void> {
  await connect('sandbox-former', access);
  await store.trials.record(await claim(false), outcome('connected'));
}
const leaseEnds = () =>
  database.query(
    `update connection_replacement set trial_lease_until = clock_timestamp() - interval '1 second'`,
  );

describe('another credential', () => {
  it('is not used before it worked, then in place of the former, also by the open run', async () => {
    await connected();
    const started = await partner.run(organizationId);
    const maker = anOccurrence();
    await connect('sandbox-latter', 'WRITE', maker);
    expect(await used()).toMatchObject({ clientSecret: 'sandbox-former', access: 'READ' });
    expect(await shown()).toMatchObject({
      state: 'CONNECTED',
      replacement: { state: 'PENDING', access: 'WRITE', clientId: TENANT },
    });
    const trial = await claim(true);
    expect((await store.system().triedConnection(trial)).azure).toMatchObject({
      clientSecret: 'sandbox-latter',
    });
    expect(await store.trials.record(trial, outcome('connected'))).toBe(true);
    expect(await used()).toMatchObject({ clientSecret: 'sandbox-latter', access: 'WRITE' });
    expect(await shown()).toMatchObject({
      state: 'CONNECTED',
      nextCheckAt: null,
      replacement: null,
    });
    const { run } = (await store.system().run(started.run.id))!;
    expect(run.connections.azure).toMatchObject({ access: 'WRITE' });
    expect((await kinds()).slice(0, 4)).toEqual([
      ...['connectionVerified', 'connectionsChanged', 'azureConnected', 'replacementStored'],
    ]);
    const page = await partner.store.history({ first: 4 }, { organizationId });
    const [verified, , replaced] = page.edges.map(({ node }) => node);
    expect(verified!.actor).toBe('Keyway worker');
    expect(replaced).toMatchObject({ principal: maker.actor.principal, data: { replaced: true } });
    expect(JSON.stringify(page)).not.toContain('sandbox-');
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({ ok: true });
  });

  it('that is refused loses nothing, says why once, and works when it is accepted later', async () => {
    await connected();
    await connect('sandbox-latter');
    for (let trials = 0; trials < 3; trials += 1)
      expect(await store.trials.record(await claim(true), refused)).toBe(true);
    expect(await used()).toMatchObject({ clientSecret: 'sandbox-former' });
    expect(await shown()).toMatchObject({
      state: 'CONNECTED',
      replacement: { state: 'FAILED', code: 'AADSTS7000215', message: 'Invalid client secret' },
    });
    expect((await kinds()).filter((kind) => kind === 'replacementFailed')).toHaveLength(1);
    const unreachable = outcome('undecided', { message: 'No answer', againAfterSeconds: 0 });
    await store.trials.record(await claim(true), unreachable);
    expect((await shown())!.replacement).toMatchObject({ state: 'FAILED', code: 'AADSTS7000215' });
    await store.trials.record(await claim(true), outcome('connected'));
    expect(await used()).toMatchObject({ clientSecret: 'sandbox-latter' });
  });

  it('takes no place that its successor, a withdrawal or a removal took from it', async () => {
    await connected();
    const takenAway = [
      () => connect('sandbox-third'),
      withdraw,
      async () => {
        await disconnect();
        await connected();
      },
    ];
    for (const change of takenAway) {
      await connect('sandbox-second');
      const late = await claim(true);
      await change();
      expect((await store.system().triedConnection(late)).azure).toBeNull();
      expect(await store.trials.record(late, outcome('connected'))).toBe(false);
      expect(await store.trials.record(late, refused)).toBe(false);
      expect(await used()).toMatchObject({ clientSecret: 'sandbox-former' });
      await withdraw();
    }
    expect(await kinds()).not.toContain('replacementFailed');
  });

  it('is tried by one worker, and by the next after the first is gone', async () => {
    await connected();
    await connect('sandbox-latter');
    const second = await database.store();
    const claims = (
      await Promise.all([store, second, store, second].map((each) => each.trials.claim(10)))
    ).flat();
    expect(claims).toHaveLength(1);
    await leaseEnds();
    const successor = await claim(true);
    await store.trials.record(successor, outcome('connected'));
    expect(await store.trials.record(claims[0]!, refused)).toBe(false);
    expect(await used()).toMatchObject({ clientSecret: 'sandbox-latter' });
    await connect('sandbox-third');
    await store.trials.release(await claim(true));
    expect(await claim(true)).toMatchObject({ attempts: 2 });
  });

  it('leaves the former’s own trials alone', async () => {
    await connect('sandbox-former');
    await connect('sandbox-latter');
    const [former, latter] = [(await claimAll()).toSorted((a) => (a.replacement ? 1 : -1))].flat();
    expect([former!.replacement, latter!.replacement]).toEqual([null, expect.any(String)]);
    await store.trials.record(former!, refused);
    expect(await shown()).toMatchObject({ state: 'FAILED', replacement: { state: 'PENDING' } });
    await store.trials.record(latter!, outcome('connected'));
    expect(await shown()).toMatchObject({ state: 'CONNECTED', code: null, replacement: null });
  });

  it('of an archived organization waits until it is restored', async () => {
    await connected();
    await connect('sandbox-latter');
    await mutate((unit) => unit.organizations.archive(organizationId, null, anOccurrence()));
    expect(await claimAll()).toEqual([]);
  });

  it('is over when a process of the version before stores or removes one', async () => {
    await connected();
    await connect('sandbox-latter');
    await database.query(`update connection set trial_state = 'NOT_TRIED'`);
    expect((await shown())!.replacement).not.toBeNull();
    const late = await claim(true);
    await database.query(`update connection set sealed = sealed || '\\x00'`);
    expect(await shown()).toMatchObject({ state: 'NOT_TRIED', replacement: null });
    expect(await store.trials.record(late, outcome('connected'))).toBe(false);
    await connect('sandbox-latter');
    await database.query('delete from connection');
    expect(await database.query('select 1 from connection_replacement')).toEqual([]);
  });
});

describe('removing', () => {
  it('leaves no sealed byte of either, and history says who', async () => {
    await connected();
    await connect('sandbox-latter');
    await disconnect();
    const left = await database.query(
      'select sealed from connection union all select sealed from connection_replacement',
    );
    expect(left).toEqual([]);
    const page = await partner.store.history({ first: 1 }, { organizationId });
    expect(page.edges[0]!.node).toMatchObject({
      kind: 'azureDisconnected',
      principal: OPERATOR.principal,
    });
    await withdraw();
    expect((await kinds())[0]).toBe('azureDisconnected');
  });

  it('of a replacement alone keeps the former, and says so', async () => {
    await connected();
    await connect('sandbox-latter');
    await withdraw();
    expect(await database.query('select 1 from connection_replacement')).toEqual([]);
    expect(await used()).toMatchObject({ clientSecret: 'sandbox-former' });
    expect((await kinds())[0]).toBe('replacementWithdrawn');
  });
});
