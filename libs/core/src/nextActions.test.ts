/** Which action comes first, which the run waits for, and that what the guards allow is offered. */
import { describe, expect, it } from 'vitest';
import { actionLabel } from '@keyway/messages';
import { AWS_ROLE, factsOnAws, KEY_ARN, ON_AWS, POLICY_TEMPLATE } from '../testing/awsFacts.ts';
import { APPROVER, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { attestedApplication, goodFacts, goodVault, keyIdentifier } from '../testing/goodFacts.ts';
import type { VaultFacts } from './azureFacts.ts';
import type { StepFacts } from './facts.ts';
import { nextActions, type ActionName, type NextAction } from './nextActions.ts';
import type { TrackId } from './vocabulary.ts';

const NOTHING = { adobe: null, azure: null, aws: null };
const offers = ({ run, now }: DrivenRun, { principal } = OPERATOR): NextAction[] =>
  nextActions(run, { principal, may: () => true }, now);
const find = (driven: DrivenRun, mutation: ActionName, track: TrackId): NextAction | undefined =>
  offers(driven).find((action) => action.mutation === mutation && action.track === track);
const vaultIs =
  (of: TrackId, patch: Partial<VaultFacts>) => (track: TrackId, step: StepFacts['step']) => {
    const good = goodFacts(track, step);
    return track === of && good.step === 'VAULT'
      ? { ...good, vault: { outcome: 'seen' as const, value: { ...goodVault(of), ...patch } } }
      : good;
  };

describe('naming the key', () => {
  it('moves the run the first time, and is possible as a correction until it is sent', () => {
    const driven = new DrivenRun();
    expect(find(driven, 'provideKey', 'AEP')).toMatchObject({ movesRun: true });
    driven.prepare();
    const again = find(driven, 'provideKey', 'AEP')!;
    expect(again).toMatchObject({ step: 'KEY', movesRun: false });
    expect([actionLabel(again, 'en'), actionLabel(again, 'es')]).toEqual([
      'Change key',
      'Cambiar clave',
    ]);
    driven.approve('AEP');
    expect(find(driven, 'provideKey', 'AEP')).toBeDefined();
    driven.submit();
    expect(find(driven, 'provideKey', 'AEP')).toBeUndefined();
    expect(find(driven, 'provideKey', 'CJA')).toBeDefined();
  });

  it('comes after everything but giving up where it is a correction', () => {
    const mutations = offers(new DrivenRun().prepare()).map(({ mutation }) => mutation);
    expect(mutations.slice(0, 2)).toEqual(['requestApproval', 'requestApproval']);
    expect(mutations.slice(-3)).toEqual(['provideKey', 'provideKey', 'cancelRun']);
  });

  it('is the way on where an attested key has no version: approval is not offered, since it would be refused (VAL-06)', () => {
    const driven = new DrivenRun({ connections: { adobe: null, azure: null } });
    const versionless = keyIdentifier('CJA').replace(/\/[0-9a-f]{32}$/, '');
    driven.must('stepAttested', {
      track: 'CJA',
      step: 'ENTITLEMENT',
      statement: 's',
      reference: null,
    });
    driven.must('keyProvided', { track: 'CJA', keyIdentifier: versionless, vaultResourceId: null });
    for (const step of ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'] as const)
      driven.must('stepAttested', { track: 'CJA', step, statement: 's', reference: null });
    expect(driven.status('CJA', 'APPROVAL')).toBe('READY');
    expect(find(driven, 'requestApproval', 'CJA')).toBeUndefined();
    expect(
      driven.apply('approvalRequested', { track: 'CJA', principal: OPERATOR.principal })?.code,
    ).toBe('STEP_LOCKED');
    expect(find(driven, 'provideKey', 'CJA')).toBeDefined();
  });
});

describe('the key policy of Adobe’s page (AWS-07)', () => {
  it('moves the run where AWS is read, and is possible until the submission', () => {
    const driven = new DrivenRun({
      organization: ON_AWS,
      connections: { adobe: null, azure: null, aws: AWS_ROLE },
    });
    driven.world = (_track, step) => factsOnAws(step);
    expect(find(driven, 'provideKeyPolicy', 'AEP')).toMatchObject({
      step: 'POLICY',
      movesRun: true,
    });
    driven.must('keyPolicyProvided', { policy: POLICY_TEMPLATE });
    expect(find(driven, 'provideKeyPolicy', 'AEP')).toMatchObject({ movesRun: false });
    expect(find(driven, 'provideKeyPolicy', 'CJA')).toBeUndefined();
    const again = find(driven, 'provideKeyPolicy', 'AEP')!;
    expect([actionLabel(again, 'en'), actionLabel(again, 'es')]).toEqual([
      'Change Adobe’s policy',
      'Cambiar directiva de Adobe',
    ]);
    const said = { track: 'AEP', statement: 's', reference: null } as const;
    driven.must('stepAttested', { ...said, step: 'ENTITLEMENT' });
    driven.must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null });
    driven.observe().approve('AEP');
    expect(find(driven, 'provideKeyPolicy', 'AEP')).toBeDefined();
    const { imsOrgId } = driven.run.organization;
    driven.must('stepAttested', { ...said, step: 'SUBMISSION', confirmImsOrgId: imsOrgId });
    expect(find(driven, 'provideKeyPolicy', 'AEP')).toBeUndefined();
  });

  it('is not waited for where nothing is read, nor offered on Azure', () => {
    const byHand = new DrivenRun({ organization: ON_AWS, connections: NOTHING });
    const first = find(byHand, 'provideKeyPolicy', 'AEP')!;
    expect(first).toMatchObject({ movesRun: false });
    expect(actionLabel(first, 'en')).toBe('Provide Adobe’s policy');
    byHand.must('keyPolicyProvided', { policy: POLICY_TEMPLATE });
    const again = find(byHand, 'provideKeyPolicy', 'AEP')!;
    expect(actionLabel(again, 'en')).toBe('Change Adobe’s policy');
    expect(find(new DrivenRun(), 'provideKeyPolicy', 'AEP')).toBeUndefined();
  });
});

describe('what comes first', () => {
  it('is AEP, in the order of its steps', () => {
    expect(offers(new DrivenRun())[0]).toEqual({
      mutation: 'attestStep',
      track: 'AEP',
      step: 'ENTITLEMENT',
      movesRun: true,
    });
  });

  it('is to name what can be read, before attesting it', () => {
    const connections = { ...NOTHING, aws: AWS_ROLE };
    const driven = new DrivenRun({ organization: ON_AWS, connections });
    driven.world = (_track, step) => factsOnAws(step);
    const said = { track: 'AEP', statement: 's', reference: null } as const;
    driven.must('stepAttested', { ...said, step: 'ENTITLEMENT' });
    expect(offers(driven).map(({ mutation }) => mutation)).toContain('attestStep');
    expect(offers(driven)[0]?.mutation).toBe('provideKey');
    driven.must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null });
    driven.observe();
    expect(offers(driven)[0]).toMatchObject({ mutation: 'provideKeyPolicy', step: 'POLICY' });
    const byHand = new DrivenRun({ organization: ON_AWS, connections: NOTHING });
    byHand.must('stepAttested', { ...said, step: 'ENTITLEMENT' });
    expect(offers(byHand)[0]).toMatchObject({ mutation: 'attestStep', step: 'KEY' });
  });

  it('is to verify what blocks AEP, before CJA’s actions; but the run doesn’t wait for it', () => {
    const driven = new DrivenRun();
    driven.world = vaultIs('AEP', { enablePurgeProtection: false });
    driven.prepare();
    const [first, ...rest] = offers(driven);
    expect(first).toEqual({ mutation: 'verify', track: 'AEP', step: 'VAULT', movesRun: false });
    expect(rest.find(({ movesRun }) => movesRun)).toMatchObject({
      mutation: 'requestApproval',
      track: 'CJA',
    });
  });

  it('is a decision that somebody waits for, even on CJA while AEP is blocked', () => {
    const driven = new DrivenRun();
    driven.world = vaultIs('AEP', { enablePurgeProtection: false });
    driven.prepare().must('approvalRequested', { track: 'CJA', principal: OPERATOR.principal });
    expect(offers(driven, APPROVER)[0]).toMatchObject({
      mutation: 'approve',
      track: 'CJA',
      movesRun: true,
    });
    expect(offers(driven)[0]).toMatchObject({ mutation: 'verify', track: 'AEP' });
  });
});

describe('accepting a check', () => {
  it('is waited for where it is a warning', () => {
    const driven = new DrivenRun();
    driven.world = vaultIs('AEP', { softDeleteRetentionInDays: 30 });
    expect(find(driven.prepare(), 'overrideCheck', 'AEP')).toMatchObject({
      step: 'VAULT',
      movesRun: true,
    });
    driven.must('checkOverridden', {
      track: 'AEP',
      check: 'vaultRetentionIsLong',
      reason: 'enough for us',
    });
    expect(find(driven, 'overrideCheck', 'AEP')).toBeUndefined();
  });

  it('is possible for a block of Keyway’s baseline, on CJA only (GAP-19)', () => {
    for (const track of ['AEP', 'CJA'] as const) {
      const driven = new DrivenRun();
      driven.world = vaultIs(track, { enableRbacAuthorization: false });
      const action = find(driven.prepare(), 'overrideCheck', track);
      expect(action ? [action.step, action.movesRun, actionLabel(action, 'en')] : null).toEqual(
        track === 'CJA' ? ['VAULT', false, 'Override check'] : null,
      );
    }
  });
});

it('AWS can be connected until key and policy are done, and nothing waits for it', () => {
  const driven = new DrivenRun({
    organization: ON_AWS,
    connections: { adobe: null, azure: null, aws: null },
  });
  const connect = () => offers(driven).filter(({ mutation }) => mutation.startsWith('connect'));
  const offered = { mutation: 'connectAws', track: null, step: null, movesRun: false };
  for (const step of ['ENTITLEMENT', 'KEY', 'POLICY'] as const) {
    expect(connect()).toEqual([offered]);
    const reference = step === 'KEY' ? KEY_ARN : null;
    driven.must('stepAttested', { track: 'AEP', step, statement: 's', reference });
  }
  expect(connect()).toEqual([]);
  const connected = new DrivenRun({
    organization: ON_AWS,
    connections: { adobe: null, azure: null, aws: AWS_ROLE },
  });
  expect(offers(connected).map(({ mutation }) => mutation)).not.toContain('connectAws');
});

it('a connection is waited for as long as it could show or do something', () => {
  const driven = new DrivenRun({ connections: { adobe: null, azure: null } });
  const connect = () => offers(driven).filter(({ mutation }) => mutation.startsWith('connect'));
  expect(connect().map(({ mutation, movesRun }) => [mutation, movesRun])).toEqual([
    ['connectAzure', true],
    ['connectAdobe', true],
  ]);
  driven.prepare();
  for (const track of ['AEP', 'CJA'] as const) {
    for (const step of [
      'VAULT',
      'NETWORK',
      'KEY',
      'APP_REGISTRATION',
      'CONSENT',
      'ROLE',
    ] as const) {
      if (track === 'AEP' || step !== 'APP_REGISTRATION')
        driven.must('stepAttested', {
          track,
          step,
          statement: 's',
          reference: attestedApplication,
        });
    }
  }
  expect(connect().map(({ mutation, movesRun }) => [mutation, movesRun])).toEqual([
    ['connectAdobe', true],
    ['connectAzure', false],
  ]);
});
