/**
 * Plan version 3 kept sentences where version 4 keeps codes with values, and other names of two
 * fields of a step. What a person wrote, and what Adobe or Azure said, stays as it is.
 */
import type { CheckId } from '../catalog/catalog.ts';
import { settledStep, type StepDraft } from '../stepState.ts';
import type { StepId } from '../vocabulary.ts';
import { anomalyOf, reportOf, voidedOf } from './storedSentences.ts';
import { mapValues, objectIn, objectsIn, textIn, type Json, type StoredRun } from './storedRun.ts';

const ARCHIVED = 'The organization was archived.';

export const fromVersion3 = (run: StoredRun): StoredRun => ({
  ...run,
  cancelled: cancelledOf(objectIn(run['cancelled'])),
  anomalies: objectsIn(run['anomalies']).map(anomalyOf),
  tracks: mapValues(run['tracks'], trackOf),
  planVersion: 4,
});

const cancelledOf = (cancelled: Json | null): Json | null =>
  cancelled?.['reason'] === ARCHIVED
    ? { ...cancelled, reason: null, code: 'organizationArchived' }
    : cancelled;

function trackOf(track: Json): Json {
  const earlier = track['earlierSubmissions'];
  return {
    ...track,
    approval: approvalOf(objectIn(track['approval'])),
    submission: submissionOf(objectIn(track['submission'])),
    ...(earlier ? { earlierSubmissions: objectsIn(earlier).map(earlierOf) } : {}),
    steps: mapValues(track['steps'], stepOf),
  };
}

function approvalOf(approval: Json | null): Json | null {
  if (approval?.['status'] !== 'void' || approval['withdrawn']) return approval;
  return { ...approval, reason: null, voided: voidedOf(textIn(approval['reason'])) };
}

function submissionOf(submission: Json | null): Json | null {
  const conflict = textIn(submission?.['conflict']);
  return conflict === null ? submission : { ...submission, conflict: reportOf(conflict) };
}

function earlierOf({ message, ...earlier }: Json): Json {
  const text = textIn(message);
  return { ...earlier, failure: text === null ? null : reportOf(text) };
}

/** The check of the step's own call, which says the same as the sentence that was kept. */
const CALL_CHECKS: ReadonlyMap<string, CheckId> = new Map<StepId, CheckId>([
  ['ROLE', 'roleCanBeAssigned'],
  ['SUBMISSION', 'configurationIsTaken'],
  ['ACTIVATION', 'configurationStatusIsRead'],
]);

function stepOf({ looking, nextLookAt, failure, ...state }: Json, step: string): Json {
  const kept = objectIn(failure);
  // Cast: the fields of version 3, renamed; `upcastRun` checks the run that this becomes.
  const draft = {
    ...state,
    observing: looking,
    nextObservationAt: nextLookAt,
    failure: kept && failureOf(kept, state, step),
  } as unknown as StepDraft;
  return { ...settledStep(draft, draft, draft.since) };
}

function failureOf({ message, at }: Json, state: Json, step: string): Json {
  const check = objectsIn(state['checks']).find(
    (result) => result['check'] === CALL_CHECKS.get(step) && result['verdict'] === 'BLOCK',
  );
  const upstreamMessage = textIn(state['externalStatus']);
  return check
    ? { code: check['outcome'], values: check['values'] ?? {}, upstreamMessage, at }
    : { code: 'stored', values: { text: message }, upstreamMessage, at };
}
