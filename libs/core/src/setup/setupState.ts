/** What a track knows of a set-up by Keyway: what was asked for, planned, confirmed and done. */
import type { SetupTarget } from '../azureSetupPort.ts';
import type { DatabaseDelay } from '../databaseDelay.ts';
import type { NamedActor } from '../eventActor.ts';
import type { ReadFailure } from '../observedSchema.ts';
import type { Instant, StepId } from '../vocabulary.ts';
import {
  isLeftOpen,
  isOptional,
  isToDo,
  type ChangeKind,
  type PlannedChange,
} from './plannedChange.ts';
import type { SetupRequest } from './setupRequest.ts';

/** The steps that a set-up brings about. */
export const SET_UP: ReadonlySet<StepId> = new Set(['VAULT', 'NETWORK', 'KEY']);

/** A plan of changes, as it was read at an instant. */
export interface SetupPlan {
  changes: readonly PlannedChange[];
  /** Names exactly these changes; `planHash`. */
  hash: string;
  at: Instant;
}

/** Every `ChangeResult`, as in the enum of the public contract. */
export const CHANGE_RESULTS = ['MADE', 'UNCONFIRMED', 'ALREADY_THERE', 'FAILED'] as const;
/**
 * - `MADE`: Azure answered that it made Keyway's change.
 * - `UNCONFIRMED`: Keyway sent it, the answer was lost, and it is there now.
 * - `ALREADY_THERE`: it was there before Keyway sent anything.
 */
export type ChangeResult = (typeof CHANGE_RESULTS)[number];

/** How far one confirmed change is; absent before it was begun. */
export interface ChangeProgress {
  kind: ChangeKind;
  /** `SENDING`: it was begun, and nothing is known of its outcome. */
  state: ChangeResult | 'SENDING';
  at: Instant;
  /** `SENDING`: what was sent may arrive until then. Absent in runs of earlier versions. */
  inFlightUntil?: Instant;
  /** `SENDING`: the call was seen to end without an answer, so that it may be repeated. */
  answerLost?: true;
  /** `FAILED`: why. */
  failure?: ReadFailure;
  /** It became known after the set-up had ended. */
  late?: true;
}

/** Why a set-up ended before it was done. */
export const SETUP_END_REASONS = [
  'cancelled',
  'runCancelled',
  'changeFailed',
  'notReadable',
  'connectionChanged',
  'organizationChanged',
] as const;
/** Why a set-up ended before every change was made. */
export type SetupEndReason = (typeof SETUP_END_REASONS)[number];

/** A change that Keyway made, and where. */
export interface MadeChange {
  kind: ChangeKind;
  target: SetupTarget;
}

/** A change that was on its way when its set-up ended, and where to. */
export interface UnansweredChange
  extends MadeChange, Pick<ChangeProgress, 'inFlightUntil' | 'answerLost'> {
  setupId: string;
}

/** The last set-up that was asked for on a track. A later one replaces it once it is over. */
export interface TrackSetup {
  /** The event that asked for it. */
  id: string;
  request: SetupRequest;
  requestedBy: NamedActor;
  requestedAt: Instant;
  /** Null until everything was read. */
  plan: SetupPlan | null;
  /** The plan was made again because what is there is not what was confirmed. */
  replanned?: true;
  /** Null until a person confirms exactly this plan. */
  confirmed: { by: NamedActor; at: Instant; hash: string } | null;
  progress: readonly ChangeProgress[];
  /** The last call that failed and is tried again, or why it ended. */
  failure: ReadFailure | null;
  /** What earlier set-ups of the track made. */
  made: readonly MadeChange[];
  /** What earlier ones sent without an answer, which may still come; absent: nothing. */
  unanswered?: readonly UnansweredChange[];
  /** Nothing is read before: what was sent earlier to this vault may arrive until then. */
  waitsUntil?: Instant;
  /** The last loss of the database that a change waited for; absent: none did. */
  delayed?: DatabaseDelay;
  /** It ended before it was done. Nothing that was made is undone. */
  ended?: { reason: SetupEndReason; at: Instant; by?: NamedActor };
}

/** Every `SetupStatus`, as in the enum of the public contract. */
export const SETUP_STATUSES = [
  'PLANNING',
  'PLANNED',
  'APPLYING',
  'DONE',
  'STOPPED',
  'CANCELLED',
] as const;
/**
 * `PLANNED`: a person has to confirm. `STOPPED`: it ended before everything that was asked for was
 * in place.
 */
export type SetupStatus = (typeof SETUP_STATUSES)[number];

/** What became of one change; undefined where it has not begun. */
export const changeProgress = (setup: TrackSetup, kind: ChangeKind): ChangeProgress | undefined =>
  setup.progress.find((progress) => progress.kind === kind);

/** The confirmed change that is made next; null where none is left. */
export function nextChange(setup: TrackSetup): PlannedChange | null {
  if (!setup.plan || !setup.confirmed) return null;
  const isOpen = (change: PlannedChange): boolean => {
    const state = changeProgress(setup, change.kind)?.state;
    return isToDo(change) && (state === undefined || state === 'SENDING');
  };
  return setup.plan.changes.find(isOpen) ?? null;
}

/** Derived from what is stored, never stored itself. */
export function setupStatus(setup: TrackSetup): SetupStatus {
  if (setup.ended) {
    const isPerson = setup.ended.reason === 'cancelled' || setup.ended.reason === 'runCancelled';
    return isPerson ? 'CANCELLED' : 'STOPPED';
  }
  if (!setup.plan) return 'PLANNING';
  if (!setup.confirmed) return 'PLANNED';
  if (nextChange(setup)) return 'APPLYING';
  return setup.plan.changes.some(isLeftOpen) ? 'STOPPED' : 'DONE';
}

/** Whether Keyway changes something in Azure: no one else changes what it rests on meanwhile. */
export const isApplying = (setup: TrackSetup | undefined): boolean =>
  setup !== undefined && setupStatus(setup) === 'APPLYING';

/** Whether Keyway plans or changes something now. */
export const isSettingUp = (setup: TrackSetup | undefined): boolean =>
  setup !== undefined && ['PLANNING', 'APPLYING'].includes(setupStatus(setup));

/** What Keyway made on a track until now. */
export function madeBefore(setup: TrackSetup | undefined): readonly MadeChange[] {
  if (!setup) return [];
  const { target } = setup.request;
  const made = setup.progress.filter(({ state }) => state === 'MADE');
  return [...setup.made, ...made.map(({ kind }) => ({ kind, target }))];
}

/** What was sent on a track and has no answer. */
export function unansweredBefore(setup: TrackSetup | undefined): readonly UnansweredChange[] {
  if (!setup) return [];
  const { target } = setup.request;
  const sent = setup.progress.filter(({ state }) => state === 'SENDING');
  return [
    ...(setup.unanswered ?? []),
    ...sent.map(({ kind, inFlightUntil, answerLost }) => ({
      ...{ kind, target, setupId: setup.id },
      ...(inFlightUntil !== undefined && { inFlightUntil }),
      ...(answerLost && { answerLost }),
    })),
  ];
}

/** Whether it is neither done nor over. */
export const isSetupOpen = (setup: TrackSetup | undefined): setup is TrackSetup =>
  setup !== undefined && ['PLANNING', 'PLANNED', 'APPLYING'].includes(setupStatus(setup));

/**
 * Why a plan can't be confirmed: something in it could not be read, or nothing in it can be done.
 */
export function planProblem({ changes }: SetupPlan): 'unknown' | 'nothingPossible' | null {
  if (changes.some(({ outcome }) => outcome === 'UNKNOWN')) return 'unknown';
  const isPossible = (change: PlannedChange): boolean =>
    isToDo(change) || (change.outcome === 'ALREADY_THERE' && !isOptional(change.kind));
  const key = changes.find(({ kind }) => kind === 'CREATE_KEY');
  return changes.some(isToDo) || (key && isPossible(key)) ? null : 'nothingPossible';
}
