/**
 * A worker that stops in the middle of a change of Azure for longer than its lease, while another
 * one finishes the set-up: each change is made once, and what the late one has to say is dropped.
 */
import { changeProgress, type Run } from '@keyway/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorkerDependencies } from './runEffect.ts';
import { CALLS, claimedAt, stopping, type Begun } from './testing/changesUnderTest.ts';
import { perform, runOf } from './testing/performedByTest.ts';
import {
  ALL,
  changesOf,
  isInPlace,
  laterBy,
  makeDue,
  replacing,
  setupOf,
} from './testing/setupUnderTest.ts';
import { database, store, until, workerUnderTest } from './testing/workerUnderTest.ts';
import { workLoop } from './workLoop.ts';

workerUnderTest();
afterEach(() => void vi.restoreAllMocks());

/** The lease is over, and another worker does all that is left. */
async function finished({ runId }: Begun): Promise<Run> {
  await database.query(
    `update effect set lease_until = now() - interval '1 second' where run_id = $1 and lease_token is not null`,
    [runId],
  );
  const shutdown = new AbortController();
  const hurry = setInterval(() => void makeDue(runId).catch(() => undefined), 100);
  const loop = workLoop(laterBy(60_000), 4, shutdown.signal);
  try {
    return await until('everything in place', runId, isInPlace);
  } finally {
    clearInterval(hurry);
    shutdown.abort();
    await loop;
  }
}

/** As a stopped process sees it when it continues: the clock ran on. */
function stallClock(): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + 60_000);
}

/** As of a stopped process: no heartbeat finds out that the lease is lost. */
const heartless = (): Pick<WorkerDependencies, 'store'> => {
  const heartbeat = (): Promise<never> => new Promise(() => undefined);
  return { store: replacing(store, { queue: replacing(store.queue, { heartbeat }) }) };
};

const entriesOf = (runId: string): Promise<unknown> =>
  database.query('select id, kind from history_entry where run_id = $1 order by seq', [runId]);

describe.each(CALLS)('a worker that is late with %s', (change, call) => {
  it.each([
    ['after it read what is there', 'readSetup', 'after', 'MADE'],
    ['between the intent and the call', call, 'before', 'MADE'],
    // Azure has the change, and nobody else got the answer.
    ['after the answer', call, 'after', 'UNCONFIRMED'],
  ] as const)('%s changes nothing any more', async (_, stopsAt, when, result) => {
    const begun = await claimedAt(change);
    const { customer, runId, effect } = begun;
    let left: unknown;
    const late = stopping(stopsAt, when, async () => {
      const run = await finished(begun);
      expect(changeProgress(setupOf(run), change)).toMatchObject({ state: result });
      left = [setupOf(run), await entriesOf(runId)];
      stallClock();
    });
    await perform(effect, { ...late, ...heartless() });
    vi.restoreAllMocks();
    expect(left).toBeDefined();
    expect([setupOf(await runOf(runId)), await entriesOf(runId)]).toEqual(left);
    expect(await changesOf(customer)).toEqual(ALL);
  });
});
