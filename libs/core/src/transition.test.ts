/** The whole job through the pure core, and each rule of run.md by its counter-example. */
import { describe, expect, it } from 'vitest';
import { APPROVER, CONNECTED, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import {
  goodAssignment,
  goodFacts,
  goodKey,
  goodVault,
  keyIdentifier,
  vaultName,
} from '../testing/goodFacts.ts';
import type { ReadFailure, StepFacts } from './facts.ts';
import { runStatus, trackStatus, waitingOn } from './runStatus.ts';
import type { StepId } from './vocabulary.ts';

const failure = (patch: Partial<ReadFailure>): ReadFailure => ({
  kind: 'unavailable',
  message: 'HTTP 503',
  status: 503,
  code: null,
  permission: null,
  retryAfterSeconds: null,
  ...patch,
});

/** Good facts but for one step of AEP. */
const but = (facts: StepFacts) => (track: 'AEP' | 'CJA', step: StepFacts['step']) =>
  track === 'AEP' && step === facts.step ? facts : goodFacts(track, step);

const noPurge: StepFacts = {
  step: 'VAULT',
  vault: { outcome: 'seen', value: { ...goodVault('AEP'), enablePurgeProtection: null } },
  deletedVault: null,
  otherOrganizations: 0,
};

describe('the main job', () => {
  it('goes from nothing to COMPLETED, and only when both tracks are done (AJO-01, AJO-02)', () => {
    const driven = new DrivenRun().prepare();
    for (const step of ['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'] as const)
      expect(driven.status('AEP', step)).toBe('DONE');
    driven.approve('AEP').submit().accepted();
    expect(driven.status('AEP', 'SUBMISSION')).toBe('DONE');
    driven.reported('RUNNING').reported('UPDATE_EXISTING_RESOURCES').reported('COMPLETED');
    expect(trackStatus(driven.run, 'AEP')).toBe('DONE');
    expect(runStatus(driven.run)).not.toBe('COMPLETED');
    driven.approve('CJA').look().confirmCja();
    expect(runStatus(driven.run)).toBe('COMPLETED');
    expect(driven.run.completedAt).toBe(driven.run.updatedAt);
    expect(driven.effects.size).toBe(0);
    expect(driven.run.anomalies).toEqual([]);
  });

  it('sends exactly the documented body (API-04)', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit('keyway-1');
    expect(JSON.parse(driven.run.tracks.AEP.submission!.body!)).toEqual({
      name: 'keyway-1',
      type: 'BYOK_CONFIG',
      imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
      configData: { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier: keyIdentifier('AEP') },
    });
  });

  it('resolves a versionless key before approval (VAL-06)', () => {
    const driven = new DrivenRun();
    driven.must('stepAttested', {
      track: 'AEP',
      step: 'ENTITLEMENT',
      statement: 's',
      reference: null,
    });
    driven
      .must('keyProvided', {
        track: 'AEP',
        keyIdentifier: keyIdentifier('AEP').replace(/\/[0-9a-f]{32}$/, ''),
        vaultResourceId: null,
      })
      .look();
    expect(
      driven.apply('approvalRequested', { track: 'AEP', principal: OPERATOR.principal })?.code,
    ).toBe('CHECKS_NOT_GREEN');
    driven.must('checkOverridden', {
      track: 'AEP',
      check: 'keyIdentifierIsValid',
      reason: 'latest is meant',
    });
    driven.approve('AEP').submit();
    expect(driven.run.tracks.AEP.submission!.body).toContain(keyIdentifier('AEP'));
  });
});

it('a trailing slash is normalized, and told (VAL-06)', () => {
  const driven = new DrivenRun();
  driven.must('stepAttested', {
    track: 'AEP',
    step: 'ENTITLEMENT',
    statement: 's',
    reference: null,
  });
  driven
    .must('keyProvided', {
      track: 'AEP',
      keyIdentifier: ` ${keyIdentifier('AEP')}/`,
      vaultResourceId: null,
    })
    .look();
  expect(driven.run.tracks.AEP.key!.identifier).toBe(keyIdentifier('AEP'));
  expect(
    driven.step('AEP', 'KEY').checks.find((check) => check.check === 'keyIdentifierIsValid')
      ?.verdict,
  ).toBe('WARN');
});

describe('verdict to step (contract.md)', () => {
  it('any BLOCK is BLOCKED, and falls back and voids a standing approval', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    expect(driven.status('AEP', 'APPROVAL')).toBe('DONE');
    driven.world = but(noPurge);
    driven.must('verificationRequested', { track: 'AEP', step: 'VAULT' }).look();
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
    driven.must('verificationRequested', { track: 'AEP', step: 'VAULT' }).look();
    expect(driven.status('AEP', 'ROLE')).toBe('DONE');
    expect(driven.status('AEP', 'APPROVAL')).toBe('READY');
  });

  it('what was never there is WAITING on its actor; lost again is BLOCKED', () => {
    const driven = new DrivenRun();
    const gone: StepFacts = {
      step: 'CONSENT',
      servicePrincipal: { outcome: 'absent', detail: 'Request_ResourceNotFound' },
    };
    driven.world = but(gone);
    driven.prepare();
    expect(driven.step('AEP', 'CONSENT')).toMatchObject({
      status: 'WAITING',
      actor: 'ENTRA_ADMIN',
    });
    driven.world = goodFacts;
    driven.must('verificationRequested', { track: 'AEP', step: 'CONSENT' }).look();
    expect(driven.status('AEP', 'CONSENT')).toBe('DONE');
    driven.world = but(gone);
    driven.must('verificationRequested', { track: 'AEP', step: 'CONSENT' }).look();
    expect(driven.status('AEP', 'CONSENT')).toBe('BLOCKED');
  });

  it('UNKNOWN is neither done nor blocked: SYSTEM tries again, or somebody has to grant the named permission', () => {
    const driven = new DrivenRun();
    driven.world = but({ step: 'KEY', key: { outcome: 'unreadable', failure: failure({}) } });
    driven.prepare();
    expect(driven.step('AEP', 'KEY')).toMatchObject({
      status: 'WAITING',
      actor: 'SYSTEM',
      externalStatus: 'HTTP 503',
    });
    driven.world = but({
      step: 'KEY',
      key: {
        outcome: 'unreadable',
        failure: failure({ kind: 'denied', permission: 'Microsoft.KeyVault/vaults/keys/read' }),
      },
    });
    driven.must('verificationRequested', { track: 'AEP', step: 'KEY' }).look();
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
    driven.world = but({ step: 'ROLE', assignments: { outcome: 'seen', value: [young] } });
    driven.prepare();
    expect(driven.step('AEP', 'ROLE')).toMatchObject({ status: 'WAITING', actor: 'SYSTEM' });
    expect(Date.parse(driven.step('AEP', 'ROLE').nextLookAt!)).toBe(
      Date.parse(young.createdAt) + 600_000,
    );
    driven.wait(620).look();
    expect(driven.status('AEP', 'ROLE')).toBe('DONE');
  });

  it('a firewall that was seen closed counts as just changed when it opens (TM-01)', () => {
    const driven = new DrivenRun();
    const closed = {
      ...goodVault('AEP'),
      networkAcls: { bypass: 'None', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
    };
    driven.world = but({ step: 'NETWORK', vault: { outcome: 'seen', value: closed } });
    driven.prepare();
    expect(driven.status('AEP', 'NETWORK')).toBe('BLOCKED');
    driven.world = goodFacts;
    driven.must('verificationRequested', { track: 'AEP', step: 'NETWORK' }).look();
    expect(driven.step('AEP', 'NETWORK')).toMatchObject({ status: 'WAITING', actor: 'SYSTEM' });
    driven.wait(620).look();
    expect(driven.status('AEP', 'NETWORK')).toBe('DONE');
  });

  it('one bad minute of a cloud voids no approval; many do', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    driven.world = but({
      step: 'VAULT',
      vault: { outcome: 'unreadable', failure: failure({}) },
      deletedVault: null,
      otherOrganizations: 0,
    });
    driven.must('verificationRequested', { track: 'AEP', step: 'VAULT' }).look();
    expect(driven.run.tracks.AEP.approval?.status).toBe('approved');
    for (let tries = 0; tries < 6; tries += 1) driven.wait(300).look();
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
    driven.world = but(noPurge);
    driven.prepare();
    const { since } = driven.step('AEP', 'VAULT');
    driven.wait(30).must('verificationRequested', { track: 'AEP', step: 'VAULT' }).look();
    expect(driven.step('AEP', 'VAULT').since).toBe(since);
  });
});

describe('approval (run.md, rule 5)', () => {
  it('needs green or accepted checks, a second person and the typed ID', () => {
    const driven = new DrivenRun();
    const retention: StepFacts = {
      ...noPurge,
      vault: { outcome: 'seen', value: { ...goodVault('AEP'), softDeleteRetentionInDays: 30 } },
    } as StepFacts;
    driven.world = but(retention);
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
      .look();
    expect(driven.status('CJA', 'VAULT')).toBe('DONE');
    expect(driven.status('AEP', 'VAULT')).toBe('BLOCKED');
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
    expect(driven.status('AEP', 'APPROVAL')).toBe('READY');
  });

  it('does not ask by which way the key was read', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    driven.world = but({
      step: 'KEY',
      key: { outcome: 'seen', value: { ...goodKey('AEP'), source: 'dataPlane' } },
    });
    driven.must('verificationRequested', { track: 'AEP', step: 'KEY' }).look();
    expect(driven.run.tracks.AEP.approval?.status).toBe('approved');
  });

  it('covers exactly the evidence: facts that changed just before sending send nothing', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    driven.world = but({
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
});

describe('the POST (AEP-36 to AEP-40)', () => {
  const sending = () => new DrivenRun().prepare().approve('AEP').submit();

  it('is begun once; an unknown outcome is looked up five times before another send', () => {
    const driven = sending();
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ sends: 1, unresolved: true });
    const before = driven.run;
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    expect(driven.run).toBe(before);
    driven.must('configurationSendFailed', {
      submissionId: 'submission-1',
      during: 'send',
      definite: false,
      failure: failure({}),
      attempt: 0,
      timeScale: 1,
    });
    for (const looks of [1, 2, 3, 4]) {
      driven.must('configurationNotFound', { submissionId: 'submission-1', looks, timeScale: 1 });
      expect(driven.run.tracks.AEP.submission?.unresolved).toBe(true);
    }
    driven
      .wait(10)
      .must('configurationNotFound', { submissionId: 'submission-1', looks: 5, timeScale: 1 });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ unresolved: false, sends: 1 });
  });

  it('a send that nobody saw end is not repeated while it may be on its way, whatever the poll scale', () => {
    const driven = sending();
    driven.timeScale = 0.01;
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    driven.must('configurationNotFound', {
      submissionId: 'submission-1',
      looks: 5,
      timeScale: 0.01,
    });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ unresolved: true });
    expect(driven.effects.get('submit')!.dueAt).toBe(
      driven.run.tracks.AEP.submission!.inFlightUntil,
    );
    driven
      .wait(20)
      .must('configurationNotFound', { submissionId: 'submission-1', looks: 5, timeScale: 0.01 });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ unresolved: false, sends: 1 });
  });

  it('a look that fails leaves an earlier send unresolved', () => {
    const driven = sending();
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    const denied = failure({ kind: 'denied', message: 'Profile is not valid' });
    driven.must('configurationSendFailed', {
      submissionId: 'submission-1',
      during: 'look',
      definite: true,
      failure: denied,
      attempt: 0,
      timeScale: 1,
    });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ status: 'sending', unresolved: true });
  });

  it('a definite no is FAILED in Adobe’s words, and begins again at a new approval', () => {
    const driven = sending();
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    driven.must('configurationSendFailed', {
      submissionId: 'submission-1',
      during: 'send',
      definite: true,
      failure: failure({ kind: 'denied', message: 'Profile is not valid' }),
      attempt: 0,
      timeScale: 1,
    });
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({
      status: 'FAILED',
      externalStatus: 'Profile is not valid',
    });
    driven.must('stepRetried', { track: 'AEP', step: 'SUBMISSION' });
    expect(driven.status('AEP', 'APPROVAL')).toBe('READY');
    expect(driven.status('AEP', 'SUBMISSION')).toBe('LOCKED');
  });

  it('a configuration of that name for another key is never taken for ours (GAP-02)', () => {
    const driven = sending();
    const answer = {
      id: 'j',
      status: 'RUNNING',
      keyVaultKeyIdentifier:
        'https://other.vault.azure.net/keys/k/02cee357ad5d4c72b2b04881fdffd626',
      imsOrgId: null,
    };
    driven.must('configurationAccepted', {
      submissionId: 'submission-1',
      found: true,
      answer,
      timeScale: 1,
    });
    expect(driven.status('AEP', 'SUBMISSION')).toBe('FAILED');
  });

  it('cannot be asked for twice, nor the key changed, nor the run given up', () => {
    const driven = sending().accepted();
    const again = driven.apply('submissionRequested', {
      submissionId: 't',
      configurationName: 'c',
      confirmImsOrgId: driven.run.organization.imsOrgId,
    });
    expect(again?.code).toBe('ALREADY_SUBMITTED');
    expect(
      driven.apply('keyProvided', {
        track: 'AEP',
        keyIdentifier: keyIdentifier('AEP'),
        vaultResourceId: null,
      })?.code,
    ).toBe('ALREADY_SUBMITTED');
    expect(driven.apply('runCancelled', { reason: 'no' })?.code).toBe('ALREADY_SUBMITTED');
  });
});

describe('Adobe’s statuses (ST-01 to ST-08)', () => {
  it.each(['PENDING_APPROVAL', 'completed', null, ''])(
    '%j is neither success nor failure (ST-07)',
    (status) => {
      const driven = new DrivenRun().prepare().approve('AEP').submit().accepted().reported(status);
      expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
        status: 'WAITING',
        actor: 'ADOBE',
        externalStatus: status,
      });
    },
  );

  it('FAILED is kept verbatim, and what our checks find is put beside it (AEP-43)', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit().accepted();
    driven.world = but({
      step: 'KEY',
      key: { outcome: 'seen', value: { ...goodKey('AEP'), enabled: false } },
    });
    driven.reported('FAILED').look();
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'FAILED',
      externalStatus: 'FAILED',
    });
    expect(driven.step('AEP', 'ACTIVATION').checks.map((check) => check.check)).toEqual([
      'configurationStatusIsRead',
      'keyIsEnabled',
    ]);
    expect(runStatus(driven.run)).toBe('FAILED');
  });

  it('a regression is an anomaly that is shown (ST-08)', () => {
    const driven = new DrivenRun()
      .prepare()
      .approve('AEP')
      .submit()
      .accepted()
      .reported('UPDATE_EXISTING_RESOURCES')
      .reported('RUNNING');
    expect(driven.run.anomalies).toHaveLength(1);
    expect(driven.status('AEP', 'ACTIVATION')).toBe('WAITING');
  });
  it('an answer about another organization or key is followed by its name, and shown as an anomaly (GAP-02)', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit().accepted();
    const answer = {
      id: 'j',
      status: 'RUNNING',
      keyVaultKeyIdentifier: null,
      imsOrgId: 'FEDCBA9876543210FEDCBA98@AdobeOrg',
    };
    const polled = {
      submissionId: 'submission-1',
      attempt: 0,
      pollingSince: driven.now,
      failure: null,
      timeScale: 1,
    };
    driven.must('configurationObserved', { ...polled, answer });
    expect(driven.run.anomalies.map(({ message }) => message)).toEqual([
      expect.stringContaining('FEDCBA9876543210FEDCBA98@AdobeOrg'),
    ]);
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'WAITING',
      externalStatus: 'RUNNING',
    });
  });
});

describe('other ways through', () => {
  it('with a credential that may write, the role is assigned and then verified (AEP-29)', () => {
    const driven = new DrivenRun({
      connections: { ...CONNECTED, azure: { ...CONNECTED.azure!, access: 'WRITE' } },
    });
    driven.world = but({ step: 'ROLE', assignments: { outcome: 'seen', value: [] } });
    driven.prepare();
    const effect = driven.effects.get('assign:AEP');
    expect(effect?.type).toBe('assignRole');
    expect(driven.step('AEP', 'ROLE')).toMatchObject({ status: 'WORKING', mode: 'AUTOMATIC' });
    driven.world = goodFacts;
    driven.must('roleAssigned', { track: 'AEP', created: true, assignmentGuid: 'g' }).look();
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
    driven.must('connectionsChanged', { connections: CONNECTED }).look();
    expect(driven.step('CJA', 'VAULT')).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
  });

  it('what follows an attested vault has a way on: it is offered, and allowed, to be attested too', () => {
    const driven = new DrivenRun();
    const denied = failure({ kind: 'denied', permission: 'Microsoft.KeyVault/vaults/read' });
    driven.world = but({
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

  it('what can be verified is not attested away, and a shared vault never', () => {
    const driven = new DrivenRun();
    driven.world = but(noPurge);
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
        reference: null,
        confirmImsOrgId: imsOrgId,
      });
    for (const step of ['ENTITLEMENT', 'KEY'] as const) attest(step);
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
      facts: noPurge,
      attempt: 0,
      waitingSince: driven.now,
      timeScale: 1,
    });
    expect(driven.run).toBe(before);
  });
});
