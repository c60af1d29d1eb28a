/**
 * Tries stored credentials when they are due, a few at a time. Apart from the effects, so that a
 * cloud that hangs here delays no run.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClaimedTrial } from '@keyway/store';
import type { WorkerDependencies } from '../runEffect.ts';
import { tryConnection } from './tryConnection.ts';

const CONCURRENCY = 4;
const RETRY_PAUSE_MILLISECONDS = 500;

/** Runs until `shutdown`, then releases running trials. */
export async function trialLoop(deps: WorkerDependencies, shutdown: AbortSignal): Promise<void> {
  const running = new Set<Promise<void>>();
  while (!shutdown.aborted) {
    if (running.size >= CONCURRENCY) {
      await Promise.race(running);
      continue;
    }
    try {
      const claimed = await deps.store.trials.claim(CONCURRENCY - running.size);
      for (const trial of claimed) begin(trial);
      if (claimed.length === 0) await deps.store.trials.waitForWork(shutdown);
    } catch (error) {
      deps.log.warn({ err: error }, 'reading connections to try failed; trying again');
      await sleep(RETRY_PAUSE_MILLISECONDS, undefined, { signal: shutdown }).catch(() => undefined);
    }
  }
  await Promise.allSettled(running);

  function begin(trial: ClaimedTrial): void {
    const task = tryConnection(trial, deps, shutdown).finally(() => running.delete(task));
    running.add(task);
  }
}
