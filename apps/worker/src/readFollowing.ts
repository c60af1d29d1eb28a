/**
 * Reads what an observation makes possible, such as the key of a vault that was found, so that all
 * is written at once instead of step by step. Only reads: an act has its own effect.
 */
import {
  immediateObservations,
  transition,
  type ObservationEffect,
  type Run,
  type RunEvent,
} from '@keyway/core';
import type { Following } from '@keyway/store';

/** Nothing more begins so long after the first reading did: people wait to see that one. */
export const BEGINS_WITHIN_MILLISECONDS = 1_000;
/** What takes longer is left out, and is read again by its own effect. */
export const READ_WITHIN_MILLISECONDS = 2_000;

/** How it is read. */
export interface FollowingReads {
  /** By `performance.now()`, when the first reading began. */
  begunAt: number;
  /** Ends what is under way. */
  signal: AbortSignal;
  /** By the database's clock. */
  now: () => Date;
  /** The event of what is read for the effect, of the run as it then will be. */
  read: (effect: ObservationEffect, run: Run, signal: AbortSignal) => Promise<RunEvent>;
}

/** What follows `first`, an event of the run, in an order in which the core takes it. */
export async function readFollowing(
  run: Run,
  first: RunEvent,
  { begunAt, signal, now, read }: FollowingReads,
): Promise<Following[]> {
  const following: Following[] = [];
  const begun = new Set<string>();
  let last = applied(run, first);
  let late: AbortSignal | null = null;
  while (last.asked.length > 0 && performance.now() - begunAt < BEGINS_WITHIN_MILLISECONDS) {
    const ending = (late ??= AbortSignal.any([
      signal,
      AbortSignal.timeout(READ_WITHIN_MILLISECONDS),
    ]));
    const reading = { since: now().toISOString(), run: last.run };
    const reads = last.asked.map((effect) =>
      unlessLate(() => read(effect, reading.run, ending), ending),
    );
    const asked: ObservationEffect[] = [];
    for (const [index, event] of (await Promise.all(reads)).entries()) {
      const { jobKey } = last.asked[index]!;
      begun.add(jobKey);
      if (!event) continue;
      following.push({ event, jobKey, reading });
      const next = applied(last.run, event);
      asked.push(...next.asked);
      last = { ...last, run: next.run };
    }
    last = { ...last, asked: asked.filter(({ jobKey }) => !begun.has(jobKey)) };
    if (ending.aborted) break;
  }
  return following;
}

/** The run after the event, and what it asks for at once. */
function applied(run: Run, event: RunEvent): { run: Run; asked: ObservationEffect[] } {
  const result = transition(run, event);
  if ('refusal' in result) return { run, asked: [] };
  return { run: result.run, asked: immediateObservations(result.effects) };
}

/**
 * Null for what ended with the time, which says nothing of the cloud, and for what threw: its own
 * effect will throw and report it.
 */
async function unlessLate(
  read: () => Promise<RunEvent>,
  late: AbortSignal,
): Promise<RunEvent | null> {
  try {
    const event = await read();
    return late.aborted ? null : event;
  } catch {
    return null;
  }
}
