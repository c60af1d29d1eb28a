/** What came of the checks that a job started, of the same columns that lists read. */
import type { TrackId } from '@keyway/core';
import { observedVault } from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { BulkItemFilter } from '../index.ts';
import { BulkWorld, CANCEL, START, VERIFY } from '../testing/bulkWorld.ts';

const world = new BulkWorld();
const { startJob, workAll, organizations, viewed } = world;
beforeAll(world.open);
beforeEach(world.renew);
afterAll(world.close);

const BOTH = { checksOf: 'every' } as const satisfies BulkItemFilter;
type Job = { id: string };
const found = async ({ id }: Job, filter: BulkItemFilter): Promise<unknown[]> =>
  (await viewed(world.starter).bulkItems({ first: 100 }, id, filter)).edges.map(
    ({ node }) => node.outcome,
  );
const counts = ({ id }: Job, filter: Pick<BulkItemFilter, 'checksOf'>) =>
  viewed(world.starter).bulkOutcomes(id, filter);
/** The worker read everything that was asked for, and saw the same as before. */
const readEverything = (): Promise<unknown> =>
  world.database.query(`update effect set due_at = now() + interval '1 day'`);

/** A run whose admins are done with both tracks. */
async function aDoneRun(organizationId: string): Promise<string> {
  const { id } = await world.partner.run(organizationId);
  await world.partner.play(id, (builder) =>
    (['AEP', 'CJA'] as TrackId[]).forEach((track) => builder.at('approval', track)),
  );
  return id;
}
async function seePurgeProtection(runId: string, isProtected: boolean): Promise<void> {
  const { run } = (await world.partner.store.run(runId))!;
  await world.store.system().advance(runId, observedVault(run, isProtected));
}

it('is being checked, needs attention, waits or passed, as the run is now', async () => {
  const ids = (await organizations(5)) as [string, string, string, string, string];
  const [, fresh, blocked, good, canceled] = ids;
  await world.partner.run(fresh);
  const runId = await aDoneRun(blocked);
  await seePurgeProtection(runId, false);
  await aDoneRun(good);
  await aDoneRun(canceled);
  const job = await startJob(ids, VERIFY);
  expect(await found(job, BOTH)).toEqual([null, null, null, null, null]);
  await workAll(world.store);
  // Their events were some seconds ahead of the clock.
  await world.database.query('update effect set due_at = now()');
  expect(await found(job, BOTH)).toEqual([null, 'WAITING', 'CHECKING', 'CHECKING', 'CHECKING']);
  await readEverything();
  await startJob([canceled], CANCEL);
  await workAll(world.store);
  expect(await found(job, BOTH)).toEqual([null, 'WAITING', 'NEEDS_ATTENTION', 'PASSED', null]);
  expect(await found(job, { checksOf: 'CJA' })).toEqual([
    null,
    'WAITING',
    'PASSED',
    'PASSED',
    null,
  ]);
  const attention = { ...BOTH, needsAttention: true };
  // Refused, as it has no run.
  expect(await found(job, attention)).toEqual([null, 'NEEDS_ATTENTION']);
  expect(await found(job, { ...BOTH, needsAttention: false })).toEqual(['WAITING', 'PASSED', null]);
  const { count } = await viewed(world.starter).countBulkItems(job.id, attention);
  expect(count).toBe(2);
  const counted = await counts(job, BOTH);
  expect(counted.needsAttention).toBe(2);
  expect(Object.fromEntries(counted.outcomes.map((one) => [one.outcome, one.count]))).toEqual({
    ...{ WAITING: 1, NEEDS_ATTENTION: 1, PASSED: 1 },
  });
  await seePurgeProtection(runId, true);
  await readEverything();
  expect(await found(job, BOTH)).toEqual([null, 'WAITING', 'PASSED', 'PASSED', null]);
  expect(await counts(job, BOTH)).toMatchObject({ needsAttention: 1 });
});

it('is of no job that checks nothing, which counts what was refused', async () => {
  const ids = await organizations(2);
  await world.partner.run(ids[0]!);
  const job = await startJob(ids, START);
  await workAll(world.store);
  expect(await found(job, {})).toEqual([null, null]);
  expect(await counts(job, {})).toEqual({ outcomes: [], needsAttention: 1 });
  expect(await found(job, { needsAttention: true })).toHaveLength(1);
});

it('is counted of what the viewer sees', async () => {
  const ids = await organizations(2);
  for (const id of ids) await aDoneRun(id);
  const job = await startJob(ids, VERIFY);
  await workAll(world.store);
  await readEverything();
  const limited = viewed(world.starter, ids.slice(0, 1));
  expect(await limited.bulkOutcomes(job.id, BOTH)).toEqual({
    ...{ outcomes: [{ outcome: 'PASSED', count: 1 }], needsAttention: 0 },
  });
});
