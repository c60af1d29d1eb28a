/** Dry runs against a real store and the real sandbox over HTTPS. */
import { ConnectorError, readinessCauseKey, type Readiness } from '@keyway/core';
import {
  aMember,
  anImsOrgId,
  anOccurrence,
  aPartner,
  OPERATOR,
  requireAccepted,
  requireDone,
  type SandboxLedgerRow,
} from '@keyway/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  anAwsCustomer,
  anAzureCustomer,
  anUnconnectedCustomer,
  aStarter,
  ended,
  itemsOf,
  resultOf,
  rows,
  startDryRun,
  withDryWorkers,
} from '../testing/dryRunsUnderTest.ts';
import {
  begin,
  database,
  dependencies,
  partner,
  POLL_SCALE,
  sandbox,
  store,
  workerUnderTest,
} from '../testing/workerUnderTest.ts';

workerUnderTest();
let starter: string;
beforeEach(async () => {
  await database.query('delete from dry_run');
  starter = await aStarter();
});

/** Whatever a run, its history, its effects or a credential could show of it: whole rows. */
const TABLES = ['run', 'run_vault', 'history_entry', 'chain_head', 'effect', 'connection', 'watch'];
const traces = async (): Promise<unknown[]> =>
  Promise.all(
    TABLES.map((table) =>
      database.query(
        `select '${table}' as name, count(*)::int as count, md5(string_agg(t::text, ',' order by t::text)) as rows from ${table} t`,
      ),
    ),
  );
const ledger = () => sandbox.control<SandboxLedgerRow[]>('GET', '/ledger');
const causesOf = (item: Parameters<typeof resultOf>[0]): string[] =>
  resultOf(item).causes.map(readinessCauseKey);

describe('a dry run', () => {
  it('finds who could begin, and what keeps the others, and changes nothing anywhere', async () => {
    const customers = await Promise.all([
      anAzureCustomer('happyPath'),
      anAzureCustomer('noPurgeProtection'),
      anAzureCustomer('accessPolicyVault'),
      anAzureCustomer('readerDenied'),
      anAwsCustomer('awsKeyDisabled'),
      anUnconnectedCustomer(),
    ]);
    const before = [await traces(), await ledger()];
    const { id } = await startDryRun(customers, starter);
    const items = await withDryWorkers(2, () => ended(id));
    expect([await traces(), await ledger()]).toEqual(before);
    expect(items.map(({ organizationId }) => organizationId)).toEqual(
      customers.map(({ organizationId }) => organizationId),
    );
    expect(items.map(({ outcome }) => outcome)).toEqual([
      ...['READY', 'BLOCKED', 'BLOCKED', 'UNKNOWN', 'BLOCKED', 'UNKNOWN'],
    ]);
    const [ready, noPurge, policies, denied, disabled, unconnected] = items.map(causesOf);
    expect(ready).toEqual([]);
    expect(noPurge).toContain('BLOCKED/VAULT/CHECK/vaultHasPurgeProtection');
    expect(policies).toContain('BLOCKED/VAULT/CHECK/vaultUsesRbac');
    expect(denied!.some((cause) => /^UNKNOWN\/[A-Z]+\/PERMISSION\/Microsoft\./.test(cause))).toBe(
      true,
    );
    expect(disabled).toContain('BLOCKED/KEY/CHECK/kmsKeyIsEnabled');
    expect(disabled).toContain('WAITING/POLICY/KEY_POLICY/');
    expect(unconnected).toContain('UNKNOWN/VAULT/CONNECTION/azure');
    expect(unconnected).toContain('UNKNOWN/APP_REGISTRATION/CONNECTION/adobe');
    const figures = await partner.store.dryRunFigures(id);
    expect(figures).toMatchObject({ total: 6, checked: 6, skipped: 0 });
    expect(figures.outcomes).toEqual([
      { outcome: 'BLOCKED', count: 3 },
      { outcome: 'UNKNOWN', count: 2 },
      { outcome: 'READY', count: 1 },
    ]);
    const [one] = figures.causes.filter(({ cause }) => cause.code === 'vaultHasPurgeProtection');
    const cause = readinessCauseKey(one!.cause);
    const found = await partner.store.dryRunItems({ first: 9 }, id, { cause });
    expect(found.edges.map(({ node }) => node.position)).toEqual([2]);
  });

  it('takes the keys of a run that is open, and leaves it as it was', async () => {
    const { runId } = await begin('noPurgeProtection');
    const { run } = (await store.system().run(runId))!;
    const { id } = await startDryRun([{ organizationId: run.organization.id, keys: {} }], starter);
    const before = await traces();
    const [item] = await withDryWorkers(1, () => ended(id));
    expect(causesOf(item!)).toContain('BLOCKED/VAULT/CHECK/vaultHasPurgeProtection');
    expect(await traces()).toEqual(before);
  });
});

const verdictOf = (item: Parameters<typeof resultOf>[0], check: string): string | undefined =>
  resultOf(item)
    .tracks.flatMap(({ steps }) => steps.flatMap(({ checks }) => checks))
    .find((one) => one.check === check)?.verdict;

describe('planned keys', () => {
  it('that share a vault with each other warn both organizations (VAL-09)', async () => {
    const [one, two, alone] = await Promise.all([
      anAzureCustomer('happyPath'),
      anAzureCustomer('happyPath'),
      anAzureCustomer('happyPath'),
    ]);
    // Neither has a run, and nobody types an address as the other did.
    const { vaultResourceId, keyIdentifier } = one.keys.AEP!;
    const host = new URL(keyIdentifier).host;
    const typed = keyIdentifier.replace(host, `${host.toUpperCase()}:443`);
    const shared = { ...two.keys, CJA: { vaultResourceId, keyIdentifier: typed } };
    const { id } = await startDryRun([one, { ...two, keys: shared }, alone], starter);
    const items = await withDryWorkers(2, () => ended(id));
    const shares = items.map((item) =>
      resultOf(item).tracks.map(
        ({ track, steps }) =>
          `${track} ${steps.flatMap(({ checks }) => checks).find(({ check }) => check === 'vaultIsNotShared')?.verdict}`,
      ),
    );
    expect(shares).toEqual([
      ['AEP WARN', 'CJA PASS'],
      ['AEP PASS', expect.stringMatching(/^CJA/)],
      ['AEP PASS', 'CJA PASS'],
    ]);
    // Those of another dry run are no plan of this one.
    const { id: later } = await startDryRun([one], starter);
    const [again] = await withDryWorkers(1, () => ended(later));
    expect(verdictOf(again!, 'vaultIsNotShared')).toBe('PASS');
  });

  it('that are one KMS key warn both organizations (VAL-09)', async () => {
    const one = await anAwsCustomer('awsHappyPath');
    const two = await anAwsCustomer('awsHappyPath', one.aws);
    const alone = await anAwsCustomer('awsHappyPath');
    const typed = { keyIdentifier: ` ${one.aws.keyArn} `, vaultResourceId: null };
    const planned = [one, { ...two, keys: { AEP: typed } }, alone];
    const { id } = await startDryRun(planned, starter, ['AEP']);
    const items = await withDryWorkers(2, () => ended(id));
    expect(items.map((item) => verdictOf(item, 'kmsKeyIsNotShared'))).toEqual([
      ...['WARN', 'WARN', 'PASS'],
    ]);
  });
});

describe('workers', () => {
  it('read each organization once, never more of a partner at once than it may have', async () => {
    const customers = await Promise.all(Array.from({ length: 9 }, anUnconnectedCustomer));
    const { id } = await startDryRun(customers, starter);
    const claims = await Promise.all([9, 9, 9].map((limit) => store.dryRuns.claim(limit)));
    const claimed = claims.flatMap((claim) => claim.claimed);
    expect(claimed).toHaveLength(4);
    expect((await store.dryRuns.claim(9)).count).toBe(0);
    expect(new Set(claimed.map(({ organizationId }) => organizationId)).size).toBe(4);
    for (const one of claimed) await store.dryRuns.release(one);
    const items = await withDryWorkers(3, () => ended(id));
    expect(items).toHaveLength(9);
    expect((await rows(id)).map(({ attempts }) => attempts)).toEqual(Array(9).fill(1));
  });

  it('continue after one that died, and take no result of one that came late', async () => {
    const { id } = await startDryRun([await anUnconnectedCustomer()], starter);
    const [dead] = (await store.dryRuns.claim(1)).claimed;
    await database.query(`update dry_run_item set lease_until = now() - interval '1 second'`);
    const [item] = await withDryWorkers(1, () => ended(id));
    expect(item).toMatchObject({ outcome: 'UNKNOWN' });
    const late = { ...resultOf(item!), outcome: 'READY', causes: [] } as const;
    expect(await store.dryRuns.finish(dead!, { ...late, causes: [] })).toBe(false);
    expect((await itemsOf(id))[0]!.outcome).toBe('UNKNOWN');
  });

  it('take back at once what they held when they were killed, and nothing of others', async () => {
    const customers = await Promise.all(Array.from({ length: 5 }, anUnconnectedCustomer));
    const { id } = await startDryRun(customers, starter);
    const named = (holder: string) => database.store({ pollScale: POLL_SCALE, holder });
    const killed = (await (await named('worker-1')).dryRuns.claim(3)).claimed;
    const other = (await (await named('worker-2')).dryRuns.claim(3)).claimed;
    expect([killed.length, other.length]).toEqual([3, 1]);
    expect((await store.dryRuns.claim(9)).count).toBe(0);
    const again = await named('worker-1');
    expect(await again.dryRuns.takeBack()).toBe(3);
    const ready = { outcome: 'READY', startable: true, tracks: [], causes: [] } as unknown;
    expect(await store.dryRuns.finish(killed[0]!, ready as Readiness)).toBe(false);
    expect((await again.dryRuns.claim(9)).count).toBe(3);
    expect((await rows(id)).map(({ attempts }) => attempts).toSorted()).toEqual([0, 1, 2, 2, 2]);
    expect(await again.dryRuns.takeBack()).toBe(3);
    await store.dryRuns.release(other[0]!);
    expect(await withDryWorkers(1, () => ended(id))).toHaveLength(5);
  });

  it('give a partner with one organization its turn before another’s hundreds', async () => {
    const many = await Promise.all(Array.from({ length: 200 }, anUnconnectedCustomer));
    await startDryRun(many, starter);
    const few = await aPartner(database, store, 'Few');
    const { id: organizationId } = await few.organization({ imsOrgId: anImsOrgId() });
    const { id: member } = await aMember(store, few.partnerId, { name: 'Fay', role: 'OPERATOR' });
    const request = { principal: OPERATOR.principal, operation: 'test', input: null };
    const given = {
      ...{ tracks: ['AEP'] as const, starter: `MEMBER:${member}` },
      ...{ organizationIds: [organizationId], keys: new Map() },
    };
    requireAccepted(
      await few.store.mutate(request, async (unit) => {
        requireDone(await unit.dryRuns.start(given, anOccurrence()));
        return {};
      }),
    );
    const { claimed } = await store.dryRuns.claim(8);
    expect(claimed.map((one) => one.organizationId)).toContain(organizationId);
    // And what runs of others need comes first in any case: these places are not theirs.
    expect(claimed).toHaveLength(5);
  });

  it('give up what fails again and again, and say so', async () => {
    const { id } = await startDryRun([await anAzureCustomer('happyPath')], starter);
    await database.query('update dry_run_item set attempts = 4');
    const bug = { ...dependencies().azure, readVault: () => Promise.reject(new Error('a bug')) };
    const [item] = await withDryWorkers(1, () => ended(id), { azure: bug });
    expect(causesOf(item!)).toEqual(['UNKNOWN//NOT_CHECKED/']);
  });

  it('wait while runs take every place', async () => {
    const { id } = await startDryRun([await anUnconnectedCustomer()], starter);
    const occupancy = { isFull: true };
    await withDryWorkers(
      1,
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect((await rows(id))[0]).toMatchObject({ status: 'PENDING', attempts: 0 });
        occupancy.isFull = false;
        await ended(id);
      },
      {},
      occupancy,
    );
  });

  it('leave no trace of a credential that is refused', async () => {
    const { id } = await startDryRun([await anAzureCustomer('happyPath')], starter);
    const refusing = {
      ...dependencies().azure,
      readVault: () => Promise.reject(new ConnectorError({ kind: 'credential', code: 'expired' })),
    };
    const before = await traces();
    const [item] = await withDryWorkers(1, () => ended(id), { azure: refusing });
    expect(causesOf(item!)).toContain('UNKNOWN/VAULT/CREDENTIAL/azure');
    expect(await traces()).toEqual(before);
  });

  it('skip what the starter may not read any more', async () => {
    const { id } = await startDryRun([await anUnconnectedCustomer()], starter);
    await database.query('update member set removed_at = now() where id = $1', [
      starter.split(':')[1],
    ]);
    const [item] = await withDryWorkers(1, () => ended(id));
    expect(item).toMatchObject({ status: 'SKIPPED', outcome: null });
  });
});
