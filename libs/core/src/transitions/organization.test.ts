/**
 * Corrected details and withdrawn credentials: what rests on them is requested again, and nothing
 * continues with what is no longer true.
 */
import { describe, expect, it } from 'vitest';
import { describeStep } from '@keyway/messages';
import { APPROVER, CONNECTED, DrivenRun, OPERATOR } from '../../testing/drivenRun.ts';
import { attestedApplication, goodFacts } from '../../testing/goodFacts.ts';
import type { Organization } from '../organization.ts';
import { fixedReason } from '../organizationChange.ts';
import { TRACK_IDS } from '../vocabulary.ts';

const OTHER_TENANT = '99999999-8888-4777-8666-555555555555';
const READ_FROM_AZURE = ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'] as const;
const correct = (driven: DrivenRun, change: Partial<Organization>) =>
  driven.apply('organizationChanged', { organization: { ...driven.run.organization, ...change } });
const withdraw = (driven: DrivenRun, kind: 'adobe' | 'azure') =>
  driven.apply('connectionsChanged', { connections: { ...driven.run.connections, [kind]: null } });
const approved = (): DrivenRun => new DrivenRun().prepare().approve('AEP').approve('CJA').observe();

describe('organizationChanged', () => {
  it.each<[Partial<Organization>, string[], string[]]>([
    [{ region: 'NLD2' }, ['APP_REGISTRATION', 'CONSENT', 'ROLE'], []],
    [{ azureTenantId: OTHER_TENANT }, ['VAULT', 'CONSENT', 'ROLE'], ['VAULT', 'CONSENT', 'ROLE']],
    [{ shield: 'PRIVACY_AND_SECURITY_SHIELD' }, ['ENTITLEMENT'], ['ENTITLEMENT']],
    [{ ownsCja: true }, [], ['ENTITLEMENT']],
  ])('%o makes what rests on it open again and voids the approval', (change, aep, cja) => {
    const driven = approved();
    expect(correct(driven, change)).toBeNull();
    for (const [track, steps] of [['AEP', aep] as const, ['CJA', cja] as const]) {
      for (const step of steps) {
        const state = driven.step(track, step as 'VAULT');
        expect([
          track,
          step,
          state.status === 'DONE',
          state.facts,
          state.attestation,
          state.checks,
        ]).toEqual([track, step, false, null, null, []]);
      }
      const isVoid = steps.length > 0 || 'region' in change;
      expect([track, driven.run.tracks[track].approval?.status]).toEqual([
        track,
        isVoid ? 'void' : 'approved',
      ]);
    }
    expect(driven.run.organization).toMatchObject(change);
  });

  it('checks again automatically what can be read, with the new details', () => {
    const driven = approved();
    correct(driven, { region: 'NLD2' });
    driven.observe();
    expect(
      driven
        .step('AEP', 'APP_REGISTRATION')
        .checks.find(({ check }) => check === 'platformHostIsKnown')?.values,
    ).toMatchObject({
      region: 'NLD2',
    });
    for (const track of TRACK_IDS) expect(driven.status(track, 'ROLE')).toBe('DONE');
    correct(driven, { azureTenantId: OTHER_TENANT });
    driven.observe();
    const check = driven
      .step('AEP', 'VAULT')
      .checks.find((each) => each.check === 'vaultIsInTenant');
    expect(check).toMatchObject({ verdict: 'BLOCK', outcome: 'otherThanOrganization' });
    expect(driven.status('AEP', 'VAULT')).toBe('BLOCKED');
  });

  it('comes back to DONE once the purchase is attested again, with nothing left that waits for a check', () => {
    const driven = approved();
    correct(driven, { shield: 'PRIVACY_AND_SECURITY_SHIELD' });
    for (const track of TRACK_IDS) {
      expect(driven.status(track, 'ROLE')).toBe('LOCKED');
      driven.must('stepAttested', {
        track,
        step: 'ENTITLEMENT',
        statement: 'Order form seen',
        reference: 'C-2',
      });
    }
    driven.observe().approve('AEP').approve('CJA');
    for (const track of TRACK_IDS) expect(driven.status(track, 'APPROVAL')).toBe('DONE');
  });

  it('follows a name without touching anything else', () => {
    const driven = approved();
    const before = driven.run;
    correct(driven, { name: 'Contoso Ltd' });
    expect(driven.run.tracks).toEqual(before.tracks);
    expect(driven.run.organization.name).toBe('Contoso Ltd');
    const version = driven.run.version;
    correct(driven, {});
    expect(driven.run.version).toBe(version);
  });

  it('gives up a submission whose facts are being read again, and sends nothing', () => {
    const driven = approved();
    driven.must('submissionRequested', {
      submissionId: 's1',
      configurationName: 'keyway-cmk',
      confirmImsOrgId: driven.run.organization.imsOrgId,
    });
    correct(driven, { region: 'NLD2' });
    expect(driven.run.tracks.AEP).toMatchObject({
      submission: { status: 'aborted' },
      approval: { status: 'void' },
    });
    expect([...driven.effects.keys()]).not.toContain('reread:AEP');
    // A late reread of the old region brings nothing.
    const facts = [goodFacts('AEP', 'APP_REGISTRATION')];
    driven.must('trackReread', {
      track: 'AEP',
      purpose: 'submission',
      facts,
      attempt: 0,
      timeScale: 1,
    });
    expect(driven.run.tracks.AEP.submission?.status).toBe('aborted');
    expect([...driven.effects.values()].map(({ type }) => type)).not.toContain(
      'submitConfiguration',
    );
  });

  it('is refused with its field after a submission, but for the name', () => {
    const sent = approved().submit().accepted();
    const ticketed = approved();
    ticketed.must('ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null });
    const attested = new DrivenRun({ connections: { ...CONNECTED, adobe: null } });
    attested.prepare();
    attested.must('stepAttested', {
      track: 'AEP',
      step: 'APP_REGISTRATION',
      statement: 'Shown by Adobe',
      reference: attestedApplication,
    });
    for (const driven of [sent, ticketed, approved().submit()]) {
      for (const [field, change] of Object.entries({
        region: 'NLD2',
        azureTenantId: null,
        ownsCja: true,
        shield: 'PRIVACY_AND_SECURITY_SHIELD',
      })) {
        expect(correct(driven, { [field]: change })).toMatchObject({
          code: 'ALREADY_SUBMITTED',
          field: [field],
        });
      }
      expect(correct(driven, { name: 'Renamed' })).toBeNull();
      expect(driven.run.organization.name).toBe('Renamed');
    }
  });

  it('never changes who it is, or where it is hosted, while there is a run', () => {
    const driven = new DrivenRun();
    expect(correct(driven, { imsOrgId: 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg' })).toMatchObject({
      code: 'RUN_EXISTS',
      field: ['imsOrgId'],
    });
    expect(correct(driven, { cloud: 'AWS' })).toMatchObject({
      code: 'RUN_EXISTS',
      field: ['cloud'],
    });
    const cancelled = {
      ...driven.run,
      cancelled: { at: driven.now, reason: 'mistake', by: { name: 'Omar', origin: null } },
    };
    const facts = {
      run: cancelled,
      hasConfiguration: false,
      azureConnected: false,
      awsConnected: false,
    };
    expect(fixedReason('cloud', facts)).toBeNull();
    expect(fixedReason('imsOrgId', facts)).toBe('HAS_RUN');
    expect(fixedReason('cloud', { ...facts, azureConnected: true })).toBe('AZURE_CONNECTED');
    expect(fixedReason('cloud', { ...facts, awsConnected: true })).toBe('AWS_CONNECTED');
    expect(fixedReason('region', { ...facts, hasConfiguration: true })).toBe('SUBMITTED');
    expect(fixedReason('imsOrgId', { ...facts, run: null })).toBeNull();
  });
});

describe('a withdrawn credential', () => {
  it('leaves every step that needs it to be connected again or attested, and stops every check', () => {
    const driven = approved();
    expect(withdraw(driven, 'azure')).toBeNull();
    for (const track of TRACK_IDS) {
      for (const step of READ_FROM_AZURE) {
        const state = driven.step(track, step);
        expect([track, step, state.status, state.facts, state.observing]).toEqual([
          track,
          step,
          step === 'VAULT' ? 'READY' : 'LOCKED',
          null,
          false,
        ]);
      }
      expect(driven.run.tracks[track].approval?.status).toBe('void');
      expect([track, driven.step(track, 'VAULT').actor]).toEqual([track, 'PARTNER']);
    }
    expect(
      [...driven.effects.keys()].filter((jobKey) =>
        /^observe:(AEP|CJA):(VAULT|NETWORK|KEY|CONSENT|ROLE)|^reread/.test(jobKey),
      ),
    ).toEqual([]);
    expect(driven.status('AEP', 'APP_REGISTRATION')).toBe('DONE');
    driven.must('stepAttested', {
      track: 'CJA',
      step: 'VAULT',
      statement: 'Seen in the portal',
      reference: null,
    });
    expect(driven.status('CJA', 'VAULT')).toBe('DONE');
    driven.must('connectionsChanged', { connections: CONNECTED }).observe();
    for (const track of TRACK_IDS) expect(driven.status(track, 'ROLE')).toBe('DONE');
  });

  it('of Adobe is refused while the configuration is being sent, and given up where its facts are read again', () => {
    const sending = approved().submit();
    expect(withdraw(sending, 'adobe')).toMatchObject({
      code: 'CONFLICT',
      field: ['organizationId'],
    });
    expect(sending.run.connections.adobe).not.toBeNull();
    expect(withdraw(sending, 'azure')).toBeNull();
    for (const kind of ['adobe', 'azure'] as const) {
      const rereading = approved();
      const data = {
        submissionId: 's1',
        configurationName: 'keyway-cmk',
        confirmImsOrgId: rereading.run.organization.imsOrgId,
      };
      rereading.must('submissionRequested', data);
      expect(withdraw(rereading, kind)).toBeNull();
      expect(rereading.run.tracks.AEP).toMatchObject({
        submission: { status: 'aborted' },
        approval: { status: 'void' },
      });
      expect(rereading.effects.has('reread:AEP')).toBe(false);
    }
  });

  it('stops asking Adobe for the status, keeps its last one, and asks again once it is connected', () => {
    const driven = approved().submit().accepted('RUNNING');
    expect(withdraw(driven, 'adobe')).toBeNull();
    expect(driven.effects.has('poll')).toBe(false);
    expect(driven.step('AEP', 'ACTIVATION').externalStatus).toBe('RUNNING');
    expect(driven.status('AEP', 'SUBMISSION')).toBe('DONE');
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({ status: 'WAITING', actor: 'PARTNER' });
    const sentence = describeStep(driven.run, 'AEP', 'ACTIVATION', driven.now, 'en');
    expect(sentence).toMatch(
      /^Waiting on the partner.*: connect Adobe, or attest .* Adobe’s last status: “RUNNING”\.$/,
    );
    driven.must('connectionsChanged', { connections: CONNECTED });
    expect(driven.effects.get('poll')?.dueAt).toBe(driven.now);
  });

  it('does not bring back what was read with it when a failed submission is opened again', () => {
    const driven = approved().submit();
    const failure = {
      kind: 'rejected' as const,
      message: 'no',
      status: 400,
      code: null,
      permission: null,
      retryAfterSeconds: null,
    };
    const data = {
      submissionId: 'submission-1',
      during: 'send' as const,
      definite: true,
      failure,
      attempt: 0,
      timeScale: 1,
    };
    driven
      .must('configurationSending', { submissionId: 'submission-1', send: 1 })
      .must('configurationSendFailed', data);
    expect(withdraw(driven, 'azure')).toBeNull();
    expect(driven.status('AEP', 'VAULT')).toBe('DONE');
    driven.must('stepRetried', { track: 'AEP', step: 'SUBMISSION' });
    expect(driven.status('AEP', 'VAULT')).toBe('READY');
    expect(
      driven.apply('approvalRequested', { track: 'AEP', principal: OPERATOR.principal }),
    ).toMatchObject({ code: 'STEP_LOCKED' });
  });

  it('records what a call that was on its way did, and checks nothing without a credential', () => {
    const azure = { ...CONNECTED.azure!, access: 'WRITE' as const };
    const driven = new DrivenRun({ connections: { ...CONNECTED, azure } });
    driven.world = (track, step) =>
      step === 'ROLE'
        ? { step, assignments: { outcome: 'seen', value: [] } }
        : goodFacts(track, step);
    driven.prepare();
    expect(driven.step('AEP', 'ROLE').acting).toBe(true);
    withdraw(driven, 'azure');
    const before = driven.events.length;
    driven.must('roleAssigned', { track: 'AEP', created: true, assignmentGuid: 'g' }, APPROVER);
    expect(driven.events.length).toBe(before + 1);
    expect(driven.step('AEP', 'ROLE')).toMatchObject({
      status: 'LOCKED',
      observing: false,
      acting: false,
    });
    const failure = {
      kind: 'credential' as const,
      message: 'gone',
      status: null,
      code: null,
      permission: null,
      retryAfterSeconds: null,
    };
    driven.must('roleAssignmentFailed', { track: 'AEP', failure, attempt: 0, timeScale: 1 });
    expect(driven.step('AEP', 'ROLE').failure).toBeNull();
  });
});
