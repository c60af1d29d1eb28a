/** Loops that observe watched keys, and what they found. Imported by tests only. */
import { MAX_WAIT_MILLISECONDS } from '@keyway/testing';
import type { Health } from '@keyway/core';
import { Occupancy } from '../occupancy.ts';
import { watchLoop } from '../watch/watchLoop.ts';
import { database, dependencies } from './workerUnderTest.ts';

export async function withWatches<T>(count: number, work: () => Promise<T>): Promise<T> {
  const shutdown = new AbortController();
  const loops = Array.from({ length: count }, () =>
    watchLoop(dependencies(), new Occupancy(4), shutdown.signal),
  );
  try {
    return await work();
  } finally {
    shutdown.abort();
    await Promise.all(loops);
  }
}

export async function healthOf(runId: string): Promise<Health | null> {
  const [row] = await database.query<{ health: Health }>(
    'select health from watch where run_id = $1',
    [runId],
  );
  return row?.health ?? null;
}

export async function untilHealth(runId: string, wanted: Health): Promise<void> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  while ((await healthOf(runId)) !== wanted) {
    if (Date.now() > end) throw new Error(`${wanted}: ${String(await healthOf(runId))}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
