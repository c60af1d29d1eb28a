/** Claims due effects and runs a bounded number at a time, also across outages of the database. */
import { isRetrying, type ClaimedEffect } from '@keyway/store';
import { EmptyClaims } from './emptyClaims.ts';
import { Occupancy } from './occupancy.ts';
import { leaseClock } from './leaseClock.ts';
import { pause } from './pause.ts';
import { runEffect, type WorkerDependencies } from './runEffect.ts';

const RETRY_PAUSE_MILLISECONDS = 500;

/** The wait after a full pool frees a place, so that one claim fills several. */
const CLAIM_PAUSE_MILLISECONDS = 20;

/** How long running calls may still take after `shutdown`. */
const GRACE_MILLISECONDS = 6_000;

/** Retrying effects get half of the pool, so that a cloud that hangs delays only them. */
const maxRetrying = (concurrency: number): number => Math.ceil(concurrency / 2);

/** Runs until `shutdown`, then waits for running effects for a bounded time. */
export async function workLoop(
  deps: WorkerDependencies,
  concurrency: number,
  shutdown: AbortSignal,
  occupancy = new Occupancy(concurrency),
): Promise<void> {
  const running = new Set<Promise<void>>();
  let retrying = 0;
  const empty = new EmptyClaims();
  const stopping = new AbortController();
  while (!shutdown.aborted) {
    if (running.size >= concurrency) {
      await Promise.race(running);
      await pause(CLAIM_PAUSE_MILLISECONDS, shutdown);
      continue;
    }
    const free = concurrency - running.size;
    let claimed: ClaimedEffect[] = [];
    const claimedAt = leaseClock();
    try {
      claimed = await deps.store.queue.claim(free, maxRetrying(concurrency) - retrying);
    } catch (error) {
      deps.log.warn({ err: error }, 'claiming effects failed; trying again');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
      continue;
    }
    empty.note(claimed.length);
    for (const effect of claimed) {
      const weight = isRetrying(effect) ? 1 : 0;
      retrying += weight;
      occupancy.begun();
      const task = runEffect(effect, deps, stopping.signal, claimedAt).finally(() => {
        running.delete(task);
        retrying -= weight;
        occupancy.ended();
      });
      running.add(task);
    }
    // Fewer than the limit: nothing else is due that may be claimed now.
    if (claimed.length === free) continue;
    const freed = new AbortController();
    // A retrying effect may be due that waits for its share of the pool.
    if (retrying >= maxRetrying(concurrency)) void Promise.race(running).then(() => freed.abort());
    await waitForWork(deps, AbortSignal.any([shutdown, freed.signal]));
    await pause(empty.pauseMilliseconds(), shutdown);
  }
  const timer = setTimeout(() => stopping.abort(), GRACE_MILLISECONDS);
  await Promise.allSettled(running);
  clearTimeout(timer);
}

async function waitForWork(deps: WorkerDependencies, shutdown: AbortSignal): Promise<void> {
  try {
    await deps.store.queue.waitForWork(shutdown);
  } catch {
    await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
  }
}
