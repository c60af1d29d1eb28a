/** A block that Keyway read can't be made to vanish without reading the step again. */
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
} from '../testing/awsFacts.ts';
import { APPROVER, CONNECTED, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { seen } from '../testing/exampleFacts.ts';
import { attestedReference, goodFacts, goodVault, keyIdentifier } from '../testing/goodFacts.ts';
import { entryData } from './entryData.ts';
import { evidenceOf } from './evidence.ts';
import type { StepFacts } from './facts.ts';
import { blockedReadings, lastBlockedOf } from './lastBlocked.ts';
import { nextActions } from './nextActions.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Run } from './run.ts';
import type { ObservedStepId, StepId, TrackId } from './vocabulary.ts';

const NONE = { adobe: null, azure: null, aws: null };
const OTHER_VAULT =
  'https://other-cmk.vault.azure.net/keys/ajo-cmk/02cee357ad5d4c72b2b04881fdffd626';
const OTHER_ARN = KEY_ARN.replace('1234abcd', '9999abcd');

/** What the evidence says of a step that was last seen BLOCKED. */
function inEvidence(run: Run, track: TrackId, step: StepId): string[] | null {
  const steps = evidenceOf(run, track)['steps'] as Record<
    string,
    { lastBlocked?: { at: string; checks: { check: string }[] } }
  >;
  return steps[step]?.lastBlocked?.checks.map(({ check }) => check) ?? null;
}

const withoutPurge = (track: TrackId): StepFacts => ({
  ...(goodFacts(track, 'VAULT') as StepFacts & { step: 'VAULT' }),
  vault: seen({ ...goodVault(track), enablePurgeProtection: false }),
});
const denied: StepFacts = {
  ...(goodFacts('AEP', 'VAULT') as StepFacts & { step: 'VAULT' }),
  vault: {
    outcome: 'unreadable',
    failure: {
      ...{ kind: 'denied', message: 'denied', status: 403, code: 'AuthorizationFailed' },
      ...{ permission: 'Microsoft.KeyVault/vaults/read', retryAfterSeconds: null },
    },
  },
};

const attest = (driven: DrivenRun, track: TrackId, steps: readonly ObservedStepId[]): void => {
  for (const step of steps) {
    const reference = step === 'APP_REGISTRATION' ? attestedReference(step) : null;
    driven.must('stepAttested', { track, step, statement: 'mended', reference });
  }
};
const AZURE_STEPS = ['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'] as const;
const stepsOf = (track: TrackId): ObservedStepId[] =>
  AZURE_STEPS.filter((step) => track === 'AEP' || step !== 'APP_REGISTRATION');

/** Azure is connected, and the vault of the track has no purge protection. */
function blocked(track: TrackId): DrivenRun {
  const driven = new DrivenRun();
  driven.world = (of, step) =>
    of === track && step === 'VAULT' ? withoutPurge(track) : goodFacts(of, step);
  driven.prepare();
  expect(driven.step(track, 'VAULT').status).toBe('BLOCKED');
  return driven;
}
const disconnect = (driven: DrivenRun): DrivenRun =>
  driven.must('connectionsChanged', { connections: NONE });
const provide = (driven: DrivenRun, key: string, track: TrackId = 'AEP'): DrivenRun =>
  driven.must('keyProvided', { track, keyIdentifier: key, vaultResourceId: null });

describe.each(['AEP', 'CJA'] as const)('on Azure, %s', (track) => {
  it('what was seen BLOCKED stays in the evidence when the connection is removed and it is attested', () => {
    const driven = disconnect(blocked(track));
    expect(lastBlockedOf(driven.run, track, 'VAULT')).toMatchObject({
      step: 'VAULT',
      checks: [{ check: 'vaultHasPurgeProtection', verdict: 'BLOCK' }],
    });
    attest(driven, track, stepsOf(track));
    driven.must('approvalRequested', { track, principal: OPERATOR.principal });
    expect(inEvidence(driven.run, track, 'VAULT')).toEqual(['vaultHasPurgeProtection']);
    expect(inEvidence(driven.run, track, 'KEY')).toBeNull();
  });

  it('ends with a reading that does not block, and not with one that reads nothing', () => {
    const driven = disconnect(blocked(track));
    driven.world = () => denied;
    driven.must('connectionsChanged', { connections: CONNECTED });
    driven.world = (of, step) => (step === 'VAULT' ? denied : goodFacts(of, step));
    driven.observe();
    expect(driven.step(track, 'VAULT').status).toBe('WAITING');
    expect(inEvidence(driven.run, track, 'VAULT')).toEqual(['vaultHasPurgeProtection']);
    driven.world = goodFacts;
    driven.must('verificationRequested', { track, step: 'VAULT' }).observe();
    expect(driven.step(track, 'VAULT').status).toBe('DONE');
    expect(lastBlockedOf(driven.run, track, 'VAULT')).toBeNull();
    expect(driven.run.tracks[track].lastBlocked).toBeUndefined();
  });

  it('survives the same key again, another version of it, and another key in between', () => {
    const driven = disconnect(blocked(track));
    const key = keyIdentifier(track);
    for (const again of [key, key.replace(/[^/]+$/, 'a'.repeat(32)), key.replace(/\/[^/]+$/, '')]) {
      provide(driven, again, track);
      expect(inEvidence(driven.run, track, 'VAULT')).toEqual(['vaultHasPurgeProtection']);
    }
    provide(driven, OTHER_VAULT, track);
    expect(inEvidence(driven.run, track, 'VAULT')).toBeNull();
    provide(driven, key, track);
    expect(inEvidence(driven.run, track, 'VAULT')).toEqual(['vaultHasPurgeProtection']);
  });

  it('survives a key that is replaced while the block is the last that was read', () => {
    const driven = blocked(track);
    provide(driven, OTHER_VAULT, track);
    disconnect(provide(driven, keyIdentifier(track), track));
    expect(inEvidence(driven.run, track, 'VAULT')).toEqual(['vaultHasPurgeProtection']);
  });

  it('goes over to the run that follows, and to the one after that', () => {
    let run = blocked(track).must('runCancelled', { reason: 'again' }).run;
    for (let count = 0; count < 2; count += 1) {
      const driven = new DrivenRun({ connections: NONE, lastBlocked: blockedReadings(run) });
      for (const of of ['AEP', 'CJA'] as const) {
        driven.must('stepAttested', {
          ...{ track: of, step: 'ENTITLEMENT', statement: 's', reference: null },
        });
        provide(driven, keyIdentifier(of), of);
      }
      attest(driven, track, stepsOf(track));
      expect(inEvidence(driven.run, track, 'VAULT')).toEqual(['vaultHasPurgeProtection']);
      run = driven.must('runCancelled', { reason: 'again' }).run;
    }
  });
});

describe('what else could drop it', () => {
  it('other details of the organization, and a read that access was refused to', () => {
    const driven = blocked('AEP');
    driven.must('organizationChanged', {
      organization: { ...driven.run.organization, azureTenantId: null, region: 'NLD2' },
    });
    expect(inEvidence(driven.run, 'AEP', 'VAULT')).toEqual(['vaultHasPurgeProtection']);
    driven.world = (of, step) => (step === 'VAULT' ? denied : goodFacts(of, step));
    driven.observe().must('verificationRequested', { track: 'AEP', step: 'VAULT' }).observe();
    // Access that was refused lets a person attest while Azure is connected.
    attest(driven, 'AEP', ['VAULT']);
    expect(driven.step('AEP', 'VAULT').status).toBe('DONE');
    expect(inEvidence(driven.run, 'AEP', 'VAULT')).toEqual(['vaultHasPurgeProtection']);
  });

  it('voids an approval that was asked for without it', () => {
    const driven = new DrivenRun({ connections: NONE }).prepare();
    for (const track of ['AEP', 'CJA'] as const) attest(driven, track, stepsOf(track));
    driven.must('approvalRequested', { track: 'AEP', principal: OPERATOR.principal });
    driven.world = (of, step) => (step === 'VAULT' ? withoutPurge(of) : goodFacts(of, step));
    driven.must('connectionsChanged', { connections: CONNECTED }).observe();
    expect(driven.run.tracks.AEP.approval?.status).toBe('void');
    disconnect(driven);
    expect(inEvidence(driven.run, 'AEP', 'VAULT')).toEqual(['vaultHasPurgeProtection']);
  });

  it('keeps the evidence of every run as it was that saw no block', () => {
    const driven = new DrivenRun().prepare();
    expect(JSON.stringify(evidenceOf(driven.run, 'AEP'))).not.toContain('lastBlocked');
    disconnect(driven);
    expect(JSON.stringify(evidenceOf(driven.run, 'AEP'))).not.toContain('lastBlocked');
  });
});

describe('on AWS', () => {
  function blockedOnAws(): DrivenRun {
    const connections = { ...NONE, aws: AWS_ROLE };
    const driven = new DrivenRun({ organization: ON_AWS, connections });
    driven.world = (_track, step) =>
      step === 'KEY' ? kmsStep({ keyState: 'Disabled', enabled: false }) : factsOnAws(step);
    driven.must('stepAttested', {
      ...{ track: 'AEP', step: 'ENTITLEMENT', statement: 's', reference: null },
    });
    return provide(driven, KEY_ARN)
      .must('keyPolicyProvided', { policy: POLICY_TEMPLATE })
      .observe();
  }
  const attestKey = (driven: DrivenRun, reference: string): DrivenRun =>
    driven.must('stepAttested', { track: 'AEP', step: 'KEY', statement: 'ours', reference });

  it('what was seen BLOCKED stays when the role is removed and the key attested', () => {
    const driven = disconnect(blockedOnAws());
    attestKey(driven, KEY_ARN);
    attest(driven, 'AEP', ['POLICY']);
    driven.must('approvalRequested', { track: 'AEP', principal: OPERATOR.principal });
    expect(inEvidence(driven.run, 'AEP', 'KEY')).toEqual(['kmsKeyIsEnabled']);
  });

  it('is about the key that is attested next time, unless that is another one', () => {
    const before = blockedOnAws().must('runCancelled', { reason: 'again' }).run;
    const next = (): DrivenRun =>
      new DrivenRun({
        ...{ organization: ON_AWS, connections: NONE, lastBlocked: blockedReadings(before) },
      }).must('stepAttested', {
        ...{ track: 'AEP', step: 'ENTITLEMENT', statement: 's', reference: null },
      });
    expect(inEvidence(attestKey(next(), KEY_ARN).run, 'AEP', 'KEY')).toEqual(['kmsKeyIsEnabled']);
    const other = attestKey(next(), OTHER_ARN);
    expect(inEvidence(other.run, 'AEP', 'KEY')).toBeNull();
    expect(inEvidence(attestKey(other, KEY_ARN).run, 'AEP', 'KEY')).toEqual(['kmsKeyIsEnabled']);
  });

  it('stays with another policy of Adobe’s page', () => {
    const driven = blockedOnAws();
    driven.world = (_track, step) =>
      step === 'KEY' ? factsOnAws(step) : policyStep(DEFAULT_POLICY_TEXT);
    driven.must('verificationRequested', { track: null, step: null }).observe();
    expect(driven.step('AEP', 'POLICY').status).toBe('WAITING');
    driven.must('keyPolicyProvided', {
      policy: POLICY_TEMPLATE.replaceAll('975049898882', '123456789012'),
    });
    expect(inEvidence(disconnect(driven).run, 'AEP', 'POLICY')).toContain('keyPolicyHoldsTemplate');
  });
});

describe('what people are shown', () => {
  it('the entry of an attestation names the checks', () => {
    const driven = disconnect(blocked('AEP'));
    attest(driven, 'AEP', ['VAULT']);
    expect(entryData(driven.events.at(-1)!, driven.run, null)).toMatchObject({
      lastBlocked: { checks: [{ check: 'vaultHasPurgeProtection', verdict: 'BLOCK' }] },
    });
  });

  it('connecting again comes before attesting', () => {
    const viewer = { principal: OPERATOR.principal, may: () => true };
    const first = ({ run, now }: DrivenRun) => nextActions(run, viewer, now)[0]?.mutation;
    expect(first(disconnect(blocked('AEP')))).toBe('connectAzure');
    expect(first(new DrivenRun({ connections: NONE }).prepare())).toBe('attestStep');
  });
});

describe('whoever approves it', () => {
  function asked(): DrivenRun {
    const driven = disconnect(blocked('CJA'));
    attest(driven, 'CJA', stepsOf('CJA'));
    return driven.must('approvalRequested', { track: 'CJA', principal: OPERATOR.principal });
  }
  const approve = (driven: DrivenRun, acceptedBlocks?: string[], comment: string | null = 'seen') =>
    driven.apply(
      'approvalGranted',
      {
        ...{ track: 'CJA', principal: APPROVER.principal, comment, acceptedBlocks },
        confirmImsOrgId: driven.run.organization.imsOrgId,
      },
      APPROVER,
    );

  it('has to accept each check, and to say why', () => {
    const driven = asked();
    const checks = ['vaultHasPurgeProtection'];
    for (const accepted of [undefined, [], ['keyIsEnabled']])
      expect(approve(driven, accepted)).toMatchObject({
        ...{ code: 'CHECKS_NOT_GREEN', field: ['acceptedBlocks'], values: { checks } },
      });
    for (const comment of [null, ' '])
      expect(approve(driven, checks, comment)).toMatchObject({
        ...{ code: 'INVALID_INPUT', field: ['comment'] },
      });
    // What is accepted beyond what there is counts for nothing.
    expect(approve(driven, [...checks, 'keyIsEnabled'])).toBeNull();
    expect(driven.run.tracks.CJA.approval).toMatchObject({
      ...{ status: 'approved', acceptedBlocks: checks },
    });
  });

  it('accepts nothing that the policy lets nobody accept, before or after', () => {
    const policy = { ...DEFAULT_POLICY, neverAccept: ['vaultHasPurgeProtection'] };
    const driven = asked();
    driven.must('policyChanged', { policy });
    expect(approve(driven, ['vaultHasPurgeProtection'])?.code).toBe('POLICY_FORBIDS');
    const given = asked();
    expect(approve(given, ['vaultHasPurgeProtection'])).toBeNull();
    given.must('policyChanged', { policy });
    expect(given.run.tracks.CJA.approval?.status).toBe('void');
    expect(
      given.apply('approvalRequested', { track: 'CJA', principal: OPERATOR.principal })?.code,
    ).toBe('POLICY_FORBIDS');
  });

  it('has nothing to accept once it was read again, and needs no comment', () => {
    const driven = asked();
    driven.world = goodFacts;
    driven.must('connectionsChanged', { connections: CONNECTED }).observe();
    driven.must('approvalRequested', { track: 'CJA', principal: OPERATOR.principal });
    expect(approve(driven, undefined, null)).toBeNull();
    expect(driven.run.tracks.CJA.approval).not.toHaveProperty('acceptedBlocks');
  });
});
