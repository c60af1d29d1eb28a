/**
 * The documented and derived cases with their expected verdicts and rules. `worst` is what a step
 * makes of its checks.
 */
import { describe, expect, it } from 'vitest';
import fixtures from '../../fixtures/domain-fixtures.json' with { type: 'json' };
import {
  aContext,
  aKey,
  anAssignment,
  anHsm,
  aVault,
  PRINCIPAL,
  seen,
  TENANT,
  VAULT_ID,
} from '../../testing/exampleFacts.ts';
import type { CheckContext } from '../check.ts';
import type { KeyFacts, RoleAssignmentFacts, VaultFacts } from '../azureFacts.ts';
import type { StepFacts } from '../facts.ts';
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import { regionAlias, isPlatformHost, platformHostOf } from '../regions.ts';
import { ADOBE_COMPLETED, ADOBE_FAILED } from '../stepStatus.ts';
import type { Cloud, Region, Shield, Verdict } from '../vocabulary.ts';
import { evaluateAppRegistration } from './appRegistrationHoldsTogether.ts';
import { HSM_ENCRYPTION_USER } from '../roles/azureRoles.ts';
import { CHECKS } from '../catalog/catalog.ts';
import { evaluateStep, type UnstampedResult } from '../catalog/evaluateStep.ts';
import { validateShield } from './shieldIsEntitled.ts';

const WORST: readonly Verdict[] = ['BLOCK', 'UNKNOWN', 'WARN', 'PASS'];
const worst = (results: readonly UnstampedResult[]): Verdict =>
  WORST.find((verdict) => results.some((result) => result.verdict === verdict)) ?? 'PASS';
const rulesOf = (results: readonly UnstampedResult[], verdict: Verdict): string[] =>
  results
    .filter((result) => result.verdict === verdict)
    .flatMap((result) => CHECKS[result.check].rules);

function expectVerdict(
  facts: StepFacts[],
  context: Partial<CheckContext>,
  expected: { verdict: string; rules: string[] },
): void {
  const results = facts.flatMap((one) => evaluateStep(one, aContext(context)));
  const verdict = expected.verdict.toUpperCase() as Verdict;
  expect(worst(results)).toBe(verdict);
  expect(rulesOf(results, verdict)).toEqual(
    expect.arrayContaining([expected.rules.find((rule) => rule.startsWith('VAL-'))!]),
  );
}

type WireVault = (typeof fixtures.vaults)[number]['vault'];
/** As a connector reads it: absent is null. */
function vaultFacts({ name, location, properties }: WireVault): VaultFacts {
  const { sku, networkAcls, ...p } = properties as WireVault['properties'] &
    Partial<Record<string, unknown>>;
  return aVault({
    name,
    location,
    tenantId: p.tenantId,
    skuFamily: sku.family,
    skuName: sku.name,
    enableSoftDelete: (p.enableSoftDelete as boolean | undefined) ?? null,
    softDeleteRetentionInDays: (p.softDeleteRetentionInDays as number | undefined) ?? null,
    enablePurgeProtection: (p.enablePurgeProtection as boolean | null | undefined) ?? null,
    enableRbacAuthorization: (p.enableRbacAuthorization as boolean | undefined) ?? null,
    publicNetworkAccess: (p.publicNetworkAccess as string | undefined) ?? null,
    networkAcls: networkAcls
      ? {
          ...networkAcls,
          ipRules: (networkAcls.ipRules as { value: string }[]).map((rule) => rule.value),
          virtualNetworkRules: [],
        }
      : null,
  });
}

describe('vaults', () => {
  it.each(fixtures.vaults)('$label is $verdict by $rules', ({ vault, verdict, rules }) => {
    const facts = vaultFacts(vault);
    const steps: StepFacts[] = [
      { step: 'VAULT', vault: seen(facts), deletedVault: null, otherOrganizations: 0 },
      { step: 'NETWORK', vault: seen(facts) },
    ];
    expectVerdict(steps, { connectionTenantId: TENANT }, { verdict, rules });
  });
});

/** Bits of a base64url modulus, leading zeros not counted. */
function bitsOf(modulus: string): number {
  return BigInt(`0x${Buffer.from(modulus, 'base64url').toString('hex')}`).toString(2).length;
}

describe('keys', () => {
  it.each(fixtures.keys)(
    '$label is $verdict by $rules',
    ({ key, attributes, rotationPolicy, expectedBits, verdict, rules }) => {
      const { nbf, exp } = attributes as { nbf?: number; exp?: number };
      const facts: KeyFacts = aKey({
        keyIdentifier: key.kid,
        kty: key.kty,
        bits: expectedBits,
        keyOps: key.key_ops.toSorted(),
        enabled: attributes.enabled,
        notBefore: nbf ?? null,
        expires: exp ?? null,
        recoveryLevel: attributes.recoveryLevel,
        rotationActions: (rotationPolicy?.lifetimeActions ?? []).map((action) =>
          action.action.type.toLowerCase(),
        ),
      });
      const context = { key: inspectKeyIdentifier(key.kid).keyIdentifier };
      expectVerdict([{ step: 'KEY', key: seen(facts) }], context, { verdict, rules });
    },
  );

  it('has 2048 bits where the modulus says so (AEP-16)', () => {
    const { key, expectedBits } = fixtures.keys.find(({ label }) => label === 'RSA 2048')!;
    expect(bitsOf((key as { n: string }).n)).toBe(expectedBits);
  });
});

describe('role assignments (VAL-25)', () => {
  const scopes: Record<string, string> = {
    vault: VAULT_ID,
    resourceGroup: VAULT_ID.split('/providers/')[0]!,
    key: `${VAULT_ID}/keys/ajo-cmk`,
    managedHsm: anHsm().resourceId,
  };
  it.each(fixtures.roleAssignments)(
    '$label is $verdict',
    ({
      roleDefinitionGuid,
      scope,
      principalType,
      principalMatches,
      ageMinutes,
      verdict,
      rules,
    }) => {
      const assignment = anAssignment({
        roleDefinitionGuid,
        scope: scopes[scope]!,
        principalType,
        principalId: principalMatches ? PRINCIPAL : aContext().applicationId!,
        createdAt: new Date(Date.parse(fixtures.now) - ageMinutes * 60_000).toISOString(),
      });
      const context = scope === 'managedHsm' ? { vault: anHsm() } : {};
      expectVerdict([{ step: 'ROLE', assignments: seen([assignment]) }], context, {
        verdict,
        rules,
      });
    },
  );

  const verdictOf = (
    assignments: RoleAssignmentFacts[],
    context: Partial<CheckContext> = {},
  ): string =>
    evaluateStep({ step: 'ROLE', assignments: seen(assignments) }, aContext(context)).map(
      (result) => `${result.verdict} ${result.outcome}`,
    )[0]!;
  const young = '2026-11-23T23:59:00.000Z';

  it('passes where another, old enough assignment is there', () => {
    expect(
      verdictOf([
        anAssignment({ createdAt: young }),
        anAssignment({ scope: '/subscriptions/22222222-2222-2222-2222-222222222222' }),
      ]),
    ).toBe('PASS ok');
  });

  it('does not guess while the vault is not known', () => {
    expect(verdictOf([anAssignment()], { vault: null })).toBe('UNKNOWN unclear');
    expect(verdictOf([], { vault: null })).toBe('BLOCK absent');
  });

  it('waits for the exact role rather than take a broader one', () => {
    const officer = anAssignment({ roleDefinitionGuid: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603' });
    expect(verdictOf([officer, anAssignment({ createdAt: young })])).toBe('UNKNOWN propagating');
    expect(verdictOf([officer, anAssignment({ createdAt: young })], { timeScale: 0.01 })).toBe(
      'PASS ok',
    );
  });

  it('takes a custom role with read, wrap and unwrap for broader (RB-03), by name or wildcard', () => {
    const custom = (dataActions: string[]) =>
      verdictOf([
        anAssignment({ roleDefinitionGuid: '99999999-9999-4999-8999-999999999999', dataActions }),
      ]);
    const base = 'Microsoft.KeyVault/vaults/keys';
    expect(custom([`${base}/read`, `${base}/wrap/action`, `${base}/unwrap/action`])).toBe(
      'WARN broader',
    );
    expect(custom(['Microsoft.KeyVault/vaults/*'])).toBe('WARN broader');
    expect(custom([`${base}/*`])).toBe('WARN broader');
    expect(custom([`${base}/*/action`])).toBe('BLOCK otherRole');
    expect(custom([`${base}/read`, `${base}/wrap/action`])).toBe('BLOCK otherRole');
    expect(custom(['Microsoft.KeyVault/vaults/secrets/*'])).toBe('BLOCK otherRole');
  });

  it.each([
    ['/', 'PASS ok'],
    ['/providers/Microsoft.Management/managementGroups/root', 'PASS ok'],
    [VAULT_ID.toUpperCase(), 'PASS ok'],
    [`${VAULT_ID}/keys/AJO-CMK`, 'PASS ok'],
    [`${VAULT_ID}/keys/other`, 'BLOCK otherScope'],
    [`${VAULT_ID}/secrets/ajo-cmk`, 'BLOCK otherScope'],
    [
      VAULT_ID.replace('/resourceGroups/cmk', '/resourceGroups/cm').split('/providers/')[0]!,
      'BLOCK otherScope',
    ],
  ])('at scope %s is %s', (scope, expected) =>
    expect(verdictOf([anAssignment({ scope })])).toBe(expected),
  );

  it.each([
    ['/', 'PASS ok'],
    ['/keys', 'PASS ok'],
    ['/keys/ajo-cmk', 'PASS ok'],
    ['/keys/other', 'BLOCK otherScope'],
  ])('on a Managed HSM at local scope %s is %s (HSM-03)', (scope, expected) => {
    const local = anAssignment({
      store: 'hsmLocal',
      roleDefinitionGuid: HSM_ENCRYPTION_USER,
      scope,
      createdAt: null,
    });
    expect(verdictOf([local], { vault: anHsm() })).toBe(expected);
  });
});

describe('hosts (VAL-28)', () => {
  it.each(fixtures.hosts)('$region $host is $verdict', ({ region, host, verdict, rules }) => {
    if (region === null) {
      expect(isPlatformHost(host!)).toBe(false);
      return;
    }
    const known = platformHostOf(region as Region);
    expect(known).toMatchObject({ host, verdict: verdict.toUpperCase() });
    expect(known.rules).toEqual(expect.arrayContaining(rules));
  });

  it('reads NDL2 as NLD2 (GAP-26) and refuses what is no region', () => {
    expect([
      regionAlias(' ndl2 '),
      regionAlias('VA7'),
      regionAlias('va8'),
      regionAlias(''),
    ]).toEqual(['NLD2', 'VA7', null, null]);
    expect(platformHostOf('constructor' as Region)).toMatchObject({ host: null, verdict: 'BLOCK' });
  });
});

describe('entitlement (ENT-02, VAL-30)', () => {
  const SHIELDS: Record<string, Shield> = {
    'Healthcare Shield': 'HEALTHCARE_SHIELD',
    'Privacy & Security Shield': 'PRIVACY_AND_SECURITY_SHIELD',
  };
  it.each(fixtures.entitlement)(
    '$hosting with $shield is $verdict',
    ({ hosting, shield, verdict }) => {
      const [cloud, bought] = [
        hosting.toUpperCase() as Cloud,
        shield === null ? null : SHIELDS[shield]!,
      ];
      expect(validateShield(cloud, bought).verdict).toBe(verdict.toUpperCase());
    },
  );
});

describe('app registration (VAL-32, AEP-22)', () => {
  it('holds together in the documented sample', () => {
    expect(evaluateAppRegistration(fixtures.appRegistration.body).outcome).toBe('ok');
  });
  it.each(fixtures.appRegistrationTampered)(
    'blocks where $change',
    ({ applicationId, applicationUri, applicationRedirectUrl, verdict }) => {
      const registration = {
        id: 'byok',
        name: 'acpX',
        applicationId,
        applicationUri,
        applicationRedirectUrl,
      };
      const [, result] = evaluateStep(
        { step: 'APP_REGISTRATION', registration: seen(registration) },
        aContext(),
      );
      expect(result).toMatchObject({
        check: 'appRegistrationHoldsTogether',
        verdict: verdict.toUpperCase(),
      });
    },
  );
  it.each([
    [
      'user-info',
      (url: string) => url.replace('https://', 'https://login.microsoftonline.com@evil.example/'),
    ],
    ['a port', (url: string) => url.replace('.com/', '.com:8443/')],
    [
      'a second client_id',
      (url: string) => `${url}&client_id=00000000-0000-0000-0000-000000000001`,
    ],
    ['a backslash', (url: string) => url.replace('.com/', '.com\\@evil.example/')],
    ['another path', (url: string) => url.replace('/oauth2/authorize', '/oauth2/token')],
    ['http', (url: string) => url.replace('https:', 'http:')],
    ['a broken escape', (url: string) => `${url}&x=%zz`],
  ])('blocks a URL with %s', (_what, tamper) => {
    const { body } = fixtures.appRegistration;
    expect(
      evaluateAppRegistration({
        ...body,
        applicationRedirectUrl: tamper(body.applicationRedirectUrl),
      }).outcome,
    ).not.toBe('ok');
  });
});

describe('what Azure answers instead (NET-10, ROLE-06, AEP-16)', () => {
  it.each(fixtures.azureErrors.filter((error) => error.expect_verdict))(
    'HTTP $http_class $body.error.code is $expect_verdict',
    ({ http_class, body, expect_verdict }) => {
      const { code, message } = body.error;
      const failure = {
        kind: 'denied' as const,
        message,
        status: http_class,
        code: (body.error as { innererror?: { code: string } }).innererror?.code ?? code,
        permission: null,
        retryAfterSeconds: null,
      };
      const facts: StepFacts = {
        step: 'KEY',
        key:
          code === 'KeyNotFound'
            ? { outcome: 'absent', detail: message }
            : { outcome: 'unreadable', failure },
      };
      expect(
        evaluateStep(facts, aContext()).find((result) => result.check === 'keyExists')?.verdict,
      ).toBe(expect_verdict!.toUpperCase());
    },
  );
});

describe('Adobe’s statuses (ST-01 to ST-07)', () => {
  it.each(fixtures.configStatus)('$status', ({ status, expect: expected }) => {
    expect(status === ADOBE_COMPLETED).toBe(expected.success);
    expect(status === ADOBE_COMPLETED || status === ADOBE_FAILED).toBe(expected.terminal);
  });
  it.each(fixtures.statusTable)('$value in $where', ({ value, terminal }) => {
    expect(value === ADOBE_COMPLETED || value === ADOBE_FAILED).toBe(terminal);
  });
});
