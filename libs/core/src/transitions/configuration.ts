/**
 * The outcome of the POST (API-04 to API-10). Nothing here sends without a lookup by name before
 * it. docs/submission.md says what happens when a process ends in between.
 */
import { refusedCall, withCallOutcome, withFailedCall, withoutCallCheck } from '../callChecks.ts';
import { jobKeys, withStep, withTrack, type Outcome } from '../change.ts';
import { isUninformative404, isRetryable } from '../connectorError.ts';
import { isBeforeRestore, isNewDelay } from '../databaseDelay.ts';
import type { EventData, RunEventOf } from '../event.ts';
import { backOffDue, plusSeconds } from '../polling.ts';
import type { Run, RunDraft, Submission, SubmissionOutcome } from '../run.ts';
import type { FailureReport } from '../stepState.ts';
import type { Instant } from '../vocabulary.ts';
import { adobeReported, pollEffect } from './activation.ts';
import { notTakenReason } from './adobeAnswer.ts';
import { withAnomaly } from './anomaly.ts';
import { submitEffect } from './submission.ts';

/**
 * After a send of unknown outcome the name is looked up this often, this far apart, before anything
 * is sent again (AEP-40). Generous: a configuration may show only minutes after it was accepted
 * (ST-09), and a second one cannot be taken back.
 */
const LOOKUP_DELAYS_SECONDS = [15, 30, 60, 180];
/**
 * How long a POST may be on its way at most: longer than any call's time-out. Until then nothing is
 * sent again where nobody saw it end. Real seconds: no poll scale shortens somebody else's network.
 */
const MAX_IN_FLIGHT_SECONDS = 20;
/**
 * How long nothing is sent again after a send of unknown outcome that was seen to end, in real
 * seconds as well: what was accepted may show only then, however fast the lookups are (ST-09).
 */
const MIN_RESEND_SECONDS = 10;
/**
 * After the database lost what was written last, perhaps the intent of a send: how long nothing is
 * sent, so that whatever was sent has ended and would show (AEP-40, ST-09). As long as a send of
 * unknown outcome is looked up.
 */
export const lostIntentSeconds = (timeScale: number): number =>
  MAX_IN_FLIGHT_SECONDS +
  LOOKUP_DELAYS_SECONDS.reduce((sum, seconds) => sum + seconds, 0) * timeScale;
/**
 * Adobe has a configuration of this name or for this organization already: it may be ours, which
 * does not show yet (GAP-31).
 */
const CONFLICT = 409;
/** Sends without any usable answer before a person has to decide (GAP-31). */
const MAX_SENDS = 5;
const CHECK = 'configurationIsTaken';

const currentSubmission = (run: Run, submissionId: string): Submission | null => {
  const { submission } = run.tracks.AEP;
  return submission?.id === submissionId ? submission : null;
};
const withSubmission = (
  run: RunDraft,
  submission: Submission,
  patch: Partial<Submission>,
): RunDraft => withTrack(run, 'AEP', { submission: { ...submission, ...patch } });

/** The effect stays: a worker comes back to it. */
export function configurationDelayed(run: Run, event: RunEventOf<'configurationDelayed'>): Outcome {
  const { submissionId, ...delayed } = event.data;
  const submission = currentSubmission(run, submissionId);
  const isUnsent = submission?.status === 'sending' && !submission.unresolved;
  return isUnsent && isNewDelay(submission.delayed, delayed, event.at)
    ? { run: withSubmission(run, submission, { delayed }) }
    : { run, changed: false };
}

/**
 * It was requested before the database was restored, and Adobe doesn't have it: whoever requested
 * it may have canceled it since. It needs another approval.
 */
export function configurationNotSent(run: Run, event: RunEventOf<'configurationNotSent'>): Outcome {
  const submission = currentSubmission(run, event.data.submissionId);
  const isUnsent = submission?.status === 'sending' && !submission.unresolved;
  if (!isUnsent || !isBeforeRestore(submission.requestedAt, event.data.restoredAt))
    return { run, changed: false };
  const end: End = {
    outcome: submission.unclear ? 'unknown' : 'refused',
    failure: { code: 'restored', values: {}, upstreamMessage: null },
    externalStatus: null,
  };
  const checked = withCallOutcome(run, 'AEP', CHECK, 'restored', {}, event.at);
  return sendFailedForGood(checked, submission, end, event.at);
}

/** The intent, committed before the POST: another worker then knows that it may have been sent. */
export function configurationSending(run: Run, event: RunEventOf<'configurationSending'>): Outcome {
  const submission = currentSubmission(run, event.data.submissionId);
  if (
    submission?.status !== 'sending' ||
    event.data.send !== submission.sends + 1 ||
    submission.unresolved
  )
    return { run, changed: false };
  const inFlightUntil = plusSeconds(event.at, MAX_IN_FLIGHT_SECONDS);
  return {
    run: withSubmission(run, submission, {
      sends: event.data.send,
      unresolved: true,
      inFlightUntil,
      sentAt: submission.sentAt ?? event.at,
    }),
  };
}

export function configurationAccepted(
  run: Run,
  event: RunEventOf<'configurationAccepted'>,
): Outcome {
  const { answer, found } = event.data;
  const submission = currentSubmission(run, event.data.submissionId);
  if (submission?.status !== 'sending') return { run, changed: false };
  const notTaken = found ? notTakenReason(run, submission, answer) : null;
  if (notTaken !== null) {
    const { code, values } = notTaken;
    const checked = withCallOutcome(run, 'AEP', CHECK, code, values, event.at);
    // One of ours that failed is over; any other is the organization's one configuration, whoever
    // made it.
    const end: End = {
      outcome: code === 'failedBefore' ? 'failed' : 'exists',
      failure: { code, values, upstreamMessage: null },
      externalStatus: answer.status,
    };
    return sendFailedForGood(checked, submission, end, event.at);
  }
  const sent = withSubmission(run, submission, {
    status: 'sent',
    unresolved: false,
    inFlightUntil: null,
    sentAt: submission.sentAt ?? event.at,
    externalId: answer.id,
  });
  let next = withoutCallCheck(sent, 'AEP', CHECK, event.at);
  next = withStep(next, 'AEP', 'SUBMISSION', { externalStatus: answer.status });
  if (found && submission.sends === 0) {
    const anomaly = { code: 'foundBefore', values: { name: submission.name } } as const;
    next = withAnomaly(next, 'SUBMISSION', anomaly, event.at);
  }
  return adobeReported(
    next,
    answer,
    event.at,
    pollEffect(submission.id, 0, event.at, { afterSeconds: 10 }),
  );
}

interface End {
  outcome: SubmissionOutcome;
  failure: FailureReport;
  externalStatus: string | null;
}

function sendFailedForGood(
  run: RunDraft,
  submission: Submission,
  { outcome, failure, externalStatus }: End,
  now: Instant,
): Outcome {
  const failed = withSubmission(run, submission, {
    status: 'failed',
    unresolved: false,
    inFlightUntil: null,
    outcome,
  });
  return {
    run: withStep(failed, 'AEP', 'SUBMISSION', {
      failure: { ...failure, at: now },
      acting: false,
      externalStatus,
    }),
    clearJobKeys: [jobKeys.submit],
  };
}

const NO_LOOKUPS = { lookups: 0, pages: 0 };

/** What the next lookup starts from; only a page counts as one more of them in a row. */
const lookupsBefore = ({
  failure,
  lookups = 0,
  pages = 0,
}: EventData['configurationSendFailed']): typeof NO_LOOKUPS => ({
  lookups,
  pages: isUninformative404(failure) ? pages + 1 : 0,
});

function afterSend(
  { at, data }: RunEventOf<'configurationSendFailed'>,
  conflict: FailureReport | null,
): Partial<Submission> {
  if (data.definite && !conflict) return { unresolved: false, inFlightUntil: null };
  const waiting = { unresolved: true, inFlightUntil: plusSeconds(at, MIN_RESEND_SECONDS) };
  return conflict ? { ...waiting, conflict } : waiting;
}

export function configurationSendFailed(
  run: Run,
  event: RunEventOf<'configurationSendFailed'>,
): Outcome {
  const { during, definite, attempt } = event.data;
  const failure = { ...event.data.failure, during };
  const submission = currentSubmission(run, event.data.submissionId);
  if (submission?.status !== 'sending') return { run, changed: false };
  // A lookup that fails says nothing of an earlier send, which is looked up as long as it takes.
  const isDefinite = during === 'send' ? definite : !submission.unresolved;
  const report = refusedCall(run, CHECK, failure);
  const conflict = during === 'send' && failure.status === CONFLICT ? report : null;
  if (isDefinite && !conflict && !isRetryable(failure.kind)) {
    const refused = withFailedCall(run, 'AEP', CHECK, 'refused', failure, event.at);
    const end: End = {
      outcome: submission.unclear ? 'unknown' : 'refused',
      failure: report,
      externalStatus: report.upstreamMessage,
    };
    return sendFailedForGood(refused, submission, end, event.at);
  }
  const { lookups, pages } = during === 'send' ? NO_LOOKUPS : lookupsBefore(event.data);
  const effects = [
    submitEffect(submission.id, attempt + 1, lookups, backOffDue(attempt, failure), pages),
  ];
  const ended =
    during === 'send' ? withSubmission(run, submission, afterSend(event, conflict)) : run;
  const checked = withFailedCall(ended, 'AEP', CHECK, 'notAnswered', failure, event.at);
  const next = withStep(checked, 'AEP', 'SUBMISSION', { externalStatus: report.upstreamMessage });
  return next === run ? { run, changed: false, effects } : { run: next, effects };
}

/**
 * ST-09: not found is not yet proof of absence. After the last lookup the name counts as free.
 */
export function configurationNotFound(
  run: Run,
  event: RunEventOf<'configurationNotFound'>,
): Outcome {
  const { lookups } = event.data;
  const submission = currentSubmission(run, event.data.submissionId);
  if (submission?.status !== 'sending') return { run, changed: false };
  // The last send is known to be over: the next thing is another send.
  if (!submission.unresolved)
    return { run, changed: false, effects: [submitEffect(submission.id, 0, 0, {})] };
  const delay = LOOKUP_DELAYS_SECONDS[Math.max(lookups, 1) - 1];
  if (delay !== undefined) {
    const due = { afterSeconds: delay };
    return { run, changed: false, effects: [submitEffect(submission.id, 0, lookups, due)] };
  }
  if (submission.inFlightUntil !== null && event.at < submission.inFlightUntil) {
    const due = { at: submission.inFlightUntil };
    return { run, changed: false, effects: [submitEffect(submission.id, 0, lookups - 1, due)] };
  }
  const end = endWithoutSend(submission);
  if (end) {
    const { code, values } = end.failure;
    const checked = withCallOutcome(run, 'AEP', CHECK, code, values, event.at);
    return sendFailedForGood(checked, submission, end, event.at);
  }
  return {
    run: withSubmission(run, submission, { unresolved: false, inFlightUntil: null, unclear: true }),
    effects: [submitEffect(submission.id, 0, 0, {})],
  };
}

/** Why the name is not sent again though it is free; null where it is. */
function endWithoutSend({ conflict, sends }: Submission): End | null {
  // Adobe has one already and does not show it under our name: sending again could only bring the
  // same answer, or a second one.
  if (conflict)
    return { outcome: 'exists', failure: conflict, externalStatus: conflict.upstreamMessage };
  if (sends < MAX_SENDS) return null;
  const failure: FailureReport = {
    code: 'noUsableAnswer',
    values: { sends },
    upstreamMessage: null,
  };
  return { outcome: 'unknown', failure, externalStatus: null };
}
