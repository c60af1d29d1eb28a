/** A person submits and says so: what was read is read again before it counts. */
import { jobKeys, observationJobKeys, withStep, withTrack } from '../change.ts';
import type { Change, Outcome } from '../change.ts';
import type { RunEventOf } from '../event.ts';
import { actorText } from '../eventActor.ts';
import { changedEvidence } from '../evidence.ts';
import { planSteps, stepsOfNoReturn } from '../plans/planFor.ts';
import type { Anomaly, EarlierSubmission, Run, RunDraft } from '../run.ts';
import { isRereading } from '../stepGuards.ts';
import type { Attestation } from '../stepState.ts';
import { isConnected, isObservedStep } from '../stepStatus.ts';
import type { TrackId } from '../vocabulary.ts';
import { laterObservations, rereadEffect, withoutEffect } from './reread.ts';

/** A submission whose facts are being read again ends here: nothing is sent. */
export function abortReread(run: RunDraft): RunDraft {
  if (run.tracks.AEP.attesting) return attestedInVain(run);
  const { submission } = run.tracks.AEP;
  if (!submission || !isRereading(run, 'AEP')) return run;
  return withTrack(run, 'AEP', { submission: { ...submission, status: 'aborted' } });
}

export function withoutAttesting(run: RunDraft): RunDraft {
  const { attesting: _, ...track } = run.tracks.AEP;
  return { ...run, tracks: { ...run.tracks, AEP: track } };
}

/**
 * Adobe may have what a person says was saved, also where it counts for nothing here: whatever
 * follows has to be the same (IRR-04, GAP-31).
 */
export function attestedInVain(run: RunDraft): RunDraft {
  const { attesting, approval, earlierSubmissions = [] } = run.tracks.AEP;
  if (!attesting) return run;
  const name = approval?.configurationName ?? attesting.reference;
  const earlier: EarlierSubmission = {
    id: `attested ${attesting.at}`,
    name: name ?? '',
    outcome: name === null ? 'exists' : 'unknown',
    failure: null,
  };
  return withTrack(withoutAttesting(run), 'AEP', {
    earlierSubmissions: [...earlierSubmissions, earlier],
  });
}

/**
 * Whether something of the track is read, so that it is read again before a person's submission
 * counts. What is attested alone stays attested.
 */
export const isReadAgain = (run: RunDraft, track: TrackId): boolean =>
  track === 'AEP' &&
  planSteps(run, track).some(
    ({ id }) =>
      isObservedStep(id) && !run.tracks[track].steps[id]?.attestation && isConnected(run, id),
  );

/** A person says that the configuration was saved: first every fact is read again. */
export const beginAttesting = (run: RunDraft, attesting: Attestation): Outcome => ({
  run: withTrack(abortReread(run), 'AEP', { attesting }),
  effects: [rereadEffect('AEP', 'submission', 0, {})],
});

/**
 * The approval is used, a submission that sent nothing is no more, and nothing of the track is
 * observed any more.
 */
export function pastNoReturn(run: RunDraft, track: TrackId, attestation: Attestation): Change {
  const step = stepsOfNoReturn(run, track)[0]!.id;
  const idle = { failure: null, observing: false, acting: false, nextObservationAt: null } as const;
  const attested = withStep(run, track, step, { attestation, ...idle });
  const next = withTrack(attested, track, {
    approval: { ...run.tracks[track].approval!, status: 'spent' },
    submission: null,
  });
  return {
    run: next,
    clearJobKeys: [
      jobKeys.expire(track),
      jobKeys.reread(track),
      jobKeys.assign(track),
      ...observationJobKeys(track),
    ],
  };
}

/** Facts that differ leave the submission undone, and the statement is kept as an anomaly. */
export function rereadForAttestation(
  run: Run,
  seen: RunDraft,
  attesting: Attestation,
  holds: boolean,
  event: RunEventOf<'trackReread'>,
): Outcome {
  if (holds) return pastNoReturn(withoutAttesting(seen), 'AEP', attesting);
  const { approval } = run.tracks.AEP;
  const changed = changedEvidence(run, seen, 'AEP');
  const anomaly: Anomaly = {
    at: event.at,
    track: 'AEP',
    step: 'SUBMISSION',
    code: 'attestedButChanged',
    values: {
      by: actorText(attesting.by),
      steps: changed['steps'] == null ? null : String(changed['steps']).replaceAll(' ', ', '),
    },
  };
  const next = withTrack(attestedInVain(seen), 'AEP', {
    approval: approval && withoutEffect(approval, event.at, changed),
  });
  return {
    run: { ...next, anomalies: [...next.anomalies, anomaly] },
    later: laterObservations(event),
    clearJobKeys: [jobKeys.expire('AEP')],
  };
}
