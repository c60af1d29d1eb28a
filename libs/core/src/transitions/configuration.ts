/**
 * What came of the POST (API-04 to API-10). Nothing here sends without having looked by name
 * before.
 */
import { withCallOutcome, withFailedCall, withoutCallCheck } from '../callChecks.ts';
import { jobKeys, withStep, withTrack, type Outcome } from '../change.ts';
import { isPageOfNothing, isRetryable, upstreamMessage } from '../connectorError.ts';
import type { EventData, RunEventOf } from '../event.ts';
import { earlierSubmission } from '../heldConfiguration.ts';
import { backOffDue, plusSeconds } from '../polling.ts';
import type { Run, Submission, SubmissionOutcome } from '../run.ts';
import type { Instant } from '../vocabulary.ts';
import { adobeReported, pollEffect } from './activation.ts';
import { whyNotTaken } from './adobeAnswer.ts';
import { withAnomaly } from './anomaly.ts';
import { submitEffect } from './submission.ts';

/**
 * After a send of unknown outcome the name is looked up so often, so long apart, before anything is
 * sent again (AEP-40). Generous: a configuration may show only minutes after it was accepted
 * (ST-09), and a second one cannot be taken back.
 */
const LOOK_DELAYS_SECONDS = [5, 15, 30, 60, 180];
/**
 * How long a POST may be on its way at most: longer than any call's time-out. Nothing is sent again
 * before, where nobody saw it end; real seconds, since no poll scale shortens somebody else's
 * network.
 */
const IN_FLIGHT_SECONDS = 20;
/**
 * How long after a send of unknown outcome that was seen to end nothing is sent again, in real
 * seconds as well: what was accepted may show only then, however fast our own looks are (ST-09).
 */
const SHOWS_LATE_SECONDS = 10;
/**
 * There is one of this name or for this organization already, Adobe says: it may be ours, which
 * does not show yet (GAP-31).
 */
const CONFLICT = 409;
/** Sends without any usable answer before a person has to decide (GAP-31). */
const SENDS = 5;
const CHECK = 'configurationIsTaken';

const current = (run: Run, submissionId: string): Submission | null => {
  const { submission } = run.tracks.AEP;
  return submission?.id === submissionId ? submission : null;
};
const withSubmission = (run: Run, submission: Submission, patch: Partial<Submission>): Run =>
  withTrack(run, 'AEP', { submission: { ...submission, ...patch } });

/** The intent, committed before the POST leaves: whoever takes over knows that it may have. */
export function configurationSending(run: Run, event: RunEventOf<'configurationSending'>): Outcome {
  const submission = current(run, event.data.submissionId);
  if (
    submission?.status !== 'sending' ||
    event.data.send !== submission.sends + 1 ||
    submission.unresolved
  )
    return { run, changed: false };
  const inFlightUntil = plusSeconds(event.at, IN_FLIGHT_SECONDS);
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
  const submission = current(run, event.data.submissionId);
  if (submission?.status !== 'sending') return { run, changed: false };
  const notTaken = found ? whyNotTaken(run, submission, answer) : null;
  if (notTaken !== null) {
    const { outcome, values, message } = notTaken;
    const told = withCallOutcome(run, 'AEP', CHECK, outcome, values, event.at);
    // One of ours that failed is over; any other is the organization's one configuration, whoever
    // made it.
    const left = outcome === 'failedBefore' ? 'failed' : 'exists';
    return sendFailedForGood(
      told,
      submission,
      { outcome: left, message, theirs: answer.status },
      event.at,
    );
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
    const before = earlierSubmission(run)
      ? 'was there before this submission'
      : 'was there before we sent any';
    const message = `A configuration named ${submission.name} for this key ${before}; it was taken over and nothing was sent.`;
    next = withAnomaly(next, 'SUBMISSION', message, event.at, {
      kind: 'foundBefore',
      values: { name: submission.name },
    });
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
  message: string;
  /** The other side's own words, where the failure is theirs and not our reading of it. */
  theirs: string | null;
}

function sendFailedForGood(
  run: Run,
  submission: Submission,
  { outcome, message, theirs }: End,
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
      failure: { message, at: now },
      externalStatus: theirs,
    }),
    clearJobKeys: [jobKeys.submit],
  };
}

const NOT_LOOKED = { looks: 0, pages: 0 };

/** What the next look starts from; only a page counts as one more of them in a row. */
const lookedBefore = ({
  failure,
  looks = 0,
  pages = 0,
}: EventData['configurationSendFailed']): typeof NOT_LOOKED => ({
  looks,
  pages: isPageOfNothing(failure) ? pages + 1 : 0,
});

function afterSend(
  { at, data }: RunEventOf<'configurationSendFailed'>,
  conflict: boolean,
): Partial<Submission> {
  if (data.definite && !conflict) return { unresolved: false, inFlightUntil: null };
  const waiting = { unresolved: true, inFlightUntil: plusSeconds(at, SHOWS_LATE_SECONDS) };
  return conflict ? { ...waiting, conflict: data.failure.message } : waiting;
}

export function configurationSendFailed(
  run: Run,
  event: RunEventOf<'configurationSendFailed'>,
): Outcome {
  const { during, definite, failure, attempt } = event.data;
  const submission = current(run, event.data.submissionId);
  if (submission?.status !== 'sending') return { run, changed: false };
  // A look that fails tells nothing of an earlier send; that one is looked for as long as it takes.
  const overForGood = during === 'send' ? definite : !submission.unresolved;
  const conflict = during === 'send' && failure.status === CONFLICT;
  if (overForGood && !conflict && !isRetryable(failure.kind)) {
    const refused = withFailedCall(run, 'AEP', CHECK, 'refused', { ...failure, during }, event.at);
    const outcome = submission.unclear ? 'unknown' : 'refused';
    return sendFailedForGood(
      refused,
      submission,
      { outcome, message: failure.message, theirs: upstreamMessage(failure) },
      event.at,
    );
  }
  const { looks, pages } = during === 'look' ? lookedBefore(event.data) : NOT_LOOKED;
  const effects = [
    submitEffect(submission.id, attempt + 1, looks, backOffDue(attempt, failure), pages),
  ];
  const ended =
    during === 'send' ? withSubmission(run, submission, afterSend(event, conflict)) : run;
  const told = withFailedCall(ended, 'AEP', CHECK, 'notAnswered', { ...failure, during }, event.at);
  const next = withStep(told, 'AEP', 'SUBMISSION', { externalStatus: upstreamMessage(failure) });
  return next === run ? { run, changed: false, effects } : { run: next, effects };
}

/** What the last send was answered by is now known to be a refusal. */
function refusedAsSaid(run: Run, at: Instant): Run {
  const values = run.tracks.AEP.steps.SUBMISSION?.checks.find(
    ({ check }) => check === CHECK,
  )?.values;
  return withCallOutcome(run, 'AEP', CHECK, 'refused', values ?? {}, at);
}

/**
 * ST-09: not found is not yet proof of absence. After the last look the name is taken to be free.
 */
export function configurationNotFound(
  run: Run,
  event: RunEventOf<'configurationNotFound'>,
): Outcome {
  const { looks } = event.data;
  const submission = current(run, event.data.submissionId);
  if (submission?.status !== 'sending') return { run, changed: false };
  // Known to be over already: what comes next is the next send.
  if (!submission.unresolved)
    return { run, changed: false, effects: [submitEffect(submission.id, 0, 0, {})] };
  if (looks < LOOK_DELAYS_SECONDS.length) {
    const due = { afterSeconds: LOOK_DELAYS_SECONDS[looks] ?? 60 };
    return { run, changed: false, effects: [submitEffect(submission.id, 0, looks, due)] };
  }
  if (submission.inFlightUntil !== null && event.at < submission.inFlightUntil) {
    return {
      run,
      changed: false,
      effects: [submitEffect(submission.id, 0, looks - 1, { at: submission.inFlightUntil })],
    };
  }
  // Adobe has one already and does not show it under our name: sending again could only bring the
  // same answer, or a second one.
  if (submission.conflict) {
    const end = {
      outcome: 'exists',
      message: submission.conflict,
      theirs: submission.conflict,
    } as const;
    return sendFailedForGood(refusedAsSaid(run, event.at), submission, end, event.at);
  }
  if (submission.sends >= SENDS) {
    const message = `${submission.sends} sends brought no usable answer, and Adobe shows no configuration of this name. Ask Customer Care before trying again.`;
    const told = withCallOutcome(
      run,
      'AEP',
      CHECK,
      'noUsableAnswer',
      { sends: submission.sends },
      event.at,
    );
    return sendFailedForGood(
      told,
      submission,
      { outcome: 'unknown', message, theirs: null },
      event.at,
    );
  }
  return {
    run: withSubmission(run, submission, { unresolved: false, inFlightUntil: null, unclear: true }),
    effects: [submitEffect(submission.id, 0, 0, {})],
  };
}
