/**
 * The effects that a run in this state must have waiting. The store requests missing ones again. A
 * property test checks that every transition agrees (properties.test.ts).
 */
import type { Effect } from './effect.ts';
import { isFrozen } from './knowledge.ts';
import { planSteps } from './plans/planFor.ts';
import type { Run } from './run.ts';
import { isClosed } from './runStatus.ts';
import { observeEffect } from './settle.ts';
import type { StepState } from './stepState.ts';
import { isRereading } from './stepGuards.ts';
import { canObserve, isObservedStep } from './stepStatus.ts';
import { expiryEffect } from './transitions/approval.ts';
import { pollEffect } from './transitions/activation.ts';
import { assignAgain } from './transitions/roleAssignment.ts';
import { setupEffect } from './transitions/setupEffects.ts';
import { effectsAfterTicket } from './transitions/ticketReread.ts';
import { rereadEffect } from './transitions/reread.ts';
import { probeEffects } from './transitions/vaultProbed.ts';
import { submitEffect } from './transitions/submission.ts';
import { TRACK_IDS, type ObservedStepId, type TrackId } from './vocabulary.ts';

/**
 * The effects that the run needs now, with the attempts at 0; none for a closed run. The due times
 * are those of a new request.
 */
export function expectedEffects(run: Run): Effect[] {
  if (isClosed(run)) return [];
  const ofTracks = TRACK_IDS.filter((track) => run.tracks[track].applicable).flatMap((track) => [
    ...observations(run, track),
    ...expiry(run, track),
    ...settingUp(run, track),
    ...probeEffects(run, track),
  ]);
  return [...ofTracks, ...submissionWork(run), ...effectsAfterTicket(run)];
}

/** A readable step is read regularly until the track is past its point of no return. */
function observations(run: Run, track: TrackId): Effect[] {
  if (isFrozen(run, track)) return [];
  return planSteps(run, track).flatMap(({ id }) => {
    const state = run.tracks[track].steps[id];
    if (
      !state ||
      !isObservedStep(id) ||
      state.status === 'LOCKED' ||
      state.attestation ||
      state.failure
    )
      return [];
    return canObserve(run, track, id) ? [observation(run, track, id, state)] : [];
  });
}

function observation(run: Run, track: TrackId, step: ObservedStepId, state: StepState): Effect {
  // The assignment is read after it was made; until then it is in progress.
  const assigns =
    step === 'ROLE' && state.acting && !state.observing && state.nextObservationAt === null;
  if (assigns) return assignAgain(run, track);
  return observeEffect(
    track,
    step,
    0,
    state.since,
    state.nextObservationAt === null ? {} : { at: state.nextObservationAt },
  );
}

function expiry(run: Run, track: TrackId): Effect[] {
  const { approval } = run.tracks[track];
  if (approval?.status !== 'approved' || approval.expiresAt === null || isFrozen(run, track))
    return [];
  return [expiryEffect(track, approval.expiresAt)];
}

const settingUp = (run: Run, track: TrackId): Effect[] => {
  const effect = setupEffect(run, track);
  return effect ? [effect] : [];
};

function submissionWork(run: Run): Effect[] {
  const { submission, steps } = run.tracks.AEP;
  if (isRereading(run, 'AEP')) return [rereadEffect('AEP', 'submission', 0, {})];
  if (submission?.status === 'sending') return [submitEffect(submission.id, 0, 0, {})];
  const activation = steps.ACTIVATION?.status;
  // Without a credential there is nothing to poll with; polling continues with the next one.
  const isAsked =
    submission?.status === 'sent' &&
    run.connections.adobe !== null &&
    activation !== 'DONE' &&
    activation !== 'FAILED';
  if (!isAsked) return [];
  return [pollEffect(submission.id, 0, submission.sentAt ?? run.updatedAt, {})];
}
