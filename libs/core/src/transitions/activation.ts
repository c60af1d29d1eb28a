/** Adobe's statuses of the configuration, verbatim and forward only; failed polls (ST-01..11). */
import { withCallOutcome, withFailedCall, withoutCallCheck } from '../callChecks.ts';
import { jobKeys, withStep, withTrack, type Outcome } from '../change.ts';
import { isRetryable } from '../connectorError.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import type { ConfigurationFacts } from '../facts.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { backOffDue, pollDue } from '../polling.ts';
import type { Anomaly, Run, RunDraft, Submission } from '../run.ts';
import { sameJson } from '../sameJson.ts';
import { ADOBE_COMPLETED, ADOBE_FAILED } from '../stepStatus.ts';
import type { Instant } from '../vocabulary.ts';
import { otherConfiguration, configurationOwner } from './adobeAnswer.ts';
import { withAnomaly } from './anomaly.ts';
import { rereadEffect } from './reread.ts';

/**
 * After so many failed polls in a row an anomaly is raised. Failures that pass, or that may come
 * too early (ST-09), show only then.
 */
export const MAX_FAILED_POLLS = 3;
const CHECK = 'configurationStatusIsRead';
/** ST-08: progress only moves forward. */
const RANK: Record<string, number> = {
  CREATED: 0,
  NEW: 0,
  RUNNING: 1,
  UPDATE_EXISTING_RESOURCES: 2,
  COMPLETED: 3,
};

export const pollEffect = (
  submissionId: string,
  attempt: number,
  pollingSince: Instant,
  due: Effect['due'],
): Effect => ({
  type: 'pollConfiguration',
  jobKey: jobKeys.poll,
  data: { submissionId, attempt, pollingSince },
  due,
});

/** The status was read: whatever failed before is over. */
function read(run: RunDraft, status: string | null, at: Instant): RunDraft {
  const next = withoutCallCheck(run, 'AEP', CHECK, at);
  const { alarmed } = next.tracks.AEP.steps.ACTIVATION ?? {};
  return withStep(next, 'AEP', 'ACTIVATION', {
    externalStatus: status,
    ...(alarmed ? { alarmed: false } : {}),
  });
}

/**
 * Applies the status that Adobe reports: verbatim, forward only, terminal only by its exact values
 * (AEP-42). A status of another organization's or another key's configuration is shown, and is
 * neither success nor failure (GAP-02).
 */
export function adobeReported(
  run: RunDraft,
  answer: ConfigurationFacts,
  now: Instant,
  poll: Effect,
): Outcome {
  const submission = run.tracks.AEP.submission!;
  const owner = configurationOwner(run, answer);
  if (owner === 'another') {
    const shown = withAnomaly(run, 'ACTIVATION', otherConfiguration(submission, answer), now);
    return { run: read(shown, answer.status, now), effects: [poll] };
  }
  const last = submission.statuses.at(-1);
  let next = run;
  const { status } = answer;
  if (!last || last.status !== status) {
    const highest = Math.max(
      -1,
      ...submission.statuses.map((seen) => RANK[seen.status ?? ''] ?? -1),
    );
    const rank = status === null ? undefined : RANK[status];
    if (rank !== undefined && rank < highest) {
      const values = { from: last?.status ?? null, to: status };
      next = withAnomaly(next, 'ACTIVATION', { code: 'statusWentBack', values }, now);
    }
    if (owner === 'unclear') {
      next = withAnomaly(next, 'ACTIVATION', otherConfiguration(submission, answer), now);
    }
    const externalId = submission.externalId ?? answer.id;
    next = withTrack(next, 'AEP', {
      submission: {
        ...next.tracks.AEP.submission!,
        externalId,
        statuses: [...submission.statuses, { status, at: now }],
      },
    });
  }
  next = read(next, status, now);
  if (status === ADOBE_COMPLETED) return { run: next, clearJobKeys: [jobKeys.poll] };
  if (status === ADOBE_FAILED) {
    const diagnosis = next.connections.azure ? [rereadEffect('AEP', 'diagnosis', 0, {})] : [];
    const values = {
      job: submission.externalId ?? answer.id,
      name: submission.name,
      imsOrgId: run.organization.imsOrgId,
    };
    next = withCallOutcome(next, 'AEP', CHECK, 'failed', values, now);
    // AEP-43: Adobe gives no reason.
    const failure = { code: 'failed', values, upstreamMessage: null, at: now } as const;
    return {
      run: withStep(next, 'AEP', 'ACTIVATION', { failure, acting: false }),
      clearJobKeys: [jobKeys.poll],
      effects: diagnosis,
    };
  }
  return { run: next, effects: [poll] };
}

export function configurationObserved(
  run: Run,
  event: RunEventOf<'configurationObserved'>,
): Outcome {
  const { answer, failure, pollingSince, timeScale } = event.data;
  const { submission } = run.tracks.AEP;
  const state = run.tracks.AEP.steps.ACTIVATION;
  if (
    submission?.id !== event.data.submissionId ||
    submission.status !== 'sent' ||
    !state ||
    state.status === 'DONE' ||
    state.status === 'FAILED'
  )
    return { run, changed: false };
  if (answer) {
    const poll = pollEffect(
      submission.id,
      0,
      pollingSince,
      pollDue(pollingSince, event.at, timeScale),
    );
    const isKnown =
      configurationOwner(run, answer) === 'another'
        ? isShown(run, otherConfiguration(submission, answer))
        : submission.statuses.length > 0 && submission.statuses.at(-1)?.status === answer.status;
    return isKnown && state.externalStatus === answer.status && state.checks.length === 0
      ? { run, changed: false, effects: [poll] }
      : adobeReported(run, answer, event.at, poll);
  }
  if (failure) return pollFailed(run, submission, failure, event);
  return {
    run,
    changed: false,
    effects: [
      pollEffect(submission.id, 0, pollingSince, pollDue(pollingSince, event.at, timeScale)),
    ],
  };
}

/** Whether this was the last anomaly of the step. */
function isShown(run: Run, { code, values }: Pick<Anomaly, 'code' | 'values'>): boolean {
  const last = run.anomalies.findLast(({ step }) => step === 'ACTIVATION');
  return last?.code === code && sameJson(last.values, values);
}

/**
 * Adobe's last status stays; a check says why there is no newer one, and after the tolerated number
 * of failures an anomaly.
 */
function pollFailed(
  run: Run,
  submission: Submission,
  failure: ReadFailure,
  event: RunEventOf<'configurationObserved'>,
): Outcome {
  const { attempt, pollingSince, timeScale } = event.data;
  const due = isRetryable(failure.kind)
    ? backOffDue(attempt, failure)
    : pollDue(pollingSince, event.at, timeScale);
  const effects = [pollEffect(submission.id, attempt + 1, pollingSince, due)];
  const maySettle = isRetryable(failure.kind) || failure.kind === 'notFound';
  if (maySettle && attempt < MAX_FAILED_POLLS) return { run, changed: false, effects };
  const failed = withFailedCall(run, 'AEP', CHECK, 'notRead', failure, event.at);
  const next = attempt < MAX_FAILED_POLLS ? failed : withAlarm(failed, failure, event.at);
  return next === run ? { run, changed: false, effects } : { run: next, effects };
}

/** One anomaly for a series of failures, until Adobe's status is read again. */
function withAlarm(run: RunDraft, { code, status, message }: ReadFailure, at: Instant): RunDraft {
  if (run.tracks.AEP.steps.ACTIVATION?.alarmed === true) return run;
  const anomaly = { code: 'statusNotRead', values: { code, status, message } } as const;
  const raised = withAnomaly(run, 'ACTIVATION', anomaly, at);
  return withStep(raised, 'AEP', 'ACTIVATION', { alarmed: true });
}
