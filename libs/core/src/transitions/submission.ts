/**
 * The point of no return: every fact is read again, and only if all equal what was approved does
 * the POST leave (docs/reference/api.md, "Verify and submit").
 */
import {
  observationJobKeys,
  jobKeys,
  withStep,
  withTrack,
  type ObserveAgain,
  type Outcome,
} from '../change.ts';
import { isRetryable } from '../connectorError.ts';
import { approvalProblem } from '../approvalGuards.ts';
import { OWN_REASONS } from '../ownReasons.ts';
import { approvedNameCheck, checkConfigurationName } from '../configurationName.ts';
import { evaluateBody } from '../checks/bodyNamesSameOrganization.ts';
import type { Effect } from '../effect.ts';
import type { RereadPurpose, RunEventOf } from '../event.ts';
import { configurationBody, evidenceHash } from '../evidence.ts';
import type { ReadFailure } from '../facts.ts';
import { canSubmit } from '../guards.ts';
import { earlierSubmission } from '../heldConfiguration.ts';
import { hostOf, isFrozen } from '../knowledge.ts';
import { backOffDue } from '../polling.ts';
import type { Run, Submission } from '../run.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { isConnected } from '../stepStatus.ts';
import { applyFacts, failureOf } from './observation.ts';
import { effectsAfterTicket, isAskedAfterTicket, rereadAfterTicket } from './ticketReread.ts';

/**
 * Rereads that failed for the cloud's sake are tried so often before the submission is given up.
 */
const REREADS = 8;

export const rereadEffect = (
  track: TrackId,
  purpose: RereadPurpose,
  attempt: number,
  due: Effect['due'],
): Effect => ({
  type: 'rereadTrack',
  jobKey: jobKeys.reread(track),
  data: { track, purpose, attempt },
  due,
});
export const submitEffect = (
  submissionId: string,
  attempt: number,
  looks: number,
  due: Effect['due'],
  pages = 0,
): Effect => ({
  type: 'submitConfiguration',
  jobKey: jobKeys.submit,
  data: { submissionId, attempt, looks, ...(pages > 0 ? { pages } : {}) },
  due,
});

export function submissionRequested(run: Run, event: RunEventOf<'submissionRequested'>): Outcome {
  const { submissionId, configurationName, confirmImsOrgId } = event.data;
  const refusal = canSubmit(run, configurationName, confirmImsOrgId, event.at);
  if (refusal) return { refusal };
  const submission: Submission = {
    id: submissionId,
    status: 'rereading',
    name: configurationName,
    body: null,
    host: hostOf(run)!,
    requestedBy: event.actor.name,
    requestedAt: event.at,
    sends: 0,
    unresolved: false,
    inFlightUntil: null,
    sentAt: null,
    externalId: null,
    statuses: [],
  };
  const named =
    approvedNameCheck(run.tracks.AEP.approval!) ??
    checkConfigurationName(configurationName, event.at);
  const next = withStep(withTrack(run, 'AEP', { submission }), 'AEP', 'SUBMISSION', {
    checks: [named],
  });
  return { run: next, effects: [rereadEffect('AEP', 'submission', 0, {})] };
}

export function trackReread(run: Run, event: RunEventOf<'trackReread'>): Outcome {
  const { purpose } = event.data;
  if (purpose === 'diagnosis') return diagnosed(run, event);
  if (purpose === 'submission' && run.tracks.AEP.submission?.status !== 'rereading')
    return { run, changed: false };
  if (purpose === 'ticketRecorded' && !isAskedAfterTicket(run)) return { run, changed: false };
  // What was read before the ticket was recorded does not stand for the reading afterwards, which
  // has its place.
  if (purpose === 'ticket' && run.tracks.CJA.approval?.status !== 'approved')
    return { run, changed: false, effects: effectsAfterTicket(run) };
  const failure = transientFailure(event.data.facts);
  if (failure && event.data.attempt < REREADS) {
    const { track, attempt } = event.data;
    return {
      run,
      changed: false,
      effects: [rereadEffect(track, purpose, attempt + 1, backOffDue(attempt, failure))],
    };
  }
  if (purpose === 'ticketRecorded') return { run: rereadAfterTicket(run, event) };
  return purpose === 'submission'
    ? rereadForSubmission(run, event)
    : { run: readAgain(run, event), again: laterLooks(event) };
}

const transientFailure = (facts: RunEventOf<'trackReread'>['data']['facts']): ReadFailure | null =>
  facts.map(failureOf).find((failure) => failure !== null && isRetryable(failure.kind)) ?? null;

/** The run with what was read applied to its steps, which are not settled. */
export function readAgain(run: Run, event: RunEventOf<'trackReread'>): Run {
  const { track, facts, timeScale } = event.data;
  // What was read with a credential that was withdrawn meanwhile could not be read again.
  const readable = facts.filter(({ step }) => isConnected(run, step));
  return readable.reduce((next, seen) => applyFacts(next, track, seen, event.at, timeScale), run);
}

const laterLooks = ({
  data: { track, facts, timeScale },
}: RunEventOf<'trackReread'>): ObserveAgain[] =>
  facts.map(({ step }) => ({ track, step, attempt: 0, timeScale }));

function rereadForSubmission(run: Run, event: RunEventOf<'trackReread'>): Outcome {
  const { approval, submission } = run.tracks.AEP;
  const seen = readAgain(run, event);
  const problem = approvalProblem(run, 'AEP', event.at);
  const holds =
    approval !== null && problem === null && evidenceHash(seen, 'AEP') === approval.evidenceHash;
  const body = configurationBody(seen, submission!.name);
  // VAL-27: the bytes name the organization that the header will.
  if (holds && body !== null && evaluateBody(body, run.organization.imsOrgId).verdict === 'PASS') {
    const next = withTrack(seen, 'AEP', {
      approval: { ...approval, status: 'spent' },
      submission: { ...submission!, ...lookOnly(run), status: 'sending', body },
    });
    return {
      run: next,
      effects: [submitEffect(submission!.id, 0, 0, {})],
      clearJobKeys: [jobKeys.expire('AEP'), ...observationJobKeys('AEP')],
    };
  }
  const reason =
    problem?.reason === 'approvalExpired' && approval?.expiresAt
      ? `It expired at ${approval.expiresAt}.`
      : OWN_REASONS.factsDiffer;
  const voided = approval ? { ...approval, status: 'void' as const, reason } : null;
  const next = withTrack(seen, 'AEP', {
    approval: voided,
    submission: { ...submission!, status: 'aborted' },
  });
  return { run: next, again: laterLooks(event), clearJobKeys: [jobKeys.expire('AEP')] };
}

/**
 * Where Adobe has one already a submission only finds it by its name: as after a send that met a
 * conflict (GAP-31).
 */
function lookOnly(run: Run): Partial<Submission> {
  const earlier = earlierSubmission(run);
  if (earlier?.outcome !== 'exists') return {};
  return {
    unresolved: true,
    conflict: earlier.message ?? 'Adobe has a configuration of this organization already.',
  };
}

/** AEP-43: FAILED comes without a reason; what our checks find now is put beside it. */
function diagnosed(run: Run, event: RunEventOf<'trackReread'>): Outcome {
  const failure = transientFailure(event.data.facts);
  if (failure && event.data.attempt < REREADS) {
    return {
      run,
      changed: false,
      effects: [
        rereadEffect(
          'AEP',
          'diagnosis',
          event.data.attempt + 1,
          backOffDue(event.data.attempt, failure),
        ),
      ],
    };
  }
  const now: Instant = event.at;
  const seen = readAgain(run, event);
  const found = event.data.facts.flatMap(
    ({ step }) =>
      seen.tracks.AEP.steps[step]?.checks.filter((check) => check.verdict !== 'PASS') ?? [],
  );
  if (!isFrozen(run, 'AEP')) return { run: seen };
  const own =
    run.tracks.AEP.steps.ACTIVATION?.checks.filter(
      ({ check }) => check === 'configurationStatusIsRead',
    ) ?? [];
  const checks = [...own, ...found.map((check) => ({ ...check, checkedAt: now }))];
  return { run: withStep(run, 'AEP', 'ACTIVATION', { checks }) };
}
