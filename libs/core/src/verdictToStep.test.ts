/** What the verdicts of checks make of their step. */
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { goodAssignment, goodFacts, goodVault, keyIdentifier } from '../testing/goodFacts.ts';
import { anOutage, factsExcept, noPurgeProtection } from '../testing/factsExcept.ts';
import type { StepFacts } from './facts.ts';

describe('verdict to status', () => {
  it('any BLOCK is BLOCKED, and falls back and voids a valid approval', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    expect(driven.status('AEP', 'APPROVAL')).toBe('DONE');
    driven.world = factsExcept(noPurgeProtection);
    driven.must('verificationRequested', { track: 'AEP', step: 'VAULT' }).observe();
    expect(driven.status('AEP', 'VAULT')).toBe('BLOCKED');
    expect(driven.status('AEP', 'NETWORK')).toBe('LOCKED');
    expect(driven.run.tracks.AEP.approval).toMatchObject({ status: 'void' });
    const refusal = driven.apply('submissionRequested', {
      submissionId: 's',
      configurationName: 'c',
      confirmImsOrgId: driven.run.organization.imsOrgId,
    });
    expect(refusal?.code).toBe('APPROVAL_VOID');
    driven.world = goodFacts;
    driven.must('verificationRequested', { track: 'AEP', step: 'VAULT' }).observe();
    expect(driven.status('AEP', 'ROLE')).toBe('DONE');
    expect(driven.status('AEP', 'APPROVAL')).toBe('READY');
  });

  it('what was never there is WAITING on its actor; lost again is BLOCKED', () => {
    const driven = new DrivenRun();
    const gone: StepFacts = {
      step: 'CONSENT',
      servicePrincipal: { outcome: 'absent', detail: 'Request_ResourceNotFound' },
    };
    driven.world = factsExcept(gone);
    driven.prepare();
    expect(driven.step('AEP', 'CONSENT')).toMatchObject({
      status: 'WAITING',
      actor: 'ENTRA_ADMIN',
    });
    driven.world = goodFacts;
    driven.must('verificationRequested', { track: 'AEP', step: 'CONSENT' }).observe();
    expect(driven.status('AEP', 'CONSENT')).toBe('DONE');
    driven.world = factsExcept(gone);
    driven.must('verificationRequested', { track: 'AEP', step: 'CONSENT' }).observe();
    expect(driven.status('AEP', 'CONSENT')).toBe('BLOCKED');
  });

  it('UNKNOWN is neither done nor blocked: SYSTEM tries again, or somebody has to grant the named permission', () => {
    const driven = new DrivenRun();
    driven.world = factsExcept({
      step: 'KEY',
      key: { outcome: 'unreadable', failure: anOutage({}) },
    });
    driven.prepare();
    expect(driven.step('AEP', 'KEY')).toMatchObject({
      status: 'WAITING',
      actor: 'SYSTEM',
      externalStatus: 'HTTP 503',
    });
    driven.world = factsExcept({
      step: 'KEY',
      key: {
        outcome: 'unreadable',
        failure: anOutage({ kind: 'denied', permission: 'Microsoft.KeyVault/vaults/keys/read' }),
      },
    });
    driven.must('verificationRequested', { track: 'AEP', step: 'KEY' }).observe();
    expect(driven.step('AEP', 'KEY')).toMatchObject({ status: 'WAITING', actor: 'AZURE_ADMIN' });
    expect(driven.step('AEP', 'KEY').checks[1]!.needs).toEqual({
      kind: 'denied',
      permission: 'Microsoft.KeyVault/vaults/keys/read',
      actor: 'STEP',
    });
  });

  it('a role younger than ten minutes waits on SYSTEM with an instant, then is done (TM-02)', () => {
    const driven = new DrivenRun();
    const young = { ...goodAssignment('AEP'), createdAt: driven.now };
    driven.world = factsExcept({ step: 'ROLE', assignments: { outcome: 'seen', value: [young] } });
    driven.prepare();
    expect(driven.step('AEP', 'ROLE')).toMatchObject({ status: 'WAITING', actor: 'SYSTEM' });
    expect(Date.parse(driven.step('AEP', 'ROLE').nextObservationAt!)).toBe(
      Date.parse(young.createdAt) + 600_000,
    );
    driven.wait(620).observe();
    expect(driven.status('AEP', 'ROLE')).toBe('DONE');
  });

  it('a firewall that was seen closed counts as just changed when it opens (TM-01)', () => {
    const driven = new DrivenRun();
    const closed = {
      ...goodVault('AEP'),
      networkAcls: { bypass: 'None', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
    };
    driven.world = factsExcept({ step: 'NETWORK', vault: { outcome: 'seen', value: closed } });
    driven.prepare();
    expect(driven.status('AEP', 'NETWORK')).toBe('BLOCKED');
    driven.world = goodFacts;
    driven.must('verificationRequested', { track: 'AEP', step: 'NETWORK' }).observe();
    expect(driven.step('AEP', 'NETWORK')).toMatchObject({ status: 'WAITING', actor: 'SYSTEM' });
    driven.wait(620).observe();
    expect(driven.status('AEP', 'NETWORK')).toBe('DONE');
  });

  it('one bad minute of a cloud voids no approval; many do', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    driven.world = factsExcept({
      step: 'VAULT',
      vault: { outcome: 'unreadable', failure: anOutage({}) },
      deletedVault: null,
      otherOrganizations: 0,
    });
    driven.must('verificationRequested', { track: 'AEP', step: 'VAULT' }).observe();
    expect(driven.run.tracks.AEP.approval?.status).toBe('approved');
    for (let tries = 0; tries < 6; tries += 1) driven.wait(300).observe();
    expect(driven.step('AEP', 'VAULT')).toMatchObject({ status: 'WAITING', actor: 'SYSTEM' });
    expect(driven.run.tracks.AEP.approval?.status).toBe('void');
  });

  it('CJA in the AEP vault is blocked whichever key came last (VAL-08)', () => {
    const driven = new DrivenRun().prepare();
    driven.must('keyProvided', {
      track: 'AEP',
      keyIdentifier: keyIdentifier('CJA'),
      vaultResourceId: null,
    });
    expect(driven.status('CJA', 'VAULT')).toBe('BLOCKED');
    expect(
      driven.step('CJA', 'VAULT').checks.find((check) => check.verdict === 'BLOCK'),
    ).toMatchObject({ check: 'vaultIsDedicated' });
  });

  it('since moves only when the status does', () => {
    const driven = new DrivenRun();
    driven.world = factsExcept(noPurgeProtection);
    driven.prepare();
    const { since } = driven.step('AEP', 'VAULT');
    driven.wait(30).must('verificationRequested', { track: 'AEP', step: 'VAULT' }).observe();
    expect(driven.step('AEP', 'VAULT').since).toBe(since);
  });
});
