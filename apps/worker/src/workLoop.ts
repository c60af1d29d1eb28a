/** Claims due effects and keeps a bounded number of them going; survives a database that goes away. */
import type { ClaimedEffect } from '@keyway/store';
import { runEffect, type WorkerDependencies } from './runEffect.ts';

const AWAY_MILLISECONDS = 500;

/** Runs until `shutdown`; then waits for what is going on. `concurrency`: effects at a time. */
export async function workLoop(deps: WorkerDependencies, concurrency: number, shutdown: AbortSignal): Promise<void> {
  const going = new Set<Promise<void>>();
  while (!shutdown.aborted) {
    const free = concurrency - going.size;
    let claimed: ClaimedEffect[] = [];
    try {
      if (free > 0) claimed = await deps.store.queue.claim(free);
    } catch (error) {
      deps.log.warn({ err: error }, 'the queue cannot be reached; trying again');
      await pause(AWAY_MILLISECONDS, shutdown);
      continue;
    }
    for (const effect of claimed) {
      const task = runEffect(effect, deps, shutdown).finally(() => going.delete(task));
      going.add(task);
    }
    if (claimed.length > 0 && going.size < concurrency) continue;
    await Promise.race([waitForWork(deps, shutdown), ...(going.size >= concurrency ? going : [])]);
  }
  await Promise.allSettled(going);
}

async function waitForWork(deps: WorkerDependencies, shutdown: AbortSignal): Promise<void> {
  try {
    await deps.store.queue.waitForWork(shutdown);
  } catch {
    await pause(AWAY_MILLISECONDS, shutdown);
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
  });
