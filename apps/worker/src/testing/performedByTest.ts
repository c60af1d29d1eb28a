/** Effects that a test claims and performs itself, when it wants. Imported by tests only. */
import { MAX_WAIT_MILLISECONDS } from '@keyway/testing';
import type { Run } from '@keyway/core';
import type { ClaimedEffect } from '@keyway/store';
import { expect, vi } from 'vitest';
import { leaseClock } from '../leaseClock.ts';
import { runEffect, type WorkerDependencies } from '../runEffect.ts';
import { asClient, database, dependencies, store } from './workerUnderTest.ts';

export const runOf = async (runId: string): Promise<Run> =>
  (await asClient('a run', () => store.system().run(runId)))!.run;

/** Of this run, as if the queue had nothing else. */
export async function claim(runId: string, jobKey: string): Promise<ClaimedEffect> {
  await database.query(
    `update effect set due_at = now() + interval '1 hour' where not (run_id = $1 and slot = $2)`,
    [runId, jobKey],
  );
  await database.query(
    `update effect set due_at = now() - interval '1 second' where run_id = $1 and slot = $2`,
    [runId, jobKey],
  );
  const claimed = await vi.waitFor(
    async () => {
      const [effect] = await store.queue.claim(1);
      expect(effect).toBeDefined();
      return effect!;
    },
    { timeout: MAX_WAIT_MILLISECONDS },
  );
  expect([claimed.runId, claimed.jobKey]).toEqual([runId, jobKey]);
  return claimed;
}

export const perform = (
  effect: ClaimedEffect,
  change: Partial<WorkerDependencies> = {},
  claimedAt = leaseClock(),
): Promise<void> =>
  runEffect(effect, { ...dependencies(), ...change }, new AbortController().signal, claimedAt);
