/** While a dry run of hundreds is under way, what runs of others need does not wait for it. */
import { anImsOrgId, aPartner, type TestPartner } from '@keyway/testing';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import {
  anAzureCustomer,
  aStarter,
  rows,
  startDryRun,
  withDryWorkers,
  type DryCustomer,
} from '../testing/dryRunsUnderTest.ts';
import {
  begin,
  database,
  dependencies,
  statusOf,
  store,
  until,
  withWorkers,
  workerUnderTest,
} from '../testing/workerUnderTest.ts';

const DUE = 500;
/** As many as may be read at once of a partner; their clouds never answer. */
const HANGING = 4;
/** The lock of claims, and those of all rows. */
const HELD_BY_A_CLAIMER = `select pg_advisory_xact_lock(hashtextextended('dry_run_claim', 0))
  from dry_run j join dry_run_item i on i.dry_run_id = j.id for update`;

workerUnderTest();
let many: TestPartner;
let customers: DryCustomer[];
let id: string;
beforeAll(async () => {
  many = await aPartner(database, store, 'Many');
  const hanging = Array.from({ length: HANGING }, () => anAzureCustomer('happyPath', many));
  customers = await Promise.all(hanging);
  while (customers.length < DUE) {
    const { id: organizationId } = await many.organization({ imsOrgId: anImsOrgId() });
    customers.push({ organizationId, keys: {} });
  }
});
beforeEach(async () => {
  await database.query('delete from dry_run');
  const starter = await aStarter(null, many);
  ({ id } = await startDryRun(customers, starter, ['AEP', 'CJA'], many));
});
afterEach(() => vi.restoreAllMocks());

const attempts = async (): Promise<number> =>
  (await rows(id)).reduce((sum, one) => sum + one.attempts, 0);

/** Two workers whose reads of the dry run end when the work of the test does. */
async function whileClouds<T>(work: () => Promise<T>): Promise<T> {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const readVault = () => ended.then(() => Promise.reject(new Error('it never answered')));
  const azure = { ...dependencies().azure, readVault };
  return withDryWorkers(
    2,
    async () => {
      try {
        await expect.poll(attempts).toBe(HANGING);
        return await work();
      } finally {
        end();
      }
    },
    { azure },
  );
}

/** Of each effect that is claimed from now on, whose it is. */
function watchClaims(): string[] {
  const partnerIds: string[] = [];
  const claim = store.queue.claim.bind(store.queue);
  vi.spyOn(store.queue, 'claim').mockImplementation(async (...limits) => {
    const claimed = await claim(...limits);
    partnerIds.push(...claimed.map(({ partnerId }) => partnerId));
    return claimed;
  });
  return partnerIds;
}

it('another partner’s run is given the same effects at once as without the dry run', async () => {
  const givenOut = async (): Promise<string[]> => {
    const { runId } = await begin('happyPath');
    const claimed = await store.queue.claim(9);
    expect(new Set(claimed.map((effect) => effect.runId))).toEqual(new Set([runId]));
    return claimed.map(({ jobKey }) => jobKey).toSorted();
  };
  const meanwhile = await whileClouds(givenOut);
  await database.query('delete from dry_run');
  expect(meanwhile.length).toBeGreaterThan(1);
  expect(meanwhile).toEqual(await givenOut());
});

// Which effects that takes depends on time: an answer about a vault may spare the read of its key.
it('another partner’s run comes to its approvals while the clouds of the dry run hang', async () => {
  await whileClouds(async () => {
    const claimedOf = watchClaims();
    const { runId } = await begin('happyPath');
    await withWorkers(1, () =>
      until('approval', runId, (run) =>
        (['AEP', 'CJA'] as const).every((track) => statusOf(run, track, 'APPROVAL') === 'READY'),
      ),
    );
    const [repeated] = await database.query<{ count: number }>(
      'select count(*)::int as count from effect where run_id = $1 and claims > 1',
      [runId],
    );
    expect(repeated!.count).toBe(0);
    expect(claimedOf).not.toHaveLength(0);
    expect(claimedOf).not.toContain(many.partnerId);
    // The dry run was under way all the time, and took no more than its share.
    expect(await attempts()).toBe(HANGING);
  });
});

it('the first claim has another partner’s effect, even where a dead claimer holds all locks', async () => {
  await database.holding(HELD_BY_A_CLAIMER, async () => {
    const { runId } = await begin('happyPath');
    const [first] = await store.queue.claim(1);
    expect(first!.runId).toBe(runId);
    // Of dry runs nothing is given out meanwhile, and nobody waits for the locks.
    expect((await store.dryRuns.claim(9)).count).toBe(0);
  });
  expect((await store.dryRuns.claim(9)).count).toBe(HANGING);
});
