/**
 * Plan version 3 kept sentences where version 4 keeps codes with values, and other names of two
 * fields of a step. What a person wrote, and what Adobe or Azure said, stays as it is.
 */
import type { CheckResult } from '../check.ts';
import { settledStep, type FailureReport, type StepDraft } from '../stepState.ts';
import type { StepId } from '../vocabulary.ts';
import { anomalyOf, reportOf, voidedOf } from './storedSentences.ts';
import { mapValues, type Json, type StoredRun } from './storedRun.ts';

const ARCHIVED = 'The organization was archived.';

export const fromVersion3 = (run: StoredRun): StoredRun => ({
  ...run,
  cancelled: cancelledOf(run['cancelled'] as Json | null),
  anomalies: (run['anomalies'] as Json[]).map(anomalyOf),
  tracks: mapValues(run['tracks'], trackOf),
  planVersion: 4,
});

const cancelledOf = (cancelled: Json | null): Json | null =>
  cancelled?.['reason'] === ARCHIVED
    ? { ...cancelled, reason: null, code: 'organizationArchived' }
    : cancelled;

function trackOf(track: Json): Json {
  const earlier = track['earlierSubmissions'] as Json[] | undefined;
  return {
    ...track,
    approval: approvalOf(track['approval'] as Json | null),
    submission: submissionOf(track['submission'] as Json | null),
    ...(earlier ? { earlierSubmissions: earlier.map(earlierOf) } : {}),
    steps: mapValues(track['steps'], (state, step) => stepOf(state, step as StepId)),
  };
}

function approvalOf(approval: Json | null): Json | null {
  if (approval?.['status'] !== 'void' || approval['withdrawn']) return approval;
  return { ...approval, reason: null, voided: voidedOf(approval['reason'] as string | null) };
}

function submissionOf(submission: Json | null): Json | null {
  const conflict = submission?.['conflict'] as string | undefined;
  return conflict === undefined ? submission : { ...submission, conflict: reportOf(conflict) };
}

function earlierOf({ message, ...earlier }: Json): Json {
  return { ...earlier, failure: message === null ? null : reportOf(message as string) };
}

/** The check of the step's own call, which says the same as the sentence that was kept. */
const CALL_CHECKS: Partial<Record<StepId, CheckResult['check']>> = {
  ROLE: 'roleCanBeAssigned',
  SUBMISSION: 'configurationIsTaken',
  ACTIVATION: 'configurationStatusIsRead',
};

function stepOf({ looking, nextLookAt, failure, ...state }: Json, step: StepId): Json {
  const draft = {
    ...state,
    observing: looking,
    nextObservationAt: nextLookAt,
    failure: failure ? failureOf(failure as Json, state, step) : null,
  } as unknown as StepDraft;
  return { ...settledStep(draft, draft, draft.since) };
}

function failureOf({ message, at }: Json, state: Json, step: StepId): Json {
  const check = (state['checks'] as CheckResult[]).find(
    (result) => result.check === CALL_CHECKS[step] && result.verdict === 'BLOCK',
  );
  const upstreamMessage = (state['externalStatus'] ?? null) as string | null;
  if (!check) return { code: 'stored', values: { text: message }, upstreamMessage, at };
  const code = check.outcome as FailureReport['code'];
  return { code, values: check.values ?? {}, upstreamMessage, at };
}
