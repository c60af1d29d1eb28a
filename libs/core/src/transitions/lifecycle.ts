/** A run starts, a failed step is retried, a run is cancelled. */
import { jobKeys, withStep, withSteps, withTrack, type Change, type Outcome } from '../change.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { namedActor } from '../eventActor.ts';
import { canCancel, canRetry } from '../guards.ts';
import { outcomeOf } from '../heldConfiguration.ts';
import { readingsOf } from '../lastBlocked.ts';
import { organizationCombination } from '../organizationCombination.ts';
import { planFor, planSteps } from '../plans/planFor.ts';
import { refuse } from '../refusal.ts';
import { CURRENT_PLAN_VERSION, type Run, type RunDraft, type TrackState } from '../run.ts';
import { observeEffect } from '../settle.ts';
import { lockedStep, type FailureReport, type StepFailure } from '../stepState.ts';
import { canObserve, isObservedStep } from '../stepStatus.ts';
import { TRACK_IDS, type Instant, type TrackId } from '../vocabulary.ts';
import { forgetUnconnected } from './forget.ts';
import { abortReread } from './attestedSubmission.ts';
import { withoutSetup } from './setup.ts';

function freshTrack(
  id: TrackId,
  cloud: Run['organization']['cloud'],
  now: string,
  lastBlocked: TrackState['lastBlocked'],
): TrackState {
  const steps = planFor(cloud).tracks[id] ?? [];
  return {
    id,
    applicable: steps.length > 0,
    key: null,
    approval: null,
    submission: null,
    ticket: null,
    confirmation: null,
    networkChangedAt: null,
    ...(lastBlocked && { lastBlocked }),
    steps: Object.fromEntries(steps.map((step) => [step.id, lockedStep(now)])),
  };
}

/**
 * Refuses what no organization can be, also where it was stored before that was refused at entry.
 */
export function runStarted(event: RunEventOf<'runStarted'>): Outcome {
  const { runId, organization, connections, policy, lastBlocked = [], unanswered } = event.data;
  const problem = organizationCombination(organization);
  if (problem) {
    // The contract has a code of its own for a shield that does not include the entitlement.
    const code = problem.field?.[0] === 'shield' ? 'NOT_ENTITLED' : problem.code;
    return { refusal: { ...problem, code, field: ['organizationId'] } };
  }
  const run: Run = {
    planVersion: CURRENT_PLAN_VERSION,
    id: runId,
    version: 0,
    organization,
    connections,
    policy,
    owner: null,
    dueAt: null,
    startedAt: event.at,
    updatedAt: event.at,
    completedAt: null,
    cancelled: null,
    tracks: {
      AEP: freshTrack('AEP', organization.cloud, event.at, readingsOf(lastBlocked, 'AEP')),
      CJA: freshTrack('CJA', organization.cloud, event.at, readingsOf(lastBlocked, 'CJA')),
    },
    ...(unanswered && { unanswered }),
    anomalies: [],
  };
  return { run };
}

/**
 * What the next submission has to know of the one that a retry leaves behind; nothing where Adobe
 * has nothing of it.
 */
function leftBehind(
  { submission, earlierSubmissions = [] }: TrackState,
  failure: FailureReport | null,
): Pick<TrackState, 'earlierSubmissions'> {
  const outcome = submission && outcomeOf(submission);
  if (!outcome || outcome === 'refused') return {};
  return {
    earlierSubmissions: [
      ...earlierSubmissions,
      { id: submission.id, name: submission.name, outcome, failure },
    ],
  };
}

/**
 * After a failure for good: SUBMISSION and ACTIVATION begin again at a new approval (GAP-31: only
 * by explicit human decision).
 */
export function stepRetried(run: Run, event: RunEventOf<'stepRetried'>): Outcome {
  const { track, step } = event.data;
  const refusal = canRetry(run, track, step);
  if (refusal) return { refusal };
  if (step === 'SUBMISSION' || step === 'ACTIVATION') {
    const left = leftBehind(run.tracks[track], reportOf(run.tracks[track].steps[step]?.failure));
    const reopened = withTrack(run, track, { approval: null, submission: null, ...left });
    const next = withSteps(reopened, track, ['SUBMISSION', 'ACTIVATION'], {
      externalStatus: null,
      failure: null,
      checks: [],
    });
    // A credential may have been withdrawn while the track could not fall back.
    const known = forgetUnconnected(next, track).run;
    return { ...observeAll(known, track, event.at), clearJobKeys: [jobKeys.submit, jobKeys.poll] };
  }
  return {
    run: withStep(run, track, step, {
      failure: null,
      acting: false,
      observing: false,
      nextObservationAt: null,
      facts: null,
      checks: [],
      externalStatus: null,
    }),
  };
}

const reportOf = (failure: StepFailure | null | undefined): FailureReport | null =>
  failure
    ? { code: failure.code, values: failure.values, upstreamMessage: failure.upstreamMessage }
    : null;

/**
 * Nothing was read while the track was past its point of no return: what is approved next is what
 * is seen now.
 */
function observeAll(run: RunDraft, track: TrackId, now: Instant): Change {
  let next = run;
  const effects: Effect[] = [];
  for (const { id } of planSteps(run, track)) {
    const state = run.tracks[track].steps[id];
    if (
      !state ||
      !isObservedStep(id) ||
      state.status === 'LOCKED' ||
      state.attestation ||
      !canObserve(run, track, id)
    )
      continue;
    next = withStep(next, track, id, { observing: true, nextObservationAt: null });
    effects.push(observeEffect(track, id, 0, now, {}));
  }
  return { run: next, effects };
}

/** Keyway does nothing for a run that was cancelled, and no step says that it does. */
function withoutWork(run: RunDraft, now: Instant): RunDraft {
  const working = TRACK_IDS.flatMap((track) =>
    planSteps(run, track).flatMap(({ id }) => {
      const state = run.tracks[track].steps[id];
      const isIdle = !state?.observing && !state?.acting && !state?.nextObservationAt;
      return isIdle ? [] : [{ track, id }];
    }),
  );
  const idle = { observing: false, acting: false, nextObservationAt: null };
  const idled = working.reduce(
    (next, { track, id }) => withStep(next, track, id, idle),
    abortReread(run),
  );
  return TRACK_IDS.reduce(
    (next, track) => withoutSetup(next, track, 'runCancelled', now).run,
    idled,
  );
}

export function runCancelled(run: Run, event: RunEventOf<'runCancelled'>): Outcome {
  const refusal = canCancel(run);
  if (refusal) return { refusal };
  const { reason, code } = event.data;
  if (code === undefined && (reason === null || reason.trim() === ''))
    return { refusal: refuse('cancelReasonMissing', ['reason']) };
  const change: Change = {
    run: {
      ...withoutWork(run, event.at),
      cancelled: { at: event.at, by: namedActor(event.actor), reason, ...(code ? { code } : {}) },
    },
  };
  return { ...change, clearJobKeys: TRACK_IDS.flatMap((track) => [jobKeys.expire(track)]) };
}
