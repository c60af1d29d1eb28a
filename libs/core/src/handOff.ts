/**
 * What a hand-off may do: a link to the open steps of one run that a customer's admin has to do,
 * without an account (docs/decisions/0058-hand-off.md).
 */
import { canAttest } from './attestationGuards.ts';
import { canVerify } from './guards.ts';
import { planStep, planSteps } from './plans/planFor.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import { isClosed } from './runStatus.ts';
import {
  TRACK_IDS,
  type Actor,
  type Instant,
  type StepId,
  type StepStatus,
  type TrackId,
} from './vocabulary.ts';

/** The customer's own. Steps of the others need an account: approving and submitting are theirs. */
export const HAND_OFF_ACTORS = [
  'AZURE_ADMIN',
  'ENTRA_ADMIN',
  'AWS_ADMIN',
] as const satisfies readonly Actor[];
/** Whose steps a hand-off can be for. */
export type HandOffActor = (typeof HAND_OFF_ACTORS)[number];

/** Whether a hand-off can be for this actor. */
export const isHandOffActor = (actor: string): actor is HandOffActor =>
  HAND_OFF_ACTORS.some((known) => known === actor);

/** How long a hand-off is valid: unless somebody chooses an end, and at most. */
export const HAND_OFF_DAYS = { usual: 14, most: 90 } as const;

/** The end that somebody chose, or the usual one. */
export const handOffEnd = (chosen: Instant | null, now: Instant): Instant =>
  chosen ?? daysAfter(now, HAND_OFF_DAYS.usual);

/** Whether it would be valid for too long. */
export const isHandOffTooLong = (end: Instant, now: Instant): boolean =>
  Date.parse(end) > Date.parse(daysAfter(now, HAND_OFF_DAYS.most));

const daysAfter = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();

/** What an event says of the hand-off that it came by. */
export interface HandOffOfEvent {
  /** Its global ID. */
  id: string;
  actor: HandOffActor;
}

/** A step of a hand-off, and what may be done with it by its link. */
export interface HandedOffStep {
  track: TrackId;
  step: StepId;
  mayCheck: boolean;
  mayAttest: boolean;
}

/**
 * Whether an open step is the actor's: they must act now, or the plan gives it to them and nobody
 * else of the customer must. It stays theirs while Keyway checks it, and while the partner has not
 * connected what it is read from.
 */
function isOpenFor(run: Run, track: TrackId, step: StepId, actor: HandOffActor): boolean {
  const state = run.tracks[track].steps[step];
  const planned = planStep(run, track, step);
  if (!run.tracks[track].applicable || !state || !planned) return false;
  switch (state.status) {
    case 'LOCKED':
    case 'DONE':
    case 'NOT_APPLICABLE':
      return false;
    case 'FAILED':
      return state.actor === actor;
    default:
      return (
        state.actor === actor ||
        (planned.actor === actor && (state.actor === 'SYSTEM' || state.actor === 'PARTNER'))
      );
  }
}

/** Why the step can't be reached by a hand-off for this actor; null where it can. */
export const handOffProblem = (
  run: Run,
  { track, step }: { track: TrackId; step: StepId },
  { actor }: Pick<HandOffOfEvent, 'actor'>,
): Refusal | null =>
  isOpenFor(run, track, step, actor) ? null : refuse('stepNotHandedOff', ['step']);

/**
 * Why it can't be attested by a hand-off, before the rules for everybody. What can't be undone
 * needs an approval and the typed organization ID of somebody who signed in; and which key it is,
 * which an attestation of KEY on AWS says where none was provided, is for the partner to name.
 */
export function handOffAttestationProblem(
  run: Run,
  place: { track: TrackId; step: StepId },
  handOff: Pick<HandOffOfEvent, 'actor'>,
): Refusal | null {
  const problem = handOffProblem(run, place, handOff);
  if (problem) return problem;
  const namesKey =
    run.organization.cloud === 'AWS' && place.step === 'KEY' && !run.tracks[place.track].key;
  if (namesKey) return refuse('keyNeedsAccount', ['step']);
  return planStep(run, place.track, place.step)?.pointOfNoReturn
    ? refuse('stepNeedsAccount', ['step'])
    : null;
}

const placesOf = (run: Run): { track: TrackId; step: StepId }[] =>
  TRACK_IDS.filter((track) => run.tracks[track].applicable).flatMap((track) =>
    planSteps(run, track).map(({ id }) => ({ track, step: id })),
  );

/** The open steps of the actor, in the order of the plan; none of a closed run. */
export function handedOffSteps(run: Run, actor: HandOffActor, now: Instant): HandedOffStep[] {
  if (isClosed(run)) return [];
  return placesOf(run)
    .filter(({ track, step }) => isOpenFor(run, track, step, actor))
    .map(({ track, step }) => ({
      ...{ track, step },
      mayCheck: canVerify(run, track, step) === null,
      mayAttest:
        handOffAttestationProblem(run, { track, step }, { actor }) === null &&
        canAttest(run, track, step, now) === null,
    }));
}

/** The steps that the plan gives to the actor, with this status, in the order of the plan. */
const stepsOf = (
  run: Run,
  actor: HandOffActor,
  status: StepStatus,
): { track: TrackId; step: StepId }[] =>
  placesOf(run).filter(
    ({ track, step }) =>
      planStep(run, track, step)?.actor === actor &&
      run.tracks[track].steps[step]?.status === status,
  );

/**
 * Why a hand-off for this actor would be of no use: the plan gives them nothing, or all of it is
 * done. Null where there is something for them, now or when the steps before are done.
 */
export function handOffActorProblem(run: Run, actor: HandOffActor): Refusal | null {
  const places = placesOf(run);
  const isPlanned = places.some(({ track, step }) => planStep(run, track, step)?.actor === actor);
  if (!isPlanned) return refuse('handOffActorNotInPlan', ['actor']);
  const isLeft =
    places.some(({ track, step }) => isOpenFor(run, track, step, actor)) ||
    handedOffStepsLater(run, actor).length > 0;
  return isLeft ? null : refuse('handOffNothingToDo', ['actor']);
}

/** The actor's steps that are done. */
export const handedOffStepsDone = (run: Run, actor: HandOffActor) => stepsOf(run, actor, 'DONE');

/** The actor's steps that open when those before them are done. */
export const handedOffStepsLater = (run: Run, actor: HandOffActor) =>
  isClosed(run) ? [] : stepsOf(run, actor, 'LOCKED');
