/** What came of the POST, and Adobe's own progress afterwards (DOMAIN.md sections 5 and 6). Nothing here sends without having looked. */
import { slots, tried, withStep, withTrack, type Outcome } from '../change.ts';
import { isPageOfNothing, isRetryable, theirWords } from '../connectorError.ts';
import type { Effect } from '../effect.ts';
import type { EventData, RunEventOf } from '../event.ts';
import type { ConfigurationFacts } from '../facts.ts';
import { inspectKeyIdentifier, sameKey } from '../keyIdentifier.ts';
import { keyOf } from '../knowledge.ts';
import { judgeImsOrgId } from '../organizationInput.ts';
import { backOffDue, plusSeconds, pollDue } from '../polling.ts';
import type { Run, Submission } from '../run.ts';
import { ADOBE_COMPLETED, ADOBE_FAILED } from '../stepStatus.ts';
import type { Instant } from '../vocabulary.ts';
import { rereadEffect, submitEffect } from './submission.ts';

/**
 * After a send of unknown outcome the name is looked up so often, so long apart, before anything is sent again (AEP-40). Generous: a
 * configuration may show only minutes after it was accepted (ST-09), and a second one cannot be taken back.
 */
const LOOK_DELAYS_SECONDS = [5, 15, 30, 60, 180];
/**
 * How long a POST may be on its way at most: longer than any call's time-out. Nothing is sent again before, where nobody saw it end; real
 * seconds, since no poll scale shortens somebody else's network.
 */
const IN_FLIGHT_SECONDS = 20;
/**
 * How long after a send of unknown outcome that was seen to end nothing is sent again, in real seconds as well: what was accepted may show only
 * then, however fast our own looks are (ST-09).
 */
const SHOWS_LATE_SECONDS = 10;
/** There is one of this name or for this organization already, Adobe says: it may be ours, which does not show yet (GAP-31). */
const CONFLICT = 409;
/** Sends without any usable answer before a person has to decide (GAP-31). */
const SENDS = 5;
/** Failed polls in a row before the failure is shown. */
const FAILED_POLLS_TOLERATED = 3;
/** ST-08: progress only moves forward. */
const RANK: Record<string, number> = { CREATED: 0, NEW: 0, RUNNING: 1, UPDATE_EXISTING_RESOURCES: 2, COMPLETED: 3 };

const current = (run: Run, submissionId: string): Submission | null => {
  const { submission } = run.tracks.AEP;
  return submission?.id === submissionId ? submission : null;
};
const withSubmission = (run: Run, submission: Submission, patch: Partial<Submission>): Run =>
  withTrack(run, 'AEP', { submission: { ...submission, ...patch } });
const pollEffect = (submissionId: string, attempt: number, pollingSince: Instant, due: Effect['due']): Effect => ({
  type: 'pollConfiguration',
  slot: slots.poll,
  data: { submissionId, attempt, pollingSince },
  due,
});

/** The intent, committed before the POST leaves: whoever takes over knows that it may have. */
export function configurationSending(run: Run, event: RunEventOf<'configurationSending'>): Outcome {
  const submission = current(run, event.data.submissionId);
  if (submission?.status !== 'sending' || event.data.send !== submission.sends + 1 || submission.unresolved) return { run, noted: false };
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

/**
 * GAP-02: a configuration is ours by the name it was asked for under and by vault and key of its identifier, not by its `name` or `keyName`.
 * `unclear` where it names a key in no form we know.
 */
function whose(run: Run, answer: ConfigurationFacts): 'ours' | 'another' | 'unclear' {
  const named = answer.imsOrgId === null ? null : judgeImsOrgId(answer.imsOrgId);
  if (named?.ok && named.value !== run.organization.imsOrgId) return 'another';
  if (answer.keyVaultKeyIdentifier === null) return 'ours';
  const [theirs, ours] = [inspectKeyIdentifier(answer.keyVaultKeyIdentifier).keyIdentifier, keyOf(run, 'AEP')];
  if (theirs === null || ours === null) return 'unclear';
  return sameKey(theirs, ours) ? 'ours' : 'another';
}

const otherAnswer = ({ name }: Submission, { imsOrgId, keyVaultKeyIdentifier }: ConfigurationFacts): string =>
  `Adobe's answer for ${name} names ${imsOrgId ?? 'no organization'} and ${keyVaultKeyIdentifier ?? 'no key'}, which are not what was sent.`;

const withAnomaly = (run: Run, step: 'SUBMISSION' | 'ACTIVATION', message: string, at: Instant): Run => ({
  ...run,
  anomalies: [...run.anomalies, { at, track: 'AEP', step, message }],
});

/**
 * Why what was found by its name is not taken for the one we were to send; null where it is. One that was there before we sent any has
 * nothing but its key to know it by, and a name that failed once is not known to be free again (GAP-31).
 */
function whyNotTaken(run: Run, { name, sends }: Submission, answer: ConfigurationFacts): string | null {
  const owner = whose(run, answer);
  if (sends > 0) {
    if (owner === 'ours') return null;
    return `Adobe shows a configuration named ${name} for another key (${answer.keyVaultKeyIdentifier ?? 'unknown'}). Ours was sent and is not what Adobe shows; ask Customer Care.`;
  }
  if (owner !== 'ours')
    return `Adobe already has a configuration named ${name} for another key (${answer.keyVaultKeyIdentifier ?? 'unknown'}). Nothing was sent.`;
  if (answer.keyVaultKeyIdentifier === null)
    return `Adobe already has a configuration named ${name} and does not say for which key. Nothing was sent; submit under another name, or ask Customer Care.`;
  if (answer.status === ADOBE_FAILED)
    return `Adobe already has a configuration named ${name} for this key, and reports FAILED for it. Nothing was sent; submit under another name once the cause is fixed.`;
  return null;
}

export function configurationAccepted(run: Run, event: RunEventOf<'configurationAccepted'>): Outcome {
  const { answer, found } = event.data;
  const submission = current(run, event.data.submissionId);
  if (submission?.status !== 'sending') return { run, noted: false };
  const notTaken = found ? whyNotTaken(run, submission, answer) : null;
  if (notTaken !== null) return sendFailedForGood(run, submission, notTaken, answer.status, event.at);
  const sent = withSubmission(run, submission, {
    status: 'sent',
    unresolved: false,
    inFlightUntil: null,
    sentAt: submission.sentAt ?? event.at,
    externalId: answer.id,
  });
  let next = withStep(sent, 'AEP', 'SUBMISSION', { externalStatus: answer.status, lastTry: null });
  if (found && submission.sends === 0) {
    const message = `A configuration named ${submission.name} for this key was there before we sent any; it was taken over and nothing was sent.`;
    next = withAnomaly(next, 'SUBMISSION', message, event.at);
  }
  return observed(next, answer, event.at, pollEffect(submission.id, 0, event.at, { afterSeconds: 10 }));
}

/** `theirs`: the other side's own words, where the failure is theirs and not our reading of it. */
function sendFailedForGood(run: Run, submission: Submission, message: string, theirs: string | null, now: Instant): Outcome {
  const failed = withSubmission(run, submission, { status: 'failed', unresolved: false, inFlightUntil: null });
  return {
    run: withStep(failed, 'AEP', 'SUBMISSION', { failure: { message, at: now }, externalStatus: theirs, lastTry: null }),
    clearSlots: [slots.submit],
  };
}

const NOT_LOOKED = { looks: 0, pages: 0 };

/** What the next look starts from; only a page counts as one more of them in a row. */
const lookedBefore = ({ failure, looks = 0, pages = 0 }: EventData['configurationSendFailed']): typeof NOT_LOOKED => ({
  looks,
  pages: isPageOfNothing(failure) ? pages + 1 : 0,
});

function afterSend({ at, data }: RunEventOf<'configurationSendFailed'>, conflict: boolean): Partial<Submission> {
  if (data.definite && !conflict) return { unresolved: false, inFlightUntil: null };
  const waiting = { unresolved: true, inFlightUntil: plusSeconds(at, SHOWS_LATE_SECONDS) };
  return conflict ? { ...waiting, conflict: data.failure.message } : waiting;
}

export function configurationSendFailed(run: Run, event: RunEventOf<'configurationSendFailed'>): Outcome {
  const { during, definite, failure, attempt } = event.data;
  const submission = current(run, event.data.submissionId);
  if (submission?.status !== 'sending') return { run, noted: false };
  // A look that fails tells nothing of an earlier send; that one is looked for as long as it takes.
  const overForGood = during === 'send' ? definite : !submission.unresolved;
  const conflict = during === 'send' && failure.status === CONFLICT;
  if (overForGood && !conflict && !isRetryable(failure.kind))
    return sendFailedForGood(run, submission, failure.message, theirWords(failure), event.at);
  const { looks, pages } = during === 'look' ? lookedBefore(event.data) : NOT_LOOKED;
  const effects = [submitEffect(submission.id, attempt + 1, looks, backOffDue(attempt, failure), pages)];
  const ended = during === 'send' ? withSubmission(run, submission, afterSend(event, conflict)) : run;
  const next = withStep(ended, 'AEP', 'SUBMISSION', tried(failure));
  return next === run ? { run, noted: false, effects } : { run: next, effects };
}

/** ST-09: not found is not yet proof of absence. After the last look the name is taken to be free. */
export function configurationNotFound(run: Run, event: RunEventOf<'configurationNotFound'>): Outcome {
  const { looks } = event.data;
  const submission = current(run, event.data.submissionId);
  if (submission?.status !== 'sending' || !submission.unresolved) return { run, noted: false };
  if (looks < LOOK_DELAYS_SECONDS.length) {
    const due = { afterSeconds: LOOK_DELAYS_SECONDS[looks] ?? 60 };
    return { run, noted: false, effects: [submitEffect(submission.id, 0, looks, due)] };
  }
  if (submission.inFlightUntil !== null && event.at < submission.inFlightUntil) {
    return { run, noted: false, effects: [submitEffect(submission.id, 0, looks - 1, { at: submission.inFlightUntil })] };
  }
  // Adobe has one already and does not show it under our name: sending again could only bring the same answer, or a second one.
  if (submission.conflict) return sendFailedForGood(run, submission, submission.conflict, submission.conflict, event.at);
  if (submission.sends >= SENDS) {
    const message = `${submission.sends} sends brought no usable answer, and Adobe shows no configuration of this name. Ask Customer Care before trying again.`;
    return sendFailedForGood(run, submission, message, null, event.at);
  }
  return {
    run: withSubmission(run, submission, { unresolved: false, inFlightUntil: null }),
    effects: [submitEffect(submission.id, 0, 0, {})],
  };
}

/**
 * Takes in what Adobe says now: verbatim, forward only, terminal only by its exact words (AEP-42). A word about another organization's or
 * another key's configuration is shown, and is neither our success nor our failure (GAP-02).
 */
function observed(run: Run, answer: ConfigurationFacts, now: Instant, poll: Effect): Outcome {
  const submission = run.tracks.AEP.submission!;
  const owner = whose(run, answer);
  if (owner === 'another') {
    const told = withAnomaly(run, 'ACTIVATION', otherAnswer(submission, answer), now);
    return { run: withStep(told, 'AEP', 'ACTIVATION', { externalStatus: answer.status, lastTry: null }), effects: [poll] };
  }
  const last = submission.statuses.at(-1);
  let next = run;
  const { status } = answer;
  if (!last || last.status !== status) {
    const highest = Math.max(-1, ...submission.statuses.map((seen) => RANK[seen.status ?? ''] ?? -1));
    const rank = status === null ? undefined : RANK[status];
    if (rank !== undefined && rank < highest) {
      const message = `Adobe's status went back from ${last?.status ?? 'nothing'} to ${status}.`;
      next = withAnomaly(next, 'ACTIVATION', message, now);
    }
    if (owner === 'unclear') {
      next = withAnomaly(next, 'ACTIVATION', otherAnswer(submission, answer), now);
    }
    const externalId = submission.externalId ?? answer.id;
    next = withTrack(next, 'AEP', {
      submission: { ...next.tracks.AEP.submission!, externalId, statuses: [...submission.statuses, { status, at: now }] },
    });
  }
  next = withStep(next, 'AEP', 'ACTIVATION', { externalStatus: status, lastTry: null });
  if (status === ADOBE_COMPLETED) return { run: next, clearSlots: [slots.poll] };
  if (status === ADOBE_FAILED) {
    const failure = { message: 'Adobe reported FAILED, without a reason (AEP-43).', at: now };
    const diagnosis = next.connections.azure ? [rereadEffect('AEP', 'diagnosis', 0, {})] : [];
    return { run: withStep(next, 'AEP', 'ACTIVATION', { failure }), clearSlots: [slots.poll], effects: diagnosis };
  }
  return { run: next, effects: [poll] };
}

export function configurationObserved(run: Run, event: RunEventOf<'configurationObserved'>): Outcome {
  const { answer, failure, attempt, pollingSince, timeScale } = event.data;
  const submission = current(run, event.data.submissionId);
  const state = run.tracks.AEP.steps.ACTIVATION;
  if (submission?.status !== 'sent' || !state || state.status === 'DONE' || state.status === 'FAILED') return { run, noted: false };
  if (answer) {
    const poll = pollEffect(submission.id, 0, pollingSince, pollDue(pollingSince, event.at, timeScale));
    const told =
      whose(run, answer) === 'another'
        ? run.anomalies.findLast(({ step }) => step === 'ACTIVATION')?.message === otherAnswer(submission, answer)
        : submission.statuses.length > 0 && submission.statuses.at(-1)?.status === answer.status;
    return told && state.externalStatus === answer.status && !state.lastTry
      ? { run, noted: false, effects: [poll] }
      : observed(run, answer, event.at, poll);
  }
  const due = failure && isRetryable(failure.kind) ? backOffDue(attempt, failure) : pollDue(pollingSince, event.at, timeScale);
  const effects = [pollEffect(submission.id, attempt + 1, pollingSince, due)];
  const tolerated = failure === null || (isRetryable(failure.kind) && attempt < FAILED_POLLS_TOLERATED);
  if (tolerated) return { run, noted: false, effects };
  // Where no answer came Adobe's last word still stands.
  const shown = tried(failure);
  const next = withStep(run, 'AEP', 'ACTIVATION', { ...shown, externalStatus: shown.externalStatus ?? state.externalStatus });
  return next === run ? { run, noted: false, effects } : { run: next, effects };
}
