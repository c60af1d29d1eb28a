/**
 * Works dry runs off, a few organizations at a time. Apart from the effects of runs, which always
 * go first.
 */
import { failedReadiness } from '@keyway/core';
import { MAX_DRY_RUN_ATTEMPTS, type ClaimedDryRun } from '@keyway/store';
import { inSpan } from '@keyway/telemetry';
import { EmptyClaims } from '../emptyClaims.ts';
import type { Occupancy } from '../occupancy.ts';
import { pause } from '../pause.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import { ownTrace } from '../spanOfEffect.ts';
import { checkOrganization } from './checkOrganization.ts';

const CONCURRENCY = 8;
const RETRY_PAUSE_MILLISECONDS = 500;
/** While the effects of runs take every place. */
const BUSY_PAUSE_MILLISECONDS = 200;
/** Shorter than the lease. What was not read by then counts as a failed attempt. */
const READ_SECONDS = 60;

async function check(
  claimed: ClaimedDryRun,
  deps: WorkerDependencies,
  shutdown: AbortSignal,
): Promise<void> {
  const { store, log } = deps;
  const signal = AbortSignal.any([shutdown, AbortSignal.timeout(READ_SECONDS * 1000)]);
  try {
    await store.dryRuns.finish(claimed, await checkOrganization(claimed, deps, signal));
  } catch (error) {
    if (shutdown.aborted) return await store.dryRuns.release(claimed).catch(() => undefined);
    const { dryRunId, organizationId, attempts } = claimed;
    log.warn({ dryRunId, organizationId, attempts, err: error }, 'checking an organization failed');
    const after =
      attempts >= MAX_DRY_RUN_ATTEMPTS
        ? store.dryRuns.finish(claimed, failedReadiness())
        : store.dryRuns.putOff(claimed);
    // Where the database is away, the lease ends.
    await after.catch(() => undefined);
  }
}

/** Runs until `shutdown`, then releases what is under way. */
export async function dryRunLoop(
  deps: WorkerDependencies,
  occupancy: Pick<Occupancy, 'isFull'>,
  shutdown: AbortSignal,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const empty = new EmptyClaims();
  while (!shutdown.aborted) {
    if (running.size >= CONCURRENCY) {
      await Promise.race(running);
      continue;
    }
    if (occupancy.isFull) {
      await pause(BUSY_PAUSE_MILLISECONDS, shutdown);
      continue;
    }
    try {
      const { claimed, count } = await deps.store.dryRuns.claim(CONCURRENCY - running.size);
      for (const one of claimed) begin(one);
      empty.note(count);
      if (count > 0) continue;
      // Also where one ends: its partner may then have another.
      await deps.store.dryRuns.waitForWork(shutdown);
      await pause(empty.pauseMilliseconds(), shutdown);
    } catch (error) {
      deps.log.warn({ err: error }, 'reading dry runs failed; trying again');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
    }
  }
  await Promise.allSettled(running);

  function begin(claimed: ClaimedDryRun): void {
    const work = () => check(claimed, deps, shutdown);
    const task = inSpan('dry run', ownTrace(), work).finally(() => running.delete(task));
    running.add(task);
  }
}
