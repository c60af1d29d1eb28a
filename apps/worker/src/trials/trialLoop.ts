/**
 * Tries stored credentials when they are due, a few at a time. Apart from the effects, so that a
 * cloud that hangs here delays no run.
 */
import type { ClaimedTrial } from '@keyway/store';
import { inSpan } from '@keyway/telemetry';
import { EmptyClaims } from '../emptyClaims.ts';
import { pause } from '../pause.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import { ownTrace } from '../spanOfEffect.ts';
import { tryConnection } from './tryConnection.ts';

const CONCURRENCY = 4;
const RETRY_PAUSE_MILLISECONDS = 500;

/** Runs until `shutdown`, then releases running trials. */
export async function trialLoop(deps: WorkerDependencies, shutdown: AbortSignal): Promise<void> {
  const running = new Set<Promise<void>>();
  const empty = new EmptyClaims();
  while (!shutdown.aborted) {
    if (running.size >= CONCURRENCY) {
      await Promise.race(running);
      continue;
    }
    try {
      const claimed = await deps.store.trials.claim(CONCURRENCY - running.size);
      for (const trial of claimed) begin(trial);
      empty.note(claimed.length);
      if (claimed.length > 0) continue;
      await deps.store.trials.waitForWork(shutdown);
      await pause(empty.pauseMilliseconds(), shutdown);
    } catch (error) {
      deps.log.warn({ err: error }, 'reading connections to try failed; trying again');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
    }
  }
  await Promise.allSettled(running);

  function begin(trial: ClaimedTrial): void {
    const work = () => tryConnection(trial, deps, shutdown);
    const task = inSpan('trial', ownTrace({ 'keyway.connection': trial.kind }), work).finally(() =>
      running.delete(task),
    );
    running.add(task);
  }
}
