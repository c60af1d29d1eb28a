/** Keyway sets up vault, network and key itself, once a person confirmed the plan of changes. */
import { jobKeys, withTrack, type Outcome } from '../change.ts';
import { isRetryable } from '../connectorError.ts';
import { isNewDelay, withoutDelay } from '../databaseDelay.ts';
import type { RunEventOf } from '../event.ts';
import { namedActor } from '../eventActor.ts';
import { isFrozen } from '../knowledge.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { backOffDue, plusSeconds } from '../polling.ts';
import type { Run, RunDraft } from '../run.ts';
import { sameJson } from '../sameJson.ts';
import { isOptional, isToDo, planHash, type ChangeKind } from '../setup/plannedChange.ts';
import type { AboutChange } from '../setup/setupEvents.ts';
import {
  canCancelSetup,
  canConfirmSetup,
  canPlanSetup,
  separationProblem,
} from '../setup/setupGuards.ts';
import { mayArriveUntil } from '../setup/openCalls.ts';
import { asSetupRequest, setupInputProblem } from '../setup/setupRequest.ts';
import {
  isSetupOpen,
  madeBefore,
  nextChange,
  unansweredBefore,
  changeProgress,
  type ChangeProgress,
  type SetupEndReason,
  type TrackSetup,
} from '../setup/setupState.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { lateAnswer } from './lateSetup.ts';
import { changeEffect, planEffect } from './setupEffects.ts';
import { adoptKey, observeChanged } from './setupKey.ts';

/** Azure is doing something else with the same thing, such as making it; tried again so often. */
const MAX_CONFLICTS = 10;
/**
 * How long a change may be on its way where nobody saw its call end, such as of a stopped process:
 * longer than any call's time-out. A vault that is sent again then would replace what others set in
 * between. Real seconds: no poll scale shortens somebody else's network.
 */
const MAX_IN_FLIGHT_SECONDS = 45;
/**
 * After the database lost what was written last, perhaps the intent of a change: how long none is
 * sent. Whatever was sent has arrived by then, and is read.
 */
export const LOST_CHANGE_SECONDS = MAX_IN_FLIGHT_SECONDS;
const CONFLICT = 409;
const PASSING_CONFLICTS: ReadonlySet<string> = new Set([
  'Conflict',
  'ConflictError',
  'AnotherOperationInProgress',
  'OperationNotAllowed',
]);

const unchanged = (run: Run): Outcome => ({ run, changed: false });
const withSetup = (run: RunDraft, track: TrackId, setup: TrackSetup): RunDraft =>
  withTrack(run, track, { setup });
const withoutRetryAfter = (failure: ReadFailure): ReadFailure => ({
  ...failure,
  retryAfterSeconds: null,
});

export function setupRequested(run: Run, event: RunEventOf<'setupRequested'>): Outcome {
  const { track, ...input } = event.data;
  const subscriptionId = input.subscriptionId ?? run.connections.azure?.subscriptionId ?? null;
  const asked = { ...input, subscriptionId };
  const problem = canPlanSetup(run, track) ?? setupInputProblem(asked);
  if (problem) return { refusal: problem };
  const request = asSetupRequest(asked);
  const shared = separationProblem(run, track, request, 'vaultName');
  if (shared) return { refusal: shared };
  const unanswered = unansweredBefore(run.tracks[track].setup);
  const setup: TrackSetup = {
    ...{ id: event.id, request, requestedBy: namedActor(event.actor), requestedAt: event.at },
    ...{ plan: null, confirmed: null, progress: [], failure: null },
    made: madeBefore(run.tracks[track].setup),
    ...(unanswered.length > 0 && { unanswered }),
  };
  const until = mayArriveUntil(withSetup(run, track, setup), setup);
  const next = until !== null && until > event.at ? { ...setup, waitsUntil: until } : setup;
  return { run: withSetup(run, track, next), effects: [planEffect(track, next, 0)] };
}

/** The set-up that an answer of the worker is about, while it is open; null: it is late. */
function openSetup(run: Run, track: TrackId, setupId: string): TrackSetup | null {
  const { setup } = run.tracks[track];
  return isSetupOpen(setup) && setup.id === setupId && !isFrozen(run, track) ? setup : null;
}

/**
 * The plan, or another one than was confirmed since what is there changed: then what was confirmed
 * is void. What was made already is there in the new plan.
 */
export function setupPlanned(run: Run, event: RunEventOf<'setupPlanned'>): Outcome {
  const { track, setupId, changes } = event.data;
  const setup = openSetup(run, track, setupId);
  if (!setup) return unchanged(run);
  const plan = { changes, hash: planHash(setup.request, changes), at: event.at };
  const replanned = setup.confirmed || setup.replanned ? ({ replanned: true } as const) : {};
  // What was made and is gone again is made again, once a person confirms that.
  const again = new Set(changes.filter(isToDo).map(({ kind }) => kind));
  const progress = setup.progress.filter(
    ({ kind, state }) => state === 'SENDING' || !again.has(kind),
  );
  const next = { ...setup, ...replanned, plan, progress, confirmed: null, failure: null };
  return { run: withSetup(run, track, next) };
}

export function setupPlanFailed(run: Run, event: RunEventOf<'setupPlanFailed'>): Outcome {
  const { track, setupId, failure, attempt } = event.data;
  const setup = openSetup(run, track, setupId);
  if (!setup || setup.plan) return unchanged(run);
  const seen = { ...setup, failure: withoutRetryAfter(failure) };
  if (!isRetryable(failure.kind))
    return { run: withSetup(run, track, ended(seen, 'notReadable', event.at)) };
  const due = backOffDue(attempt, failure);
  const effects = [{ ...planEffect(track, setup, attempt + 1), due }];
  return sameJson(setup.failure, seen.failure)
    ? { run, changed: false, effects }
    : { run: withSetup(run, track, seen), effects };
}

/** What is there already is done, and not by Keyway; the worker makes the rest. */
export function setupConfirmed(run: Run, event: RunEventOf<'setupConfirmed'>): Outcome {
  const { track, planHash: hash } = event.data;
  const problem = canConfirmSetup(run, track, hash);
  if (problem) return { refusal: problem };
  const setup = run.tracks[track].setup!;
  const confirmed = { by: namedActor(event.actor), at: event.at, hash };
  const before = setup.progress.filter(({ state }) => state !== 'FAILED');
  const there = setup
    .plan!.changes.filter(
      ({ outcome, kind }) => outcome === 'ALREADY_THERE' && !changeProgress(setup, kind),
    )
    .map(({ kind }): ChangeProgress => ({ kind, state: 'ALREADY_THERE', at: event.at }));
  const next: TrackSetup = { ...setup, confirmed, progress: [...before, ...there], failure: null };
  const key = next.plan!.changes.find(({ kind }) => kind === 'CREATE_KEY');
  const isThere = key?.outcome === 'ALREADY_THERE' && key.keyIdentifier !== undefined;
  const change = isThere
    ? adoptKey(withSetup(run, track, next), track, key.keyIdentifier!, event.at)
    : { run: withSetup(run, track, next), effects: [] };
  const effect = changeEffect(track, next, 0);
  return { ...change, effects: [...(change.effects ?? []), ...(effect ? [effect] : [])] };
}

/** The set-up, while this change of this confirmed plan is the next one. */
function changing(run: Run, { track, setupId, planHash: hash, change }: AboutChange) {
  const setup = openSetup(run, track, setupId);
  if (setup?.confirmed?.hash !== hash || nextChange(setup)?.kind !== change) return null;
  return setup;
}

const withProgress = (
  setup: TrackSetup,
  kind: ChangeKind,
  entry: Omit<ChangeProgress, 'kind'> | null,
): TrackSetup => ({
  ...setup,
  progress: [
    ...setup.progress.filter((progress) => progress.kind !== kind),
    ...(entry ? [{ kind, ...entry }] : []),
  ],
});

/** The effect stays: a worker comes back to it. */
export function setupChangeDelayed(run: Run, event: RunEventOf<'setupChangeDelayed'>): Outcome {
  const { track, setupId: _id, planHash: _hash, change: _change, ...delayed } = event.data;
  const setup = changing(run, event.data);
  return setup && isNewDelay(setup.delayed, delayed, event.at)
    ? { run: withSetup(run, track, { ...setup, delayed }) }
    : unchanged(run);
}

/**
 * The intent, committed before the call: a later attempt knows that it may have been sent, and
 * until when it may arrive. Each send has its own, and none begins while another may arrive.
 */
export function setupChangeStarted(run: Run, event: RunEventOf<'setupChangeStarted'>): Outcome {
  const { track, change } = event.data;
  const setup = changing(run, event.data);
  const before = setup && changeProgress(setup, change);
  if (!setup || (before && before.state !== 'SENDING')) return unchanged(run);
  const until = mayArriveUntil(run, setup);
  if (until !== null && until > event.at) return unchanged(run);
  const inFlightUntil = plusSeconds(event.at, MAX_IN_FLIGHT_SECONDS);
  const sending = { state: 'SENDING', at: event.at, inFlightUntil } as const;
  const begun = withProgress(setup, change, sending);
  return { run: withSetup(run, track, withoutDelay(begun, event.at)) };
}

/** Made, or there: the steps are DONE by what is observed then, and not by what was sent. */
export function setupChangeMade(run: Run, event: RunEventOf<'setupChangeMade'>): Outcome {
  const { track, change, result, keyIdentifier, late } = event.data;
  if (late) return lateAnswer(run, event.data, { state: result, at: event.at });
  const setup = changing(run, event.data);
  if (!setup) return unchanged(run);
  const done = withProgress(setup, change, { state: result, at: event.at });
  const next = { ...done, failure: null };
  const base = withSetup(run, track, next);
  const known =
    change === 'CREATE_KEY' && keyIdentifier !== null
      ? adoptKey(base, track, keyIdentifier, event.at)
      : observeChanged(base, track, event.at);
  const effect = changeEffect(track, next, 0);
  return { ...known, effects: [...(known.effects ?? []), ...(effect ? [effect] : [])] };
}

const isPassingConflict = ({ status, code }: ReadFailure, attempt: number): boolean =>
  status === CONFLICT && code !== null && PASSING_CONFLICTS.has(code) && attempt < MAX_CONFLICTS;

/** What is known of the intent once its attempt failed. */
function afterFailure(
  setup: TrackSetup,
  {
    change,
    definite,
    sent,
  }: Pick<RunEventOf<'setupChangeFailed'>['data'], 'change' | 'definite' | 'sent'>,
): TrackSetup {
  const intent = changeProgress(setup, change);
  if (!intent) return setup;
  if (definite) return withProgress(setup, change, null);
  return sent && !intent.answerLost
    ? withProgress(setup, change, { ...intent, answerLost: true })
    : setup;
}

/**
 * A refusal of what nothing else rests on leaves the others as they are; any other one ends it.
 * `definite`: the call did nothing.
 */
export function setupChangeFailed(run: Run, event: RunEventOf<'setupChangeFailed'>): Outcome {
  const { track, change, failure, attempt, late, definite } = event.data;
  const kept = withoutRetryAfter(failure);
  const refused = { state: 'FAILED', at: event.at, failure: kept } as const;
  if (late)
    return lateAnswer(run, event.data, definite ? refused : { state: 'LOST', at: event.at });
  const setup = changing(run, event.data);
  if (!setup) return unchanged(run);
  if (isRetryable(failure.kind) || isPassingConflict(failure, attempt)) {
    const base = afterFailure(setup, event.data);
    const next = { ...base, failure: kept };
    const due = backOffDue(attempt, failure);
    const effects = [{ ...changeEffect(track, next, attempt + 1)!, due }];
    return base === setup && sameJson(setup.failure, kept)
      ? { run, changed: false, effects }
      : { run: withSetup(run, track, next), effects };
  }
  const failed = withProgress(setup, change, refused);
  const next = isOptional(change)
    ? { ...failed, failure: null }
    : ended({ ...failed, failure: kept }, 'changeFailed', event.at);
  const effect = next.ended ? null : changeEffect(track, next, 0);
  return { run: withSetup(run, track, next), effects: effect ? [effect] : [] };
}

export function setupCancelled(run: Run, event: RunEventOf<'setupCancelled'>): Outcome {
  const { track } = event.data;
  const problem = canCancelSetup(run, track);
  if (problem) return { refusal: problem };
  const by = namedActor(event.actor);
  const setup = ended(run.tracks[track].setup!, 'cancelled', event.at);
  return {
    run: withSetup(run, track, { ...setup, ended: { ...setup.ended!, by } }),
    clearJobKeys: [jobKeys.setup(track)],
  };
}

const ended = (setup: TrackSetup, reason: SetupEndReason, at: Instant): TrackSetup => ({
  ...setup,
  ended: { reason, at },
});

/** Ends an open set-up of a track whose basis is gone; nothing that was made is undone. */
export function withoutSetup(
  run: RunDraft,
  track: TrackId,
  reason: SetupEndReason,
  at: Instant,
): { run: RunDraft; clearJobKeys: string[] } {
  const { setup } = run.tracks[track];
  if (!isSetupOpen(setup)) return { run, clearJobKeys: [] };
  return {
    run: withSetup(run, track, ended(setup, reason, at)),
    clearJobKeys: [jobKeys.setup(track)],
  };
}
