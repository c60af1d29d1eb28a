/** Policies reach every open run, whoever decides, starts or changes something at the same time. */
import { DEFAULT_POLICY, type EventActor, type Policy } from '@keyway/core';
import {
  aDatabase,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database, type Scope, type Transaction } from '../database/database.ts';
import type { Store, StoredRun, UnitOfWork } from '../index.ts';
import { LOCK_BY_RUN } from '../runs/advanceStatements.ts';
import { rolesOf } from '../startup/databaseRoles.ts';
import { applyPolicyChanges } from './applyPolicyChanges.ts';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
});
afterAll(() => database.close());

const write = async <T>(partner: TestPartner, work: (unit: UnitOfWork) => Promise<T>): Promise<T> =>
  requireAccepted(
    await partner.store.mutate({ principal: 'p', operation: 't', input: null }, work),
  );
const set = (
  partner: TestPartner,
  organizationId: string | null,
  change: Partial<Policy>,
  inherit = false,
  actor: EventActor = anOccurrence().actor,
) =>
  write(partner, async (unit) =>
    requireDone(
      await unit.policies.set({ organizationId, change, inherit }, { ...anOccurrence(), actor }),
    ),
  );
const aMaker = (name: string): EventActor => ({
  principal: `member:${name}`,
  name,
  origin: 'console',
});
/** The run's own entries of changed policies, the newest first. */
const changesOf = async (partner: TestPartner, { run }: StoredRun) => {
  const { edges } = await partner.store.history({ first: 100 }, { runId: run.id });
  return edges.map(({ node }) => node).filter(({ kind }) => kind === 'policyChanged');
};
const makersOf = async (partner: TestPartner, run: StoredRun) =>
  (await changesOf(partner, run)).map(({ actor }) => actor);
const policyOf = async (partner: TestPartner, runId: string) =>
  (await partner.store.run(runId))!.run.policy;
const approved = async (partner: TestPartner): Promise<StoredRun> => {
  const { id } = await partner.organization();
  const { run } = await partner.run(id);
  return partner.play(run.id, (builder) => builder.at('submission'));
};
const approvalOf = async (partner: TestPartner, { run }: StoredRun) =>
  (await partner.store.run(run.id))!.run.tracks.AEP.approval;
const submit = (partner: TestPartner, { run }: StoredRun) =>
  write(partner, async (unit) => {
    const data = {
      submissionId: crypto.randomUUID(),
      configurationName: 'keyway-cmk',
      confirmImsOrgId: run.organization.imsOrgId,
    };
    return unit.runs.advance(run.id, { ...anOccurrence(), kind: 'submissionRequested', data });
  });
/** A database on which `meanwhile` happens once, right before a transaction locks a run. */
async function aDatabaseThatIsLate(meanwhile: () => Promise<void>) {
  let isLate = false;
  // What is sent after the lock waits as well: statements keep their order.
  let done = Promise.resolve();
  class LateDatabase extends Database {
    override transaction<T>(
      scope: Scope,
      work: (transaction: Transaction) => Promise<T>,
    ): Promise<T> {
      return super.transaction(scope, (transaction) => {
        const query: Transaction['query'] = async (statement, values) => {
          if (statement === LOCK_BY_RUN && !isLate) {
            isLate = true;
            done = meanwhile();
          }
          await done;
          return transaction.query(statement, values);
        };
        return work(Object.create(transaction, { query: { value: query } }) as Transaction);
      });
    }
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const roles = (await rolesOf(client))!;
  await client.end();
  const options = { applicationName: 'keyway-test', maxConnections: 2, now: null };
  const late = new LateDatabase({
    ...{ ...options, url: database.runtimeUrl, roles },
    onWarning: () => undefined,
  });
  return { database: late, wasLate: () => isLate };
}
const STRICT = { coolingOffSeconds: 3600 };

describe('a policy of the partner', () => {
  it('holds for new runs, and reaches open ones, one after another', async () => {
    const partner = await aPartner(database, store);
    const before = await approved(partner);
    await set(partner, null, STRICT);
    const { id } = await partner.organization();
    const { run } = await partner.run(id);
    expect(await policyOf(partner, run.id)).toEqual({ ...DEFAULT_POLICY, ...STRICT });
    expect(await policyOf(partner, before.run.id)).toEqual(DEFAULT_POLICY);
    expect(await store.system().applyPolicyChanges()).toBe(1);
    expect(await policyOf(partner, before.run.id)).toEqual({ ...DEFAULT_POLICY, ...STRICT });
    expect(await store.system().applyPolicyChanges()).toBe(0);
    await set(partner, null, { coolingOffSeconds: 0 });
    await store.system().applyPolicyChanges(partner.partnerId);
    expect(await approvalOf(partner, before)).toMatchObject({
      status: 'void',
      voided: { code: 'policyLoosened' },
    });
  });

  it('reaches a run in the name of whoever changed it, or last did', async () => {
    const partner = await aPartner(database, store);
    const [one, other] = [await approved(partner), await approved(partner)];
    const [ana, omar] = [aMaker('Ana'), aMaker('Omar')];
    await set(partner, null, STRICT, false, ana);
    // By whoever decides meanwhile it is not made.
    await submit(partner, other);
    await set(partner, null, { coolingOffSeconds: 7200 }, false, omar);
    await store.system().applyPolicyChanges();
    expect(await makersOf(partner, one)).toEqual(['Omar (console)']);
    expect(await makersOf(partner, other)).toEqual(['Omar (console)', 'Ana (console)']);
    const [entry] = await changesOf(partner, one);
    expect(entry?.data).toMatchObject({
      approvals: [{ track: 'AEP', status: 'approved', voided: null }],
    });
  });

  it('is Keyway’s where the version before changed it, also after this one did', async () => {
    const partner = await aPartner(database, store);
    const [one, other] = [await approved(partner), await approved(partner)];
    await set(partner, null, STRICT, false, aMaker('Ana'));
    const before = 'update policy_change set generation = generation + 1 where run_id = $1';
    await database.query(before, [one.run.id]);
    await database.query(
      'update policy_change set actor = null, actor_generation = null where run_id = $1',
      [other.run.id],
    );
    await store.system().applyPolicyChanges();
    for (const run of [one, other]) expect(await makersOf(partner, run)).toEqual(['Keyway']);
    // The one who changes it after that is named again.
    await set(partner, null, { coolingOffSeconds: 7200 }, false, aMaker('Omar'));
    await database.query(before, [one.run.id]);
    await set(partner, null, { coolingOffSeconds: 9000 }, false, aMaker('Eva'));
    await store.system().applyPolicyChanges();
    expect((await makersOf(partner, one))[0]).toBe('Eva (console)');
  });

  it('names the one whose policy it is, whoever changes it meanwhile', async () => {
    const partner = await aPartner(database, store);
    const run = await approved(partner);
    const makers = [10, 20, 30, 40, 50, 60];
    await Promise.all([
      (async () => {
        for (const coolingOffSeconds of makers)
          await set(partner, null, { coolingOffSeconds }, false, aMaker(`${coolingOffSeconds}`));
      })(),
      ...[1, 2].map(async () => {
        for (let pass = 0; pass < 20; pass += 1) await store.system().applyPolicyChanges();
      }),
    ]);
    while ((await store.system().applyPolicyChanges()) > 0);
    for (const { actor, data } of await changesOf(partner, run))
      expect(actor).toBe(`${(data as { policy: Policy }).policy.coolingOffSeconds} (console)`);
  });

  it('decides before it has reached a run', async () => {
    const partner = await aPartner(database, store);
    const run = await approved(partner);
    await set(partner, null, STRICT);
    expect(await submit(partner, run)).toMatchObject({ refusal: { code: 'COOLING_OFF' } });
    const loose = await approved(partner);
    await set(partner, null, { coolingOffSeconds: 60 });
    expect(await submit(partner, loose)).toMatchObject({ refusal: { code: 'APPROVAL_VOID' } });
  });

  it('is found changed again by whoever applies the earlier change meanwhile', async () => {
    const partner = await aPartner(database, store);
    const runs = await Promise.all([approved(partner), approved(partner), approved(partner)]);
    const seconds = [10, 20, 30, 40, 50];
    await Promise.all([
      (async () => {
        for (const coolingOffSeconds of seconds) await set(partner, null, { coolingOffSeconds });
      })(),
      ...[1, 2].map(async () => {
        for (let pass = 0; pass < 12; pass += 1) await store.system().applyPolicyChanges();
      }),
    ]);
    while ((await store.system().applyPolicyChanges()) > 0);
    for (const { run } of runs)
      expect((await policyOf(partner, run.id)).coolingOffSeconds).toBe(50);
  });

  it('is not brought back by a worker that is late', async () => {
    const partner = await aPartner(database, store);
    const { run } = await approved(partner);
    await set(partner, null, { coolingOffSeconds: 40 });
    const late = await aDatabaseThatIsLate(async () => {
      await set(partner, null, { coolingOffSeconds: 50 });
      expect(await store.system().applyPolicyChanges(partner.partnerId)).toBe(1);
    });
    const { partnerId } = partner;
    expect(await applyPolicyChanges(late.database, { pollScale: 1, partnerId })).toBe(1);
    expect(late.wasLate()).toBe(true);
    expect((await policyOf(partner, run.id)).coolingOffSeconds).toBe(50);
    await late.database.close();
  });

  it('reaches a run that is started at the same time', async () => {
    const partner = await aPartner(database, store);
    const organizations = await Promise.all([1, 2, 3, 4].map(() => partner.organization()));
    const [, ...begun] = await Promise.all([
      set(partner, null, STRICT),
      ...organizations.map(({ id }) => partner.run(id)),
    ]);
    while ((await store.system().applyPolicyChanges()) > 0);
    for (const { run } of begun)
      expect((await policyOf(partner, run.id)).coolingOffSeconds).toBe(3600);
  });
});

describe('a policy of an organization', () => {
  it('holds for it alone, at once, and until it follows the partner’s again', async () => {
    const partner = await aPartner(database, store);
    const [mine, other] = await Promise.all([approved(partner), approved(partner)]);
    const { organizationId } = mine;
    expect(await set(partner, organizationId, { fourEyes: 'OWN_APPROVER' })).toMatchObject({
      policy: { isOwn: true },
    });
    expect(await approvalOf(partner, mine)).toMatchObject({
      status: 'void',
      voided: { code: 'ownApproverRequired' },
    });
    expect((await approvalOf(partner, other))?.status).toBe('approved');
    await set(partner, null, STRICT);
    await store.system().applyPolicyChanges();
    expect(await policyOf(partner, mine.run.id)).toMatchObject({ coolingOffSeconds: 0 });
    await set(partner, organizationId, {}, true);
    expect(await policyOf(partner, mine.run.id)).toEqual({ ...DEFAULT_POLICY, ...STRICT });
    const { edges } = await partner.store.history({ first: 20 }, { organizationId });
    const changes = edges.filter(({ node }) => node.kind === 'policyChanged');
    expect(changes.map(({ node }) => (node.data as { loosened: boolean }).loosened)).toContain(
      true,
    );
  });

  it('is neither seen nor set by another partner, nor by a viewer of other organizations', async () => {
    const [partner, foreigner] = [await aPartner(database, store), await aPartner(database, store)];
    const [{ id }, { id: other }] = [await partner.organization(), await partner.organization()];
    await set(partner, id, STRICT);
    const limited = store.forPartner({ partnerId: partner.partnerId, organizationIds: [other] });
    for (const view of [foreigner.store, limited]) {
      expect((await view.policies([id])).of(id).coolingOffSeconds).toBe(0);
      const outcome = await view.mutate({ principal: 'p', operation: 't', input: 1 }, (unit) =>
        unit.policies.set({ organizationId: id, change: { coolingOffSeconds: 5 } }, anOccurrence()),
      );
      expect(outcome).toMatchObject({ result: { refusal: { code: 'NOT_FOUND' } } });
    }
    expect((await partner.store.policies([id])).of(id).coolingOffSeconds).toBe(3600);
  });
});
