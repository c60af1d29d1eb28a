/** Runs without a credential, with one that may write, on AWS, and closed ones. */
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun } from '../testing/drivenRun.ts';
import { KEY_ARN } from '../testing/awsFacts.ts';
import { goodFacts, keyIdentifier, vaultName } from '../testing/goodFacts.ts';
import { anOutage, factsExcept, noPurgeProtection } from '../testing/factsExcept.ts';
import { runStatus, trackStatus, waitingOn } from './runStatus.ts';
import type { StepId } from './vocabulary.ts';

describe('other ways through', () => {
  it('with a credential that may write, the role is assigned and then verified (AEP-29)', () => {
    const driven = new DrivenRun({
      connections: { ...CONNECTED, azure: { ...CONNECTED.azure!, access: 'WRITE' } },
    });
    driven.world = factsExcept({ step: 'ROLE', assignments: { outcome: 'seen', value: [] } });
    driven.prepare();
    const effect = driven.effects.get('assign:AEP');
    expect(effect?.type).toBe('assignRole');
    expect(driven.step('AEP', 'ROLE')).toMatchObject({ status: 'WORKING', mode: 'AUTOMATIC' });
    driven.world = goodFacts;
    driven.must('roleAssigned', { track: 'AEP', created: true, assignmentGuid: 'g' }).observe();
    expect(driven.status('AEP', 'ROLE')).toBe('DONE');
  });

  it('without any connection every step is attested, and shown as attested', () => {
    const driven = new DrivenRun({ connections: { adobe: null, azure: null } });
    driven.must('stepAttested', {
      track: 'CJA',
      step: 'ENTITLEMENT',
      statement: 's',
      reference: null,
    });
    driven.must('keyProvided', {
      track: 'CJA',
      keyIdentifier: keyIdentifier('CJA'),
      vaultResourceId: null,
    });
    expect(driven.apply('verificationRequested', { track: 'CJA', step: 'VAULT' })?.code).toBe(
      'CLOUD_NOT_CONNECTED',
    );
    for (const step of ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'] as const) {
      driven.must('stepAttested', {
        track: 'CJA',
        step,
        statement: 'seen in the portal',
        reference: null,
      });
      expect(driven.step('CJA', step)).toMatchObject({ status: 'DONE', mode: 'ATTESTED' });
    }
    driven.must('connectionsChanged', { connections: CONNECTED }).observe();
    expect(driven.step('CJA', 'VAULT')).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
  });

  it('what follows an attested vault has a way on: it is offered, and allowed, to be attested too', () => {
    const driven = new DrivenRun();
    const denied = anOutage({ kind: 'denied', permission: 'Microsoft.KeyVault/vaults/read' });
    driven.world = factsExcept({
      step: 'VAULT',
      vault: { outcome: 'unreadable', failure: denied },
      deletedVault: null,
      otherOrganizations: 0,
    });
    driven.prepare();
    driven.must('stepAttested', {
      track: 'AEP',
      step: 'VAULT',
      statement: 'seen in the portal',
      reference: null,
    });
    expect(driven.status('AEP', 'KEY')).toBe('READY');
    expect(driven.apply('verificationRequested', { track: 'AEP', step: 'KEY' })?.code).toBe(
      'STEP_LOCKED',
    );
    driven.must('stepAttested', {
      track: 'AEP',
      step: 'KEY',
      statement: 'seen in the portal',
      reference: null,
    });
    expect(driven.step('AEP', 'KEY')).toMatchObject({ status: 'DONE', mode: 'ATTESTED' });
  });

  it('what can be verified cannot be attested, and a shared vault never', () => {
    const driven = new DrivenRun();
    driven.world = factsExcept(noPurgeProtection);
    driven.prepare();
    expect(
      driven.apply('stepAttested', {
        track: 'AEP',
        step: 'VAULT',
        statement: 'fine',
        reference: null,
      })?.code,
    ).toBe('CHECKS_NOT_GREEN');
    const bare = new DrivenRun({ connections: { adobe: null, azure: null } });
    for (const track of ['AEP', 'CJA'] as const) {
      bare.must('stepAttested', { track, step: 'ENTITLEMENT', statement: 's', reference: null });
      bare.must('keyProvided', {
        track,
        keyIdentifier: keyIdentifier('AEP'),
        vaultResourceId: null,
      });
    }
    expect(
      bare.apply('stepAttested', {
        track: 'CJA',
        step: 'VAULT',
        statement: 'fine',
        reference: null,
      })?.code,
    ).toBe('VAULT_NOT_SEPARATE');
    expect(vaultName('AEP')).not.toBe(vaultName('CJA'));
  });

  it('AWS: attested, CJA not applicable, Healthcare Shield not entitled, complete only by written confirmation (ENT-02, GAP-15)', () => {
    expect(() => new DrivenRun({ organization: { cloud: 'AWS', region: 'VA6' } })).toThrow(
      /NOT_ENTITLED/,
    );
    const driven = new DrivenRun({
      organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
    });
    expect(trackStatus(driven.run, 'CJA')).toBe('NOT_APPLICABLE');
    const { imsOrgId } = driven.run.organization;
    const attest = (step: StepId): unknown =>
      driven.must('stepAttested', {
        track: 'AEP',
        step,
        statement: 's',
        reference: step === 'KEY' ? KEY_ARN : null,
        confirmImsOrgId: imsOrgId,
      });
    for (const step of ['ENTITLEMENT', 'KEY', 'POLICY'] as const) attest(step);
    driven.approve('AEP');
    for (const step of ['SUBMISSION', 'ACTIVATION'] as const) attest(step);
    expect(runStatus(driven.run)).not.toBe('COMPLETED');
    driven.must('stepAttested', {
      track: 'AEP',
      step: 'CONFIRMATION',
      statement: 'letter of the account team',
      reference: 'L-1',
    });
    expect(runStatus(driven.run)).toBe('COMPLETED');
  });

  it('a closed run refuses requests and ignores results', () => {
    const driven = new DrivenRun().prepare();
    driven.must('runCancelled', { reason: 'customer left' });
    expect(waitingOn(driven.run)).toEqual([]);
    expect(driven.apply('verificationRequested', { track: null, step: null })?.code).toBe(
      'RUN_CLOSED',
    );
    const before = driven.run;
    driven.must('factsObserved', {
      track: 'AEP',
      facts: noPurgeProtection,
      attempt: 0,
      waitingSince: driven.now,
      timeScale: 1,
    });
    expect(driven.run).toBe(before);
  });
});
