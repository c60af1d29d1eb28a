/**
 * What one observation leaves known of a step: something read, something that has to be seen again,
 * or nothing. One bad observation flips nothing that takes longer.
 */
import type { UnstampedResult } from '../catalog/evaluateStep.ts';
import { observationOf, type StepFacts } from '../facts.ts';
import { isRetryable } from '../connectorError.ts';
import { sameJson } from '../sameJson.ts';
import type { Instant } from '../vocabulary.ts';
import { afterMissing, isNewlyMissing, type Confirmation } from './absence.ts';
import { steadinessAfter } from './steadiness.ts';
import type { WatchedStep } from './watch.ts';

/** A failure that may pass counts once so many observations in a row had one. */
const OBSERVATIONS_BEFORE_UNREACHABLE = 3;

export const NOTHING_KNOWN: WatchedStep = {
  facts: null,
  checks: [],
  unreadable: null,
  suspected: null,
};

/** Whether nobody could read the step, for as long as it takes to be sure. */
export const isUnreachable = ({ unreadable }: WatchedStep): boolean => unreadable?.isSure ?? false;

/** Whether what the last observation saw has to be seen again before it counts. */
export const isUnsettled = (step: WatchedStep): boolean =>
  step.suspected !== null || (step.unreadable !== null && !isUnreachable(step));

/** What an observation read of a step, and what its other answers say of something missing. */
export interface StepObservation {
  facts: StepFacts;
  results: readonly UnstampedResult[];
  confirmation: Confirmation;
}

/**
 * The step after an observation. Its checks are those of before: they are evaluated from the facts.
 */
export function mergeObservation(
  before: WatchedStep,
  observation: StepObservation,
  time: { at: Instant; timeScale: number },
): WatchedStep {
  const { steadiness: _, ...after } = merged(before, observation, time);
  return { ...after, ...steadinessAfter(before, after, time) };
}

function merged(
  step: WatchedStep,
  { facts, results, confirmation }: StepObservation,
  { at, timeScale }: { at: Instant; timeScale: number },
): WatchedStep {
  const observed = observationOf(facts);
  if (observed.outcome === 'unreadable') {
    const failure = { ...observed.failure, retryAfterSeconds: null };
    const { since, observations, isSure } = step.unreadable ?? {
      since: at,
      observations: 0,
      isSure: false,
    };
    const isSureNow =
      isSure || !isRetryable(failure.kind) || observations + 1 >= OBSERVATIONS_BEFORE_UNREACHABLE;
    // Not counted on: an outage that lasts writes nothing new with each observation.
    const counted = Math.min(observations + 1, OBSERVATIONS_BEFORE_UNREACHABLE);
    return { ...step, unreadable: { failure, since, observations: counted, isSure: isSureNow } };
  }
  if (isNewlyMissing(facts, results, step)) {
    const missing = afterMissing(step, { facts, confirmation }, { at, timeScale });
    if (!missing.isGone) return { ...step, unreadable: null, suspected: missing.suspected };
  }
  const kept = step.facts && sameJson(step.facts, facts) ? step.facts : facts;
  return { ...step, facts: kept, unreadable: null, suspected: null };
}
