/** Runs in every situation whose texts differ, by what it is. Imported by tests only. */
import type { LostTimeCause } from '../src/databaseDelay.ts';
import { areKmsFacts, type StepFacts } from '../src/facts.ts';
import type { Organization } from '../src/organization.ts';
import { plusSeconds } from '../src/polling.ts';
import { REGIONS } from '../src/vocabulary.ts';
import {
  active,
  aFailure,
  runAssigningRole,
  assignmentFailed,
  pollFailed,
  restoredUnsent,
  sendFailed,
  submitting,
  UNAVAILABLE,
} from './callOutcomeCases.ts';
import { CONNECTED, DrivenRun } from './drivenRun.ts';
import { anHsm } from './exampleFacts.ts';
import { goodFacts, keyIdentifier } from './goodFacts.ts';
import { AWS_ROLE, KEY_ARN, kmsStep, POLICY_TEMPLATE, policyStep } from './awsFacts.ts';
import { OUTCOME_CASES } from './outcomeCases.ts';

const NOBODY = { connections: { adobe: null, azure: null } };
const ON_AWS = {
  organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
  ...NOBODY,
} as const;

const withFacts = (facts: StepFacts): DrivenRun => {
  const driven = new DrivenRun();
  driven.world = (track, step) => (step === facts.step ? facts : goodFacts(track, step));
  return driven.prepare();
};

function onHsm(): DrivenRun {
  const driven = new DrivenRun();
  driven.world = (track, step) =>
    step === 'VAULT'
      ? {
          step,
          vault: { outcome: 'seen', value: anHsm() },
          deletedVault: null,
          otherOrganizations: 0,
        }
      : goodFacts(track, step);
  driven.must('stepAttested', {
    track: 'AEP',
    step: 'ENTITLEMENT',
    statement: 's',
    reference: null,
  });
  const identifier = keyIdentifier('AEP').replace('contoso-cmk.vault', 'contosohsm.managedhsm');
  return driven
    .must('keyProvided', { track: 'AEP', keyIdentifier: identifier, vaultResourceId: null })
    .observe();
}

function attested(): DrivenRun {
  const driven = new DrivenRun(NOBODY).prepare();
  for (const step of ['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'] as const) {
    const reference = step === 'APP_REGISTRATION' ? 'e463a445-c6ac-4ca2-b36a-b5146fcf6a52' : null;
    driven.apply('stepAttested', { track: 'AEP', step, statement: `${step} was done`, reference });
    if (step !== 'APP_REGISTRATION')
      driven.apply('stepAttested', {
        track: 'CJA',
        step,
        statement: `${step} was done`,
        reference: null,
      });
  }
  return driven;
}

function onAws(steps: number): DrivenRun {
  const driven = new DrivenRun(ON_AWS);
  for (const step of (
    ['ENTITLEMENT', 'KEY', 'POLICY', 'SUBMISSION', 'ACTIVATION', 'CONFIRMATION'] as const
  ).slice(0, steps)) {
    if (step === 'SUBMISSION') driven.approve('AEP');
    driven.must('stepAttested', {
      track: 'AEP',
      step,
      statement: `${step} was done`,
      reference: step === 'KEY' ? KEY_ARN : 'R-1',
      confirmImsOrgId: driven.run.organization.imsOrgId,
    });
  }
  return driven;
}

/** A run on AWS that reads its key and policy, with these facts for one of the two steps. */
function onAwsWith(facts: StepFacts): DrivenRun {
  const driven = new DrivenRun({
    organization: ON_AWS.organization,
    connections: { adobe: null, azure: null, aws: AWS_ROLE },
  });
  driven.world = (_track, step) => {
    if (step === facts.step) return facts;
    return step === 'KEY' ? kmsStep() : policyStep();
  };
  return driven
    .must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', statement: 's', reference: null })
    .must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null })
    .must('keyPolicyProvided', { policy: POLICY_TEMPLATE })
    .observe();
}

const inRegion = (region: Organization['region']): DrivenRun =>
  new DrivenRun({ organization: { region } }).prepare();

const done = (): DrivenRun => active().reported('COMPLETED').approve('CJA').observe().confirmCja();

/** Made for each caller: a driven run changes. */
export const situations = (): [string, DrivenRun][] => [
  ['begun', new DrivenRun()],
  ['begun, nothing connected', new DrivenRun(NOBODY)],
  ['prepared, nothing connected', new DrivenRun(NOBODY).prepare()],
  ['attested', attested()],
  ['prepared', new DrivenRun().prepare()],
  [
    'prepared, may write',
    new DrivenRun({
      connections: { ...CONNECTED, azure: { ...CONNECTED.azure!, access: 'WRITE' } },
    }).prepare(),
  ],
  ['a Managed HSM', onHsm()],
  ['aged', new DrivenRun().prepare().wait(26 * 3600)],
  [
    'approval asked for',
    new DrivenRun()
      .prepare()
      .must('approvalRequested', { track: 'AEP', principal: 'member:operator' }),
  ],
  ['approved', new DrivenRun().prepare().approve('AEP')],
  ['approval void', withVoidApproval()],
  ['submitting', submitting()],
  ...(['FAILED_OVER', 'RESTORED', 'RESUMED'] as const).map((cause): [string, DrivenRun] => [
    `sending delayed: ${cause}`,
    withDelay(submitting(), cause),
  ]),
  ['refused', sendFailed(submitting(), aFailure())],
  ['not sent after a restore', restoredUnsent()],
  ['tried again', sendFailed(submitting(), UNAVAILABLE)],
  ['assigning', runAssigningRole()],
  [
    'assignment refused',
    assignmentFailed(aFailure({ code: 'AuthorizationFailed', message: 'no' })),
  ],
  ['assignment tried again', assignmentFailed(UNAVAILABLE)],
  ['active', active()],
  ['unknown status', active().reported('PENDING_APPROVAL')],
  [
    'poll refused',
    pollFailed(active(), aFailure({ kind: 'credential', code: 'invalid_client', status: 401 }), 3),
  ],
  [
    'poll without answer',
    pollFailed(
      active(),
      aFailure({ kind: 'unavailable', code: 'ECONNRESET', status: null, message: 'x' }),
      3,
    ),
  ],
  ['failed at Adobe', active().reported('FAILED').observe()],
  ['completed', done()],
  ['cancelled', new DrivenRun().prepare().must('runCancelled', { reason: 'not now' })],
  ...[0, 1, 2, 3, 4, 5, 6].map((steps): [string, DrivenRun] => [
    `AWS, ${steps} steps`,
    onAws(steps),
  ]),
  ...REGIONS.filter((region) => region !== 'VA6').map((region): [string, DrivenRun] => [
    region,
    inRegion(region),
  ]),
  ...OUTCOME_CASES.map(({ check, outcome, facts }): [string, DrivenRun] => [
    `${check}: ${outcome}`,
    areKmsFacts(facts) || facts.step === 'POLICY' ? onAwsWith(facts) : withFacts(facts),
  ]),
];

function withDelay(driven: DrivenRun, cause: LostTimeCause): DrivenRun {
  const since = driven.now;
  const delay = { era: 2, cause, since, until: plusSeconds(since, 305) };
  return driven.must('configurationDelayed', { submissionId: 'submission-1', ...delay });
}

function withVoidApproval(): DrivenRun {
  const driven = new DrivenRun().prepare().approve('AEP');
  driven.world = (track, step) =>
    step === 'KEY' ? { step, key: { outcome: 'absent', detail: '' } } : goodFacts(track, step);
  return driven.must('verificationRequested', { track: 'AEP', step: 'KEY' }).observe();
}
