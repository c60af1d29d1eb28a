/**
 * Every outcome of the checks of what Keyway does itself, as the transitions make them. Imported by
 * tests only.
 */
import type { CheckResult, Evaluation } from '../src/check.ts';
import type { CheckId } from '../src/catalog/catalog.ts';
import type { EventData } from '../src/event.ts';
import type { ConfigurationFacts } from '../src/facts.ts';
import type { ReadFailure } from '../src/observedSchema.ts';
import { plusSeconds } from '../src/polling.ts';
import type { StepId } from '../src/vocabulary.ts';
import { CONNECTED, DrivenRun } from './drivenRun.ts';
import { goodFacts, keyIdentifier } from './goodFacts.ts';

export const aFailure = (change: Partial<ReadFailure> = {}): ReadFailure => ({
  kind: 'denied',
  message: 'Profile is not valid',
  status: 403,
  code: '403025',
  permission: null,
  retryAfterSeconds: null,
  ...change,
});
export const UNAVAILABLE = aFailure({
  kind: 'unavailable',
  message: 'HTTP 503',
  status: 503,
  code: null,
});

const SUBMISSION = { submissionId: 'submission-1', timeScale: 1 };
export const submitting = (): DrivenRun => new DrivenRun().prepare().approve('AEP').submit();
export const active = (): DrivenRun => submitting().accepted().reported('RUNNING');

export function sendFailed(
  driven: DrivenRun,
  failure: ReadFailure,
  more: Partial<EventData['configurationSendFailed']> = {},
): DrivenRun {
  return driven.must('configurationSendFailed', {
    ...SUBMISSION,
    during: 'lookup',
    definite: true,
    failure,
    attempt: 0,
    ...more,
  });
}
export function pollFailed(driven: DrivenRun, failure: ReadFailure, attempt: number): DrivenRun {
  const data = { ...SUBMISSION, answer: null, failure, attempt, pollingSince: driven.now };
  return driven.must('configurationObserved', data);
}
/** A run whose role Keyway is about to assign. */
export function runAssigningRole(): DrivenRun {
  const driven = new DrivenRun({
    connections: { ...CONNECTED, azure: { ...CONNECTED.azure!, access: 'WRITE' } },
  });
  driven.world = (track, step) =>
    step === 'ROLE'
      ? { step, assignments: { outcome: 'seen', value: [] } }
      : goodFacts(track, step);
  return driven.prepare(['AEP']);
}
export const assignmentFailed = (failure: ReadFailure): DrivenRun =>
  runAssigningRole().must('roleAssignmentFailed', {
    track: 'AEP',
    failure,
    attempt: 0,
    timeScale: 1,
  });

function found(answer: Partial<ConfigurationFacts>, sends = 0): DrivenRun {
  const driven = submitting();
  if (sends > 0) driven.must('configurationSending', { submissionId: 'submission-1', send: sends });
  const configuration = {
    id: 'job-0',
    status: 'RUNNING',
    keyVaultKeyIdentifier: null,
    imsOrgId: null,
    ...answer,
  };
  return driven.must('configurationAccepted', {
    ...SUBMISSION,
    found: true,
    answer: configuration,
  });
}

function withoutUsableAnswer(): DrivenRun {
  const driven = submitting();
  for (let send = 1; send <= 5; send += 1) {
    driven.must('configurationSending', { submissionId: 'submission-1', send });
    sendFailed(driven, UNAVAILABLE, { during: 'send', definite: false }).wait(60);
    driven.must('configurationNotFound', { ...SUBMISSION, lookups: 9 });
  }
  return driven;
}

/** Requested before the database was restored. */
export function restoredUnsent(): DrivenRun {
  const driven = submitting();
  const restoredAt = plusSeconds(driven.now, 60);
  return driven
    .wait(400)
    .must('configurationNotSent', { submissionId: 'submission-1', restoredAt });
}

const checkOf = (driven: DrivenRun, step: StepId, check: CheckId): [CheckId, Evaluation] => {
  const result: CheckResult | undefined = driven
    .step('AEP', step)
    .checks.find((one) => one.check === check);
  if (!result)
    throw new Error(`${step} has no ${check}: ${JSON.stringify(driven.step('AEP', step).checks)}`);
  return [check, result];
};

const taken = (driven: DrivenRun): [CheckId, Evaluation] =>
  checkOf(driven, 'SUBMISSION', 'configurationIsTaken');

export const CALL_OUTCOME_CASES: readonly [CheckId, Evaluation][] = [
  checkOf(assignmentFailed(aFailure()), 'ROLE', 'roleCanBeAssigned'),
  checkOf(assignmentFailed(UNAVAILABLE), 'ROLE', 'roleCanBeAssigned'),
  taken(sendFailed(submitting(), aFailure())),
  taken(sendFailed(submitting(), UNAVAILABLE)),
  taken(found({ keyVaultKeyIdentifier: keyIdentifier('CJA') })),
  taken(found({ keyVaultKeyIdentifier: keyIdentifier('CJA') }, 1)),
  taken(found({})),
  taken(found({ keyVaultKeyIdentifier: keyIdentifier('AEP'), status: 'FAILED' })),
  taken(withoutUsableAnswer()),
  taken(restoredUnsent()),
  checkOf(pollFailed(active(), aFailure(), 0), 'ACTIVATION', 'configurationStatusIsRead'),
  checkOf(active().reported('FAILED'), 'ACTIVATION', 'configurationStatusIsRead'),
];
