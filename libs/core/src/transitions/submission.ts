/**
 * The point of no return: every fact is read again, and the configuration is sent only if all equal
 * what was approved (docs/reference/api.md, "Verify and submit").
 */
import {
  observationJobKeys,
  jobKeys,
  withStep,
  withTrack,
  type Change,
  type LaterObservation,
  type Outcome,
} from '../change.ts';
import type { CheckValues } from '../check.ts';
import { isRetryable } from '../connectorError.ts';
import { approvalProblem } from '../approvalGuards.ts';
import { approvedNameCheck, checkConfigurationName } from '../configurationName.ts';
import { evaluateBody } from '../checks/bodyNamesSameOrganization.ts';
import type { Effect } from '../effect.ts';
import type { RereadPurpose, RunEventOf } from '../event.ts';
import { actorText, namedActor } from '../eventActor.ts';
import { changedEvidence, configurationBody, evidenceHash } from '../evidence.ts';
import { failureOf } from '../facts.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { canSubmit } from '../guards.ts';
import { earlierSubmission } from '../heldConfiguration.ts';
import { hostOf, isFrozen } from '../knowledge.ts';
import { backOffDue } from '../polling.ts';
import { planSteps, stepsOfNoReturn } from '../plans/planFor.ts';
import type {
  Anomaly,
  Approval,
  EarlierSubmission,
  Run,
  RunDraft,
  Submission,
  Voided,
} from '../run.ts';
import type { Attestation } from '../stepState.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { isRereading } from '../stepGuards.ts';
import { isConnected, isObservedStep } from '../stepStatus.ts';
import { expired } from './approval.ts';
import { applyFacts } from './observation.ts';
import { effectsAfterTicket, isTicketRereadDue, rereadAfterTicket } from './ticketReread.ts';

/** After so many rereads that fail in an outage the submission is aborted. */
const MAX_REREADS = 8;

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
  lookups: number,
  due: Effect['due'],
  pages = 0,
): Effect => ({
  type: 'submitConfiguration',
  jobKey: jobKeys.submit,
  data: { submissionId, attempt, lookups, ...(pages > 0 ? { pages } : {}) },
  due,
});

/** A submission whose facts are being read again ends here: nothing is sent. */
export function abortReread(run: RunDraft): RunDraft {
  if (run.tracks.AEP.attesting) return attestedInVain(run);
  const { submission } = run.tracks.AEP;
  if (!submission || !isRereading(run, 'AEP')) return run;
  return withTrack(run, 'AEP', { submission: { ...submission, status: 'aborted' } });
}

function withoutAttesting(run: RunDraft): RunDraft {
  const { attesting: _, ...track } = run.tracks.AEP;
  return { ...run, tracks: { ...run.tracks, AEP: track } };
}

/**
 * Adobe may have what a person says was saved, also where it counts for nothing here: whatever
 * follows has to be the same (IRR-04, GAP-31).
 */
function attestedInVain(run: RunDraft): RunDraft {
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
    requestedBy: namedActor(event.actor),
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
  if (purpose === 'submission' && !isRereading(run, 'AEP')) return { run, changed: false };
  if (purpose === 'ticketRecorded' && !isTicketRereadDue(run)) return { run, changed: false };
  // What was read before the ticket was recorded does not replace the reading after it, which took
  // its job key.
  if (purpose === 'ticket' && run.tracks.CJA.approval?.status !== 'approved')
    return { run, changed: false, effects: effectsAfterTicket(run) };
  const failure = transientFailure(event.data.facts);
  if (failure && event.data.attempt < MAX_REREADS) {
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
    : { run: applyReread(run, event), later: laterObservations(event) };
}

const transientFailure = (facts: RunEventOf<'trackReread'>['data']['facts']): ReadFailure | null =>
  facts.map(failureOf).find((failure) => failure !== null && isRetryable(failure.kind)) ?? null;

/** The run with what was read applied to its steps. */
export function applyReread(run: RunDraft, event: RunEventOf<'trackReread'>): RunDraft {
  const { track, facts, timeScale } = event.data;
  // What was read with a credential that was withdrawn meanwhile could not be read again.
  const readable = facts.filter(({ step }) => isConnected(run, step));
  return readable.reduce((next, seen) => applyFacts(next, track, seen, event.at, timeScale), run);
}

const laterObservations = ({
  data: { track, facts, timeScale },
}: RunEventOf<'trackReread'>): LaterObservation[] =>
  facts.map(({ step }) => ({ track, step, attempt: 0, timeScale }));

function rereadForSubmission(run: Run, event: RunEventOf<'trackReread'>): Outcome {
  const { approval, submission, attesting } = run.tracks.AEP;
  const seen = applyReread(run, event);
  const problem = approvalProblem(run, 'AEP', event.at);
  const holds =
    approval !== null && problem === null && evidenceHash(seen, 'AEP') === approval.evidenceHash;
  if (attesting) return rereadForAttestation(run, seen, attesting, holds, event);
  const body = configurationBody(seen, submission!.name);
  // VAL-27: the bytes name the organization that the header will.
  if (holds && body !== null && evaluateBody(body, run.organization.imsOrgId).verdict === 'PASS') {
    const next = withTrack(seen, 'AEP', {
      approval: { ...approval, status: 'spent' },
      submission: { ...submission!, ...lookupOnly(run), status: 'sending', body },
    });
    return {
      run: next,
      effects: [submitEffect(submission!.id, 0, 0, {})],
      clearJobKeys: [jobKeys.expire('AEP'), ...observationJobKeys('AEP')],
    };
  }
  const next = withTrack(seen, 'AEP', {
    approval: approval && withoutEffect(approval, event.at, changedEvidence(run, seen, 'AEP')),
    submission: { ...submission!, status: 'aborted' },
  });
  return { run: next, later: laterObservations(event), clearJobKeys: [jobKeys.expire('AEP')] };
}

/** Facts that differ leave the submission undone, and the statement is kept as an anomaly. */
function rereadForAttestation(
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

/** The approval after a reread that sent nothing. */
function withoutEffect(approval: Approval, now: Instant, changed: CheckValues): Approval {
  // Voided or withdrawn while the facts were read: that is why.
  if (approval.status !== 'approved') return approval;
  const { expiresAt } = approval;
  const voided: Voided =
    expiresAt !== null && now >= expiresAt
      ? expired(expiresAt)
      : { code: 'factsDiffer', values: changed, at: now };
  return { ...approval, status: 'void', voided };
}

/**
 * Where Adobe has one already, the submission is only a lookup by its name: as after a send that
 * met a conflict (GAP-31).
 */
function lookupOnly(run: Run): Partial<Submission> {
  const earlier = earlierSubmission(run);
  if (earlier?.outcome !== 'exists') return {};
  const conflict = earlier.failure ?? {
    code: 'keyNotNamed',
    values: { name: earlier.name },
    upstreamMessage: null,
  };
  return { unresolved: true, conflict };
}

/** AEP-43: FAILED comes without a reason; the checks that do not pass now are put beside it. */
function diagnosed(run: Run, event: RunEventOf<'trackReread'>): Outcome {
  const failure = transientFailure(event.data.facts);
  if (failure && event.data.attempt < MAX_REREADS) {
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
  const seen = applyReread(run, event);
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
