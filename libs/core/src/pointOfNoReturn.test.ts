/**
 * The irreversible act and what surrounds it (docs/reference/run.md, rules 5 and 6; IRR-04;
 * GAP-31).
 */
import { describe, expect, it } from 'vitest';
import { describeStep } from '@keyway/messages';
import { APPROVER, CONNECTED, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { attestedApplication, goodFacts, keyIdentifier } from '../testing/goodFacts.ts';
import { CJA_APPLICATION_ID } from './applicationId.ts';
import type { EventData } from './event.ts';
import type { ReadFailure } from './observedSchema.ts';
import { approvedName, onlyConfigurationName } from './configurationName.ts';
import { heldConfiguration } from './heldConfiguration.ts';
import { nextActions } from './nextActions.ts';
import type { Refusal } from './refusal.ts';
import { runStatus } from './runStatus.ts';
import type { StepId } from './vocabulary.ts';

const NOBODY = { adobe: null, azure: null };
const ARN = 'arn:aws:kms:us-east-1:123456789012:key/0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b';
const OTHER_KEY = 'https://other-cmk.vault.azure.net/keys/ajo-cmk/02cee357ad5d4c72b2b04881fdffd626';

const attest = (
  driven: DrivenRun,
  step: StepId,
  more: Partial<EventData['stepAttested']> = {},
): Refusal | null =>
  driven.apply('stepAttested', { track: 'AEP', step, statement: 's', reference: null, ...more });
const confirmImsOrgId = '0123456789ABCDEF01234567@AdobeOrg';

function onAws(coolingOffSeconds = 0): DrivenRun {
  const organization = {
    cloud: 'AWS',
    region: 'VA6',
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
    azureTenantId: null,
  } as const;
  const driven = new DrivenRun({
    organization,
    connections: NOBODY,
    policy: { coolingOffSeconds },
  });
  attest(driven, 'ENTITLEMENT');
  attest(driven, 'KEY', { reference: ARN });
  attest(driven, 'POLICY');
  return driven;
}

/** Everything of AEP on Azure attested, up to the approval. */
function onAzure(): DrivenRun {
  const driven = new DrivenRun({ connections: NOBODY }).prepare();
  for (const step of ['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'] as const)
    expect(attest(driven, step, { reference: attestedApplication })).toBeNull();
  return driven;
}

describe.each([
  ['AWS', onAws],
  ['Azure, attested', onAzure],
])('an attested submission on %s', (_name, ready) => {
  it('needs a second person, in time, and the typed organization ID', () => {
    const driven = ready();
    expect(attest(driven, 'APPROVAL')?.code).toBe('INVALID_INPUT');
    expect(attest(driven, 'SUBMISSION', { confirmImsOrgId })?.code).toBe('APPROVAL_REQUIRED');
    driven.must('approvalRequested', { track: 'AEP', principal: OPERATOR.principal });
    const approve = {
      track: 'AEP',
      principal: OPERATOR.principal,
      confirmImsOrgId,
      comment: null,
    } as const;
    expect(driven.apply('approvalGranted', approve)?.code).toBe('SELF_APPROVAL');
    driven.must('approvalGranted', { ...approve, principal: APPROVER.principal }, APPROVER);
    for (const typed of [undefined, null, '', 'other', confirmImsOrgId.toLowerCase()])
      expect(attest(driven, 'SUBMISSION', { confirmImsOrgId: typed })).toMatchObject({
        code: 'CONFIRMATION_MISMATCH',
        field: ['confirmImsOrgId'],
      });
    driven.wait(8 * 24 * 3600);
    expect(attest(driven, 'SUBMISSION', { confirmImsOrgId })?.code).toBe('APPROVAL_VOID');
  });

  it('freezes the track and holds the configuration: nothing throws it back, nothing cancels it', () => {
    const driven = ready().approve('AEP');
    expect(attest(driven, 'SUBMISSION', { confirmImsOrgId })).toBeNull();
    const before = driven.run.tracks.AEP;
    expect([heldConfiguration(driven.run), before.approval?.status]).toEqual(['attested', 'spent']);
    expect(driven.apply('runCancelled', { reason: 'x' })?.code).toBe('ALREADY_SUBMITTED');
    expect(
      driven.apply('keyProvided', {
        track: 'AEP',
        keyIdentifier: OTHER_KEY,
        vaultResourceId: null,
      }),
    ).not.toBeNull();
    expect(
      driven.apply('approvalWithdrawn', {
        track: 'AEP',
        principal: APPROVER.principal,
        owner: true,
        reason: 'x',
      })?.code,
    ).toBe('ALREADY_SUBMITTED');
    expect(attest(driven, 'KEY', { reference: ARN })?.code).toBe('STEP_ALREADY_DONE');
    for (const connections of [CONNECTED, NOBODY, CONNECTED])
      driven.must('connectionsChanged', { connections }).observe();
    driven.must('approvalExpired', { track: 'AEP' });
    expect(
      driven.apply('submissionRequested', {
        submissionId: 's',
        configurationName: 'c',
        confirmImsOrgId,
      }),
    ).not.toBeNull();
    const statuses = (track: typeof before): string[] =>
      Object.values(track.steps).map(({ status }) => status);
    expect(statuses(driven.run.tracks.AEP)).toEqual(statuses(before));
    expect(attest(driven, 'ACTIVATION')).toBeNull();
    expect(driven.status('AEP', 'ACTIVATION')).toBe('DONE');
  });
});

describe('an approval on AWS', () => {
  it('is for the key that was attested, and void where another is', () => {
    const driven = onAws();
    driven.approve('AEP');
    expect(driven.run.tracks.AEP.approval).toMatchObject({
      keyIdentifier: ARN,
      host: null,
      tenantId: '',
    });
    expect(attest(driven, 'KEY', { reference: ARN.replace('0b9f', '0b9e') })).toBeNull();
    expect(driven.run.tracks.AEP.approval?.status).toBe('void');
    // The policy that was attested is of the other key.
    expect(driven.status('AEP', 'POLICY')).toBe('READY');
    expect(attest(driven, 'SUBMISSION', { confirmImsOrgId })?.code).toBe('STEP_LOCKED');
    expect(attest(driven, 'POLICY')).toBeNull();
    expect(attest(driven, 'SUBMISSION', { confirmImsOrgId })?.code).toBe('APPROVAL_VOID');
  });

  it('cools off before it is used', () => {
    const driven = onAws(600).approve('AEP');
    expect(attest(driven, 'SUBMISSION', { confirmImsOrgId })?.code).toBe('COOLING_OFF');
    expect(attest(driven.wait(600), 'SUBMISSION', { confirmImsOrgId })).toBeNull();
    expect(runStatus(driven.run)).not.toBe('COMPLETED');
  });
});

describe('withdrawing an approval', () => {
  const withdraw = (driven: DrivenRun, principal: string, owner = false): Refusal | null =>
    driven.apply(
      'approvalWithdrawn',
      { track: 'AEP', principal, owner, reason: 'Wrong key' },
      { principal, name: principal, origin: 'console' },
    );
  const approved = (): DrivenRun => new DrivenRun().prepare().approve('AEP');

  it('is for whoever gave it, and for owners', () => {
    expect(withdraw(approved(), OPERATOR.principal)?.code).toBe('FORBIDDEN');
    expect(withdraw(approved(), 'member:owner', true)).toBeNull();
    const driven = approved();
    const offered = (principal: string): boolean =>
      nextActions(driven.run, { principal, may: () => true }, driven.now).some(
        ({ mutation }) => mutation === 'withdrawApproval',
      );
    expect([offered(APPROVER.principal), offered(OPERATOR.principal)]).toEqual([true, false]);
    expect(withdraw(driven, APPROVER.principal)).toBeNull();
    expect(driven.run.tracks.AEP.approval).toMatchObject({
      status: 'void',
      reason: 'Wrong key',
      withdrawn: { by: { name: APPROVER.principal, origin: 'console' } },
    });
    expect(
      driven.apply('submissionRequested', {
        submissionId: 's',
        configurationName: 'c',
        confirmImsOrgId,
      })?.code,
    ).toBe('APPROVAL_VOID');
    expect(withdraw(driven, APPROVER.principal)?.code).toBe('APPROVAL_VOID');
    driven.approve('AEP');
  });

  it('wins over the last reading of the facts, whenever that comes back', () => {
    const driven = approved();
    driven.must('submissionRequested', {
      submissionId: 's',
      configurationName: 'c',
      confirmImsOrgId,
    });
    expect(withdraw(driven, APPROVER.principal)).toBeNull();
    expect(driven.effects.has('reread:AEP')).toBe(false);
    const facts = (['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'] as const).map(
      (step) => goodFacts('AEP', step),
    );
    driven.must('trackReread', {
      track: 'AEP',
      purpose: 'submission',
      facts,
      attempt: 0,
      timeScale: 1,
    });
    expect(driven.run.tracks.AEP.submission?.status).toBe('aborted');
    driven.must('configurationSending', { submissionId: 's', send: 1 });
    expect([driven.run.tracks.AEP.submission?.sends, driven.effects.has('submit')]).toEqual([
      0,
      false,
    ]);
    expect(driven.apply('runCancelled', { reason: 'x' })).toBeNull();
  });

  it('is too late once the sending began', () => {
    const driven = approved().submit();
    expect(driven.run.tracks.AEP.submission?.status).toBe('sending');
    expect(withdraw(driven, APPROVER.principal)?.code).toBe('ALREADY_SUBMITTED');
  });
});

const VAULT_SUBSCRIPTION = '3d8f1c52-6b0a-4e97-a2c4-5f7e9b1d0c36';

describe('a typed application ID (AEP-23)', () => {
  it.each([
    null,
    '',
    'no GUID',
    '00000000-0000-0000-0000-000000000000',
    '00000000-0000-0000-0000-000000000001',
    '12345678-1234-1234-1234-123456789abc',
    '12345678-90AB-CDEF-1234-567890ABCDEF',
    'abcdef12-3456-7890-abcd-ef1234567890',
    'fedcba98-7654-3210-fedc-ba9876543210',
    'deadbeef-dead-beef-dead-beefdeadbeef',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '11111111-2222-3333-4444-555555555555',
    // Microsoft's documentation.
    '00001111-aaaa-2222-bbbb-3333cccc4444',
    'aaaabbbb-0000-cccc-1111-dddd2222eeee',
    'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
    CJA_APPLICATION_ID,
    CJA_APPLICATION_ID.toUpperCase(),
    ` ${CJA_APPLICATION_ID} `,
    'e463a445-c6ac-4ca2-b36a-b5146fcf6a52',
    'cf978863-7325-47b1-8fd9-554b9fdb6c36',
    '00000003-0000-0000-c000-000000000000',
    'E147488A-F6F5-4113-8E2D-B22465E65BF6',
    // The organization's own tenant, and the subscription of its vault.
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    VAULT_SUBSCRIPTION.toUpperCase(),
  ])('%s is refused in its field', (reference) => {
    const driven = new DrivenRun({
      connections: NOBODY,
      organization: { azureTenantId: '7c9e6679-7425-40de-944b-e07fc1f90ae7' },
    }).prepare();
    driven.must('keyProvided', {
      track: 'CJA',
      keyIdentifier: keyIdentifier('CJA'),
      vaultResourceId: `/subscriptions/${VAULT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/contoso-cja`,
    });
    expect(attest(driven, 'APP_REGISTRATION', { reference })).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['reference'],
    });
    expect(attest(driven, 'APP_REGISTRATION', { reference: attestedApplication })).toBeNull();
  });
});

describe('the configuration’s name', () => {
  const submit = (driven: DrivenRun, configurationName: string): Refusal | null =>
    driven.apply('submissionRequested', { submissionId: 's', configurationName, confirmImsOrgId });
  const request = (driven: DrivenRun, configurationName: string | null): Refusal | null =>
    driven.apply('approvalRequested', {
      track: 'AEP',
      principal: OPERATOR.principal,
      configurationName,
    });
  const grant = (driven: DrivenRun): DrivenRun =>
    driven.must(
      'approvalGranted',
      { track: 'AEP', principal: APPROVER.principal, confirmImsOrgId, comment: 'Seen' },
      APPROVER,
    );

  it('is what was approved, where it was', () => {
    const driven = new DrivenRun().prepare();
    expect(request(driven, ' outer space')).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['configurationName'],
    });
    expect(request(driven, 'Adatum CMK')).toBeNull();
    const { evidenceHash } = driven.run.tracks.AEP.approval!;
    grant(driven);
    expect(submit(driven, 'adatum-cmk')).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['configurationName'],
    });
    expect(submit(driven, 'Adatum CMK')).toBeNull();
    expect(driven.step('AEP', 'SUBMISSION').checks).toMatchObject([
      {
        check: 'configurationNameIsSafe',
        verdict: 'WARN',
        override: { reason: 'Seen', by: { name: APPROVER.name, origin: 'console' } },
      },
    ]);
    expect(driven.observe().run.tracks.AEP.submission).toMatchObject({
      status: 'sending',
      name: 'Adatum CMK',
    });
    const other = new DrivenRun().prepare();
    request(other, null);
    expect(other.run.tracks.AEP.approval!.evidenceHash).not.toBe(evidenceHash);
    expect(other.run.tracks.AEP.approval!.configurationName).toBeNull();
  });

  it('with a documented trap is not sent before somebody accepted it (VAL-26)', () => {
    const driven = new DrivenRun().prepare();
    request(driven, null);
    grant(driven);
    expect(submit(driven, 'Adatum CMK')).toMatchObject({
      code: 'CHECKS_NOT_GREEN',
      field: ['configurationName'],
    });
    expect(submit(driven, 'adatum-cmk')).toBeNull();
  });

  it('is none on CJA', () => {
    const driven = new DrivenRun().prepare();
    const data = { track: 'CJA', principal: OPERATOR.principal, configurationName: 'c' } as const;
    expect(driven.apply('approvalRequested', data)).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['configurationName'],
    });
  });
});

describe('a submission that is tried again (GAP-31)', () => {
  const failureWith = (status: number): ReadFailure => ({
    ...{ kind: status === 503 ? 'unavailable' : 'rejected', message: `HTTP ${status}`, status },
    ...{ code: null, permission: null, retryAfterSeconds: null },
  });
  const sendFailed = (driven: DrivenRun, send: number, status: number): DrivenRun =>
    driven
      .must('configurationSending', { submissionId: 'submission-1', send })
      .must('configurationSendFailed', {
        ...{
          submissionId: 'submission-1',
          during: 'send',
          definite: status !== 503,
          failure: failureWith(status),
          attempt: 0,
          timeScale: 1,
        },
      });
  const notFound = (driven: DrivenRun): DrivenRun =>
    driven.wait(60).must('configurationNotFound', {
      submissionId: driven.run.tracks.AEP.submission!.id,
      lookups: 5,
      timeScale: 1,
    });
  const retried = (driven: DrivenRun): DrivenRun =>
    driven.must('stepRetried', { track: 'AEP', step: 'SUBMISSION' });
  const submitting = (): DrivenRun => new DrivenRun().prepare().approve('AEP').submit();
  const submitAgain = (driven: DrivenRun, configurationName: string): Refusal | null =>
    driven.apply('submissionRequested', {
      submissionId: 'submission-2',
      configurationName,
      confirmImsOrgId,
    });

  it('is free where Adobe refused it and nothing was created', () => {
    const driven = retried(sendFailed(submitting(), 1, 400)).approve('AEP');
    expect(heldConfiguration(driven.run)).toBeNull();
    expect(submitAgain(driven, 'another-name')).toBeNull();
  });

  it('may only repeat itself where an earlier send’s outcome is not known', () => {
    const driven = notFound(sendFailed(submitting(), 1, 503));
    retried(sendFailed(driven, 2, 400)).approve('AEP');
    expect(heldConfiguration(driven.run)).toBe('submission-1');
    expect(driven.apply('runCancelled', { reason: 'x' })?.code).toBe('ALREADY_SUBMITTED');
    expect(
      driven.apply('keyProvided', { track: 'AEP', keyIdentifier: OTHER_KEY, vaultResourceId: null })
        ?.code,
    ).toBe('ALREADY_SUBMITTED');
    expect(submitAgain(driven, 'another-name')).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['configurationName'],
    });
    expect(submitAgain(driven, 'keyway-cmk')).toBeNull();
  });

  it('is approved for the earlier name where the request gives none, else for any', () => {
    const driven = notFound(sendFailed(submitting(), 1, 503));
    retried(sendFailed(driven, 2, 400)).approve('AEP');
    expect(driven.run.tracks.AEP.approval?.configurationName).toBe('keyway-cmk');
    expect(onlyConfigurationName(driven.run)).toBe('keyway-cmk');
    const free = retried(sendFailed(submitting(), 1, 400)).approve('AEP');
    expect(free.run.tracks.AEP.approval?.configurationName).toBeNull();
    expect(approvedName(free.run, 'AEP')).toBeNull();
    expect(onlyConfigurationName(free.run)).toBeNull();
    // The version before took the request as one for any name.
    for (const status of ['requested', 'approved', 'spent', 'void'] as const) {
      const approval = { ...driven.run.tracks.AEP.approval!, status, configurationName: null };
      const AEP = { ...driven.run.tracks.AEP, approval };
      const run = { ...driven.run, tracks: { ...driven.run.tracks, AEP } };
      const isOpen = status === 'requested' || status === 'approved';
      expect([status, approvedName(run, 'AEP')]).toEqual([status, isOpen ? 'keyway-cmk' : null]);
    }
    const { tracks } = driven.approve('CJA').run;
    expect([tracks.CJA.approval?.configurationName, approvedName(driven.run, 'CJA')]).toEqual([
      undefined,
      null,
    ]);
  });

  it('only looks up the name where Adobe has a configuration already', () => {
    const driven = retried(notFound(sendFailed(submitting(), 1, 409))).approve('AEP');
    expect(submitAgain(driven, 'the-one-there')).toBeNull();
    driven.observe().must('configurationSending', { submissionId: 'submission-2', send: 1 });
    expect(driven.run.tracks.AEP.submission).toMatchObject({
      status: 'sending',
      sends: 0,
      unresolved: true,
    });
    notFound(driven);
    expect([driven.status('AEP', 'SUBMISSION'), driven.run.tracks.AEP.submission?.sends]).toEqual([
      'FAILED',
      0,
    ]);
    retried(driven).approve('AEP');
    submitAgain(driven, 'the-one-there');
    const answer = {
      id: 'job',
      status: 'RUNNING',
      keyVaultKeyIdentifier: keyIdentifier('AEP'),
      imsOrgId: null,
    };
    driven.observe().must('configurationAccepted', {
      submissionId: 'submission-2',
      found: true,
      answer,
      timeScale: 1,
    });
    expect([driven.status('AEP', 'SUBMISSION'), driven.run.tracks.AEP.submission?.sends]).toEqual([
      'DONE',
      0,
    ]);
    expect(describeStep(driven.run, 'AEP', 'SUBMISSION', driven.now, 'en')).toBe(
      'Found at Adobe as approved; it was there before this submission, which sent nothing.',
    );
  });

  it('may be attested, by two persons, where only Adobe knows what is there', () => {
    const driven = retried(notFound(sendFailed(submitting(), 1, 409)));
    expect(attest(driven, 'SUBMISSION', { confirmImsOrgId })?.code).toBe('APPROVAL_REQUIRED');
    expect(attest(driven.approve('AEP'), 'SUBMISSION', { confirmImsOrgId })).toBeNull();
    expect(heldConfiguration(driven.run)).toBe('attested');
  });

  it('keeps the configuration held after Adobe reported FAILED', () => {
    const driven = submitting().accepted().reported('FAILED');
    driven.must('stepRetried', { track: 'AEP', step: 'ACTIVATION' });
    expect(heldConfiguration(driven.run)).toBe('submission-1');
    expect(driven.apply('runCancelled', { reason: 'x' })?.code).toBe('ALREADY_SUBMITTED');
    expect(submitAgain(driven.approve('AEP'), 'another-name')).toBeNull();
  });
});

it('a ticket keeps its run from being cancelled, and its ID is compared where it is typed', () => {
  const driven = new DrivenRun().prepare().approve('CJA');
  const ticket = { caseNumber: 'E-1', openedAt: null, url: null };
  expect(driven.apply('ticketRecorded', { ...ticket, confirmImsOrgId: 'other' })?.code).toBe(
    'CONFIRMATION_MISMATCH',
  );
  driven.must('ticketRecorded', { ...ticket, confirmImsOrgId });
  expect(driven.apply('runCancelled', { reason: 'x' })?.code).toBe('ALREADY_SUBMITTED');
});
