/** A submission by hand: every fact that can be read is read again before it counts (rule 6). */
import { describe, expect, it } from 'vitest';
import {
  AWS_ROLE,
  DEFAULT_POLICY_TEXT,
  factsOnAws,
  KEY_ARN,
  kmsStep,
  ON_AWS,
  POLICY_TEMPLATE,
  policyStep,
} from '../../testing/awsFacts.ts';
import { APPROVER, DrivenRun, OPERATOR } from '../../testing/drivenRun.ts';
import type { StepFacts } from '../facts.ts';
import { heldConfiguration } from '../heldConfiguration.ts';
import { runStatus } from '../runStatus.ts';
import type { StepId } from '../vocabulary.ts';

const confirmImsOrgId = '0123456789ABCDEF01234567@AdobeOrg';
const attest = (driven: DrivenRun, step: StepId, reference: string | null = null) =>
  driven.apply('stepAttested', {
    track: 'AEP',
    step,
    statement: 'Saved on Adobe’s page',
    reference,
    confirmImsOrgId,
  });

function approved(): DrivenRun {
  const driven = new DrivenRun({
    organization: ON_AWS,
    connections: { adobe: null, azure: null, aws: AWS_ROLE },
  });
  driven.world = (_track, step) => factsOnAws(step);
  attest(driven, 'ENTITLEMENT');
  driven
    .must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null })
    .must('keyPolicyProvided', { policy: POLICY_TEMPLATE })
    .observe();
  const data = { track: 'AEP', principal: OPERATOR.principal } as const;
  driven.must('approvalRequested', { ...data, configurationName: 'contoso-cmk' });
  return driven.must(
    'approvalGranted',
    { track: 'AEP', principal: APPROVER.principal, confirmImsOrgId, comment: null },
    APPROVER,
  );
}

describe('a submission by hand, where AWS is read', () => {
  it('is verified up to the approval, and approved for the ARN', () => {
    const driven = approved();
    for (const step of ['KEY', 'POLICY'] as const)
      expect(driven.step('AEP', step)).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
    expect(driven.run.tracks.AEP.approval).toMatchObject({
      status: 'approved',
      keyIdentifier: KEY_ARN,
    });
    expect(attest(driven, 'KEY', KEY_ARN)?.code).toBe('STEP_ALREADY_DONE');
  });

  it('counts after everything was read again, and only then', () => {
    const driven = approved();
    expect(attest(driven, 'SUBMISSION', 'contoso-cmk')).toBeNull();
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({ status: 'WORKING', mode: 'ATTESTED' });
    expect(driven.run.tracks.AEP.approval?.status).toBe('approved');
    expect(driven.effects.get('reread:AEP')?.data).toMatchObject({ purpose: 'submission' });
    expect(driven.apply('runCancelled', { reason: 'x' })?.code).toBe('ALREADY_SUBMITTED');
    expect(attest(driven, 'SUBMISSION', 'contoso-cmk')?.code).toBe('CONFLICT');
    driven.observe();
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({
      status: 'DONE',
      attestation: { reference: 'contoso-cmk', statement: 'Saved on Adobe’s page' },
    });
    expect(driven.run.tracks.AEP.approval?.status).toBe('spent');
    for (const step of ['ACTIVATION', 'CONFIRMATION'] as const)
      expect(attest(driven, step)).toBeNull();
    expect(runStatus(driven.run)).toBe('COMPLETED');
  });

  it.each<[string, StepFacts]>([
    ['a statement was removed', policyStep(DEFAULT_POLICY_TEXT)],
    ['the key was disabled', kmsStep({ keyState: 'Disabled', enabled: false })],
    ['the key is deleted', kmsStep({ keyState: 'PendingDeletion' })],
  ])('does not count where %s since the approval', (_name, facts) => {
    const driven = approved();
    driven.world = (_track, step) => (step === facts.step ? facts : factsOnAws(step));
    expect(attest(driven, 'SUBMISSION', 'contoso-cmk')).toBeNull();
    driven.observe();
    const { approval, steps, earlierSubmissions } = driven.run.tracks.AEP;
    expect(approval).toMatchObject({ status: 'void', voided: { code: 'factsDiffer' } });
    expect(steps.SUBMISSION).toMatchObject({ status: 'LOCKED', attestation: null });
    expect(driven.run.anomalies).toMatchObject([
      { code: 'attestedButChanged', values: { by: 'Omar Operator (console)', steps: facts.step } },
    ]);
    // Adobe may have it all the same: nobody cancels, and what follows is the same (IRR-04).
    expect(earlierSubmissions).toMatchObject([{ name: 'contoso-cmk', outcome: 'unknown' }]);
    expect(heldConfiguration(driven.run)).not.toBeNull();
    expect(driven.apply('runCancelled', { reason: 'x' })?.code).toBe('ALREADY_SUBMITTED');
  });

  it.each(['withdrawn', 'disconnected'])('does not count where the approval is %s', (how) => {
    const driven = approved();
    expect(attest(driven, 'SUBMISSION', 'contoso-cmk')).toBeNull();
    if (how === 'withdrawn') {
      const principal = APPROVER.principal;
      const withdrawn = { track: 'AEP', principal, owner: false, reason: 'Wrong' } as const;
      driven.must('approvalWithdrawn', withdrawn, APPROVER);
    } else {
      driven.must('connectionsChanged', { connections: { adobe: null, azure: null, aws: null } });
    }
    driven.observe();
    expect(driven.step('AEP', 'SUBMISSION').attestation).toBeNull();
    expect(driven.run.tracks.AEP.earlierSubmissions).toHaveLength(1);
  });
});
