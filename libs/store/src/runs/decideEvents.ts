/** What events make of a run; reads and writes nothing. */
import {
  heldConfiguration,
  immediateObservations,
  refuse,
  sameBasis,
  transition as coreTransition,
  withNeededEffect,
  type Refusal,
  type Run,
  type RunEvent,
  type Transition,
} from '@keyway/core';
import type { Clock } from '../database/clock.ts';
import { storable } from '../history/storableJson.ts';
import type { ChainEnd, KnownRun } from './advanceValues.ts';
import type { Following, Reading } from './runRecord.ts';
import { observedSteps } from './stateParts.ts';

export interface Decided<E extends RunEvent = RunEvent> {
  /** With the instant of its entry. */
  event: E;
  /** The run before it; null for the event that starts it. */
  before: Run | null;
  outcome: Transition;
  /** The job key of the effect that it was read for without being claimed. */
  followed?: string;
}

interface Deciding {
  clock: Clock;
  /** The job key of the effect that ends with the event. */
  ended: string | null;
  transition?: typeof coreTransition | undefined;
}

/** Applies the event to what is known, null before the first event. */
export function decide<E extends RunEvent>(
  known: KnownRun | null,
  given: E,
  end: ChainEnd,
  { clock, ended, transition = coreTransition }: Deciding,
): Decided<E> | { refusal: Refusal } {
  const event = storableEvent(given, clock.nextInstant(given.at, end));
  const before = known?.run ?? null;
  const result = transition(before, event);
  if ('refusal' in result) return result;
  const outcome = ended === null ? result : withNeededEffect(result, ended);
  const isHeldByOther = known && known.configuredBy !== null && known.configuredBy !== known.runId;
  if (isHeldByOther && submissionStage(outcome.run) > submissionStage(known.run))
    return { refusal: refuse('organizationHasConfiguration', ['runId']) };
  return { event, before, outcome };
}

/** Why the run would refuse the event, as it is now. */
export function refusalOf(run: Run, event: RunEvent): Refusal | null {
  const result = coreTransition(run, event);
  return 'refusal' in result ? result.refusal : null;
}

/**
 * Applies what followed as well, in its order, as long as the run asks for it at once. What it does
 * not ask for, or names differently by now, is left out: where it is needed, its effect is written.
 */
export function decideFollowing(
  known: KnownRun,
  first: Decided,
  following: readonly Following[],
  end: ChainEnd,
  clock: Clock,
): [Decided, ...Decided[]] {
  const all: [Decided, ...Decided[]] = [first];
  const asked = new Set<string>();
  const ask = ({ outcome }: Decided): void =>
    immediateObservations(outcome.effects).forEach(({ jobKey }) => asked.add(jobKey));
  ask(first);
  for (const { event: given, jobKey, reading } of following) {
    const last = all.at(-1)!;
    const { run } = last.outcome;
    if (!asked.delete(jobKey) || isOvertaken(reading, given, run, [])) continue;
    const after = { ...end, at: new Date(last.event.at) };
    const next = decide({ ...known, run }, given, after, { clock, ended: jobKey });
    if ('refusal' in next) continue;
    all.push({ ...next, followed: jobKey });
    ask(next);
  }
  return all;
}

/**
 * Whether a step was observed by others since this reading of it began, which may be older then, or
 * whether the run names something else to read for it by now.
 */
export const isOvertaken = (
  { run }: Reading,
  event: RunEvent,
  current: Run,
  observedSince: readonly string[],
): boolean =>
  observedSteps(event).some(
    ({ track, step }) =>
      observedSince.includes(`${track}/${step}`) || !sameBasis(run, current, track, step),
  );

/**
 * `at` is the database's instant, so that entries are in the order of their times. As it is stored,
 * so that the next event finds the same whether the run was read meanwhile or not.
 */
const storableEvent = <E extends RunEvent>(event: E, at: string): E =>
  // Cast: JSON of an event is that event.
  JSON.parse(JSON.stringify(storable({ ...event, at }))) as E;

/**
 * 2: the run holds the organization's one configuration (docs/reference/run.md, rule 6); 1: it is
 * about to send one.
 */
function submissionStage(run: Run): 0 | 1 | 2 {
  if (heldConfiguration(run) !== null) return 2;
  const { submission, attesting } = run.tracks.AEP;
  return submission?.status === 'rereading' || attesting ? 1 : 0;
}
