/** Approvals: two persons, exact evidence, expiry (docs/reference/run.md, rule 5). */
import { describe, expect, it } from 'vitest';
import { APPROVER, DrivenRun, OPERATOR } from '../../testing/drivenRun.ts';
import { goodFacts, goodKey, goodVault } from '../../testing/goodFacts.ts';
import { factsExcept, noPurgeProtection } from '../../testing/factsExcept.ts';
import type { StepFacts } from '../facts.ts';

const shortRetention: StepFacts = {
  ...noPurgeProtection,
  vault: { outcome: 'seen', value: { ...goodVault('AEP'), softDeleteRetentionInDays: 30 } },
} as StepFacts;

describe('approval (run rule 5)', () => {
  it('needs green or accepted checks, a second person and the typed ID', () => {
    const driven = new DrivenRun();
    driven.world = factsExcept(shortRetention);
    driven.prepare();
    expect(
      driven.apply('approvalRequested', { track: 'AEP', principal: OPERATOR.principal })?.code,
    ).toBe('CHECKS_NOT_GREEN');
    driven.must('checkOverridden', {
      track: 'AEP',
      check: 'vaultRetentionIsLong',
      reason: '30 days are enough for us',
    });
    driven.must('approvalRequested', { track: 'AEP', principal: OPERATOR.principal });
    expect(
      driven.apply('approvalRequested', { track: 'AEP', principal: OPERATOR.principal })?.code,
    ).toBe('CONFLICT');
    const grant = {
      track: 'AEP' as const,
      principal: OPERATOR.principal,
      confirmImsOrgId: driven.run.organization.imsOrgId,
      comment: null,
    };
    expect(driven.apply('approvalGranted', grant)?.code).toBe('SELF_APPROVAL');
    expect(
      driven.apply('approvalGranted', {
        ...grant,
        principal: APPROVER.principal,
        confirmImsOrgId: 'X@AdobeOrg',
      })?.code,
    ).toBe('CONFIRMATION_MISMATCH');
    driven.must('approvalGranted', { ...grant, principal: APPROVER.principal }, APPROVER);
    expect(driven.status('AEP', 'APPROVAL')).toBe('DONE');
  });

  it('a BLOCK is accepted only where the catalog says so (GAP-19)', () => {
    const rbacOff: StepFacts = {
      step: 'VAULT',
      vault: { outcome: 'seen', value: { ...goodVault('CJA'), enableRbacAuthorization: false } },
      deletedVault: null,
      otherOrganizations: 0,
    };
    const driven = new DrivenRun();
    driven.world = (track, step) =>
      step === 'VAULT'
        ? ({
            ...rbacOff,
            vault: {
              outcome: 'seen',
              value: { ...goodVault(track), enableRbacAuthorization: false },
            },
          } as StepFacts)
        : goodFacts(track, step);
    driven.prepare();
    expect(
      driven.apply('checkOverridden', { track: 'AEP', check: 'vaultUsesRbac', reason: 'no' })?.code,
    ).toBe('CHECKS_NOT_GREEN');
    driven
      .must('checkOverridden', {
        track: 'CJA',
        check: 'vaultUsesRbac',
        reason: 'Customer Care accepted it',
      })
      .observe();
    expect(driven.status('CJA', 'VAULT')).toBe('DONE');
    expect(driven.status('AEP', 'VAULT')).toBe('BLOCKED');
  });

  it('keeps what another person refused before, and whether the facts are still those', () => {
    const driven = new DrivenRun().prepare();
    const { principal } = OPERATOR;
    const request = (configurationName?: string) =>
      driven.must('approvalRequested', {
        ...{ track: 'AEP', principal },
        ...(configurationName !== undefined && { configurationName }),
      });
    const refuse = (by: typeof OPERATOR) => {
      const reason = by === OPERATOR ? 'mine' : 'Not our key';
      driven.must('approvalRefused', { track: 'AEP', principal: by.principal, reason }, by);
    };
    const before = () => driven.run.tracks.AEP.approval?.refusedBefore;
    request('one');
    expect(before()).toBeUndefined();
    refuse(APPROVER);
    const at = driven.run.tracks.AEP.approval!.decidedAt;
    request('two');
    const by = { principal: APPROVER.principal };
    const same = { by, at, reason: 'Not our key', evidenceChanged: false };
    expect(before()).toMatchObject(same);
    // Taken back by whoever asked: nobody else refused that.
    refuse(OPERATOR);
    request();
    expect(before()).toMatchObject(same);
    // A fact changed, and so the request became void.
    driven.world = factsExcept(shortRetention);
    driven.must('verificationRequested', { track: 'AEP', step: 'VAULT' }).observe();
    const { approval } = driven.run.tracks.AEP;
    expect(approval?.status).toBe('void');
    expect(approval?.voided?.at).toMatch(/Z$/);
    driven.must('checkOverridden', { track: 'AEP', check: 'vaultRetentionIsLong', reason: 'x' });
    request();
    expect(before()).toMatchObject({ ...same, evidenceChanged: true });
  });

  it('expires, and cools off', () => {
    const driven = new DrivenRun({
      policy: { approvalValidForSeconds: 3600, coolingOffSeconds: 600 },
    })
      .prepare()
      .approve('AEP');
    const submit = () =>
      driven.apply('submissionRequested', {
        submissionId: 's',
        configurationName: 'c',
        confirmImsOrgId: driven.run.organization.imsOrgId,
      })?.code;
    expect(submit()).toBe('COOLING_OFF');
    driven.wait(4000);
    expect(submit()).toBe('APPROVAL_VOID');
    driven.must('approvalExpired', { track: 'AEP' });
    const { voided, expiresAt } = driven.run.tracks.AEP.approval!;
    expect(voided?.at).toBe(expiresAt);
    expect(driven.status('AEP', 'APPROVAL')).toBe('READY');
  });

  it('does not ask by which way the key was read', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    driven.world = factsExcept({
      step: 'KEY',
      key: { outcome: 'seen', value: { ...goodKey('AEP'), source: 'dataPlane' } },
    });
    driven.must('verificationRequested', { track: 'AEP', step: 'KEY' }).observe();
    expect(driven.run.tracks.AEP.approval?.status).toBe('approved');
  });

  it('covers exactly the evidence: facts that changed just before sending send nothing', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    driven.world = factsExcept({
      step: 'KEY',
      key: {
        outcome: 'seen',
        value: { ...goodKey('AEP'), keyOps: ['encrypt', 'unwrapKey', 'wrapKey'] },
      },
    });
    driven.submit();
    expect(driven.run.tracks.AEP.submission).toMatchObject({ status: 'aborted', body: null });
    expect(driven.run.tracks.AEP.approval).toMatchObject({ status: 'void' });
    expect(driven.effects.has('submit')).toBe(false);
  });

  it('decides on nothing that was submitted', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit();
    const grant = {
      track: 'AEP' as const,
      principal: APPROVER.principal,
      confirmImsOrgId: driven.run.organization.imsOrgId,
      comment: null,
    };
    expect(driven.apply('approvalGranted', grant, APPROVER)).toMatchObject({
      code: 'ALREADY_SUBMITTED',
      reason: 'trackSubmitted',
    });
  });
});
