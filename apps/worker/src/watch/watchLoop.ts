/**
 * Observes watched keys when it is due, a few at a time. Apart from the effects of runs, which
 * always go first.
 */
import type { ClaimedObservation } from '@keyway/store';
import { repeat } from '@keyway/config';
import { inSpan } from '@keyway/telemetry';
import { EmptyClaims } from '../emptyClaims.ts';
import type { Occupancy } from '../occupancy.ts';
import { pause } from '../pause.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import type { ObservationCounts } from './observationCounts.ts';
import { ObservationPace } from './observationPace.ts';
import { ownTrace } from '../spanOfEffect.ts';
import { runObservation } from './runObservation.ts';

/** For half of 100,000 organizations every 15 minutes, where clouds take a second and a half. */
const CONCURRENCY = 96;
const RETRY_PAUSE_MILLISECONDS = 500;
/** How often it is counted how many are watched, by how many workers. */
const COUNT_MILLISECONDS = 5_000;
/** While the effects of runs take every place. */
const BUSY_PAUSE_MILLISECONDS = 200;

/** Runs until `shutdown`, then releases running observations. */
export async function watchLoop(
  deps: WorkerDependencies,
  occupancy: Occupancy,
  shutdown: AbortSignal,
  counts?: ObservationCounts,
): Promise<void> {
  const running = new Set<Promise<unknown>>();
  const empty = new EmptyClaims();
  const pace = new ObservationPace(deps.timeScale, performance.now());
  const stopCounting = repeat(async () => {
    await deps.store.observations.count().then(
      (count) => pace.watching(count),
      (error: unknown) => deps.log.debug({ err: error }, 'counting watched organizations failed'),
    );
  }, COUNT_MILLISECONDS);
  while (!shutdown.aborted) {
    if (running.size >= CONCURRENCY) {
      await Promise.race(running);
      continue;
    }
    try {
      const free = CONCURRENCY - running.size;
      const allowed = occupancy.isFull ? 0 : Math.min(free, pace.allowance(performance.now()));
      const claimed = await deps.store.observations.claim(free, allowed);
      pace.begun(claimed.filter(({ asked }) => !asked).length);
      for (const observation of claimed) begin(observation);
      empty.note(claimed.length);
      if (claimed.length > 0) continue;
      if (occupancy.isFull) await pause(BUSY_PAUSE_MILLISECONDS, shutdown);
      else if (allowed === 0) await pause(pace.waitMilliseconds(), shutdown);
      else await deps.store.observations.waitForWork(shutdown);
      await pause(empty.pauseMilliseconds(), shutdown);
    } catch (error) {
      deps.log.warn({ err: error }, 'reading due observations failed; trying again');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
    }
  }
  await stopCounting();
  await Promise.allSettled(running);

  function begin(observation: ClaimedObservation): void {
    const work = () => runObservation(observation, deps, shutdown, counts);
    const task = inSpan('observation', ownTrace(), work).finally(() => running.delete(task));
    running.add(task);
  }
}
