import { describe, expect, it } from 'vitest';
import type { StepFacts } from '../facts.ts';
import { CHECK_IDS, CHECKS, checkDefinitions, checksOf } from './catalog.ts';
import { evaluateStep } from './evaluateStep.ts';
import {
  absent,
  aContext,
  consentStep,
  keyStep,
  networkStep,
  registrationStep,
  roleStep,
  anAssignment,
  unreadable,
  vaultStep,
} from '../../testing/exampleFacts.ts';
import { OUTCOME_CASES } from '../../testing/outcomeCases.ts';

describe('every outcome of every check', () => {
  it.each(OUTCOME_CASES.map((one) => [`${one.check}: ${one.outcome}`, one] as const))(
    '%s',
    (_name, { check, outcome, facts, context }) => {
      const result = evaluateStep(facts, aContext(context)).find(
        (candidate) => candidate.check === check,
      );
      expect(result).toMatchObject({ outcome, verdict: CHECKS[check].outcomes[outcome] });
    },
  );

  it('leaves none out', () => {
    const covered = new Set(OUTCOME_CASES.map(({ check, outcome }) => `${check}: ${outcome}`));
    const all = CHECK_IDS.filter((id) => CHECKS[id].evaluate).flatMap((id) =>
      Object.keys(CHECKS[id].outcomes).map((outcome) => `${id}: ${outcome}`),
    );
    expect(all.filter((one) => !covered.has(one))).toEqual([]);
  });
});

describe('evaluateStep', () => {
  const green: StepFacts[] = [
    vaultStep(),
    networkStep(),
    keyStep(),
    registrationStep(),
    consentStep(),
    roleStep(anAssignment()),
  ];

  it('passes everything where everything is right', () => {
    for (const facts of green) {
      const results = evaluateStep(facts, aContext());
      expect(results.map((result) => result.check)).toEqual(
        checksOf(facts.step, 'AEP').filter(
          (check) => !CHECKS[check].cloud && CHECKS[check].evaluate,
        ),
      );
      expect(results.filter((result) => result.verdict !== 'PASS')).toEqual([]);
    }
  });

  it('is UNKNOWN throughout where the thing is unreadable, and names the permission', () => {
    const steps: StepFacts[] = [
      vaultStep(unreadable('denied', 'Microsoft.KeyVault/vaults/read')),
      { step: 'NETWORK', vault: unreadable('denied', 'Microsoft.KeyVault/vaults/read') },
      { step: 'KEY', key: unreadable('denied', 'Microsoft.KeyVault/vaults/keys/read') },
      { step: 'APP_REGISTRATION', registration: unreadable() },
      { step: 'CONSENT', servicePrincipal: unreadable('denied', 'Application.Read.All') },
      { step: 'ROLE', assignments: unreadable() },
    ];
    for (const facts of steps) {
      const results = evaluateStep(facts, aContext());
      expect(results.length).toBeGreaterThan(0);
      for (const result of results)
        expect(result).toMatchObject({
          verdict: 'UNKNOWN',
          outcome: 'unreadable',
          needs: { kind: 'denied' },
        });
    }
  });

  it('needs nobody where the other side is only unavailable', () => {
    const [first] = evaluateStep({ step: 'KEY', key: unreadable('unavailable') }, aContext());
    expect(first).toMatchObject({ check: 'keyExists', verdict: 'UNKNOWN', outcome: 'unreadable' });
    expect(first).not.toHaveProperty('needs');
  });

  it('still says what needs no reading where it does not pass (VAL-08)', () => {
    const { key } = aContext();
    const results = evaluateStep(
      vaultStep(unreadable()),
      aContext({ track: 'CJA', otherKey: key }),
    );
    expect(results).toContainEqual(
      expect.objectContaining({ check: 'vaultIsDedicated', verdict: 'BLOCK' }),
    );
    expect(results.filter((result) => result.verdict === 'PASS')).toEqual([]);
  });

  it.each([
    ['VAULT', vaultStep(absent()), ['vaultExists', 'vaultIsNotShared']],
    ['KEY', { step: 'KEY', key: absent() } as StepFacts, ['keyIdentifierIsValid', 'keyExists']],
    [
      'CONSENT',
      { step: 'CONSENT', servicePrincipal: absent() } as StepFacts,
      ['servicePrincipalExists'],
    ],
    ['ROLE', { step: 'ROLE', assignments: absent() } as StepFacts, ['roleIsAssigned']],
  ])(
    'blocks as missing and asks no more where the thing of %s is absent',
    (_step, facts, checks) => {
      const results = evaluateStep(facts, aContext());
      expect(results.map((result) => result.check)).toEqual(checks);
      expect(results.filter((result) => result.verdict === 'BLOCK')).toEqual([
        expect.objectContaining({ missing: true }),
      ]);
    },
  );

  it('is not "missing" where the vault was deleted', () => {
    const facts = vaultStep(absent(), {
      deletedVault: { name: 'contoso-cmk', scheduledPurgeDate: null },
    });
    expect(evaluateStep(facts, aContext())[0]).not.toHaveProperty('missing');
  });
});

describe('the public catalog', () => {
  it('separates overridable and not overridable tracks (GAP-19, CJA-05)', () => {
    const overridable = checkDefinitions().filter((definition) => definition.overridable);
    expect(overridable.map((definition) => definition.id).sort()).toEqual(
      [
        'vaultHasPurgeProtection',
        'vaultHasSoftDelete',
        'vaultRetentionIsLong',
        'vaultUsesRbac',
        'vaultSkuIsSupported',
        'networkAdmitsAdobe',
        'keyTypeIsRsa',
        'keyIsLongEnough',
        'keyAllowsWrapping',
        'keyIsRecoverable',
      ].sort(),
    );
    expect(overridable.every((definition) => definition.track.join() === 'CJA')).toBe(true);
    expect(
      checkDefinitions().filter((definition) => definition.id === 'vaultUsesRbac'),
    ).toMatchObject([
      { track: ['AEP'], overridable: false },
      { track: ['CJA'], overridable: true },
    ]);
  });

  it('gives every check a numbered rule first', () => {
    for (const id of CHECK_IDS) expect(CHECKS[id].rules[0]).toMatch(/^(VAL|AEP|AWS|ROT)-\d\d$/);
  });

  it('asks the existence check first on every step but KEY, where the identifier comes before', () => {
    expect(checksOf('VAULT', 'CJA')[0]).toBe('vaultExists');
    expect(checksOf('KEY', 'AEP').slice(0, 2)).toEqual(['keyIdentifierIsValid', 'keyExists']);
    expect(checksOf('VAULT', 'AEP')).not.toContain('vaultIsDedicated');
  });
});

describe('what can be accepted', () => {
  it('warns in some outcome, or may be overridden where it blocks', () => {
    const ids = (acceptable: boolean) =>
      checkDefinitions()
        .filter((one) => one.acceptable === acceptable)
        .map(({ id }) => id);
    expect(ids(true)).toEqual(expect.arrayContaining(['vaultIsNotShared', 'keyIsNotExpiring']));
    expect(ids(false)).toEqual(expect.arrayContaining(['vaultExists', 'keyExists']));
    expect(checkDefinitions()).toContainEqual(
      expect.objectContaining({ id: 'vaultUsesRbac', overridable: true, acceptable: true }),
    );
  });
});
