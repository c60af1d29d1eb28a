import { parse } from '@formatjs/icu-messageformat-parser';
import {
  LOCALES,
  REFUSALS,
  refuse,
  type Locale,
  type Refusal,
  type RefusalReason,
  type RefusalValue,
} from '@keyway/core';
import { describe, expect, it } from 'vitest';
import { flawsOf } from '../testing/textFlaws.ts';
import { describeRefusal, describeRefusals } from './describeRefusal.ts';
import { argumentsOf } from './format.ts';
import { messagesIn } from './messagesIn.ts';

type ValueName = (typeof REFUSALS)[RefusalReason]['values'][number];

/** Values that each name can have; a name that is missing here does not compile. */
const EXAMPLES: Readonly<Record<ValueName, readonly RefusalValue[]>> = {
  account: ['999999999999'],
  actions: ['kms:*', 'kms:putkeypolicy, kms:sign'],
  application: ['Microsoft Graph'],
  at: ['2026-11-24T00:10:00.000Z'],
  bits: ['1024'],
  by: [{ name: 'Ana Approver', origin: 'console' }],
  caseNumber: ['E-001234567'],
  check: ['vaultExists'],
  checks: [['vaultExists'], ['vaultExists', 'keyExists', 'roleIsAssigned']],
  claim: ['groups'],
  cloud: ['Adobe', 'Azure'],
  character: [7],
  column: ['region'],
  columnCount: [1, 7],
  columns: [['name', 'shield'], 'name,imsOrgId'],
  days: [30],
  event: ['run.finished'],
  events: [['run.started', 'run.*']],
  expiresAt: ['2026-11-24T00:10:00.000Z'],
  expected: ['us-east-1'],
  field: ['VAULT.softDeleteRetentionInDays'],
  given: ['', 'http://x.vault.azure.net/keys/a', 'https://x.vault.azure.net/keys/a/123'],
  group: ['my group.'],
  host: ['10.0.0.1'],
  issuer: ['https://login.example.com'],
  imsOrgId: ['0123456789ABCDEF01234567@AdobeOrg'],
  key: ['arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
  keyVault: ['contoso-cmk'],
  kinds: ['RUN_BLOCKED, RUN_FAILED'],
  length: [0, 1, 12345],
  line: [2],
  max: [1, 4000],
  min: [0, 60],
  location: ['West Europe'],
  mebibytes: [5],
  mutation: ['approve'],
  name: ['keyway-cmk'],
  needed: ['OWNER', 'APPROVER'],
  now: ['2026-11-24T00:10:00.000Z'],
  open: [['VAULT'], ['VAULT', 'KEY'], ['VAULT', 'KEY', 'ROLE']],
  openedAt: ['2026-11-24T00:10:00.000Z'],
  organization: ['Contoso'],
  part: ['Principal'],
  possible: [['AZURE', 'AWS']],
  prefix: ['sandbox-'],
  principal: ['AWS: *', 'Service: logs.amazonaws.com'],
  publicUrl: ['http://localhost:4000'],
  region: ['VA6'],
  required: [['name', 'imsOrgId', 'shield']],
  role: ['OPERATOR'],
  row: [2, 3000],
  scope: ['admin'],
  scopes: [['read', 'admin']],
  size: [2048],
  statement: ['Evil', '#5'],
  statements: [['Enable IAM User Permissions', '#5']],
  step: ['VAULT'],
  steps: [['ENTITLEMENT', 'VAULT']],
  stored: ['VA7', true, null],
  subscription: ['contoso'],
  text: ['It ended.'],
  track: ['AEP'],
  usableAt: ['2026-11-24T00:10:00.000Z'],
  valueCount: [1, 7],
  vault: ['contoso-cmk'],
  voided: [
    'evidenceChanged',
    'factsDiffer',
    'expired',
    'policyLoosened',
    'ownApproverRequired',
    'stored',
  ],
  value: ['admins'],
  why: ['No longer needed'],
};

const REASONS = Object.keys(REFUSALS) as RefusalReason[];

/** The reason with each example of each of its values. */
function refusalsOf(reason: RefusalReason): Refusal[] {
  const names: readonly ValueName[] = REFUSALS[reason].values;
  const count = Math.max(1, ...names.map((name) => EXAMPLES[name].length));
  return Array.from({ length: count }, (_, index) => ({
    code: REFUSALS[reason].code,
    reason,
    values: Object.fromEntries(
      names.map((name) => [name, EXAMPLES[name][index % EXAMPLES[name].length]!]),
    ),
  }));
}

describe.each(LOCALES)('refusals in %s', (locale: Locale) => {
  it('are complete', () =>
    expect(Object.keys(messagesIn(locale).refusals).toSorted()).toEqual(REASONS.toSorted()));

  it.each(REASONS.filter((reason) => reason !== 'keyIdentifierInvalid'))(
    '%s names its values',
    (reason) => {
      const message = parse(messagesIn(locale).refusals[reason], { ignoreTag: true });
      expect([...argumentsOf(message).keys()].toSorted()).toEqual(
        [...REFUSALS[reason].values].toSorted(),
      );
    },
  );

  it.each(REASONS)('%s reads well with every value', (reason) => {
    for (const refusal of refusalsOf(reason)) {
      const text = describeRefusal(refusal, locale);
      expect(flawsOf({ from: reason, kind: 'refusal', locale, text })).toEqual([]);
    }
  });
});

it('Spanish is a translation of every text', () => {
  const same = REASONS.filter((reason) =>
    refusalsOf(reason).some(
      (refusal) => describeRefusal(refusal, 'en') === describeRefusal(refusal, 'es'),
    ),
  );
  expect(same).toEqual([]);
});

describe('describeRefusal', () => {
  it('shows lists and times as people write them', () => {
    const locked = refuse('stepLocked', ['step'], { step: 'ROLE', open: ['VAULT', 'CONSENT'] });
    expect(describeRefusal(locked, 'en')).toBe('Role is locked. Complete Vault and Consent first.');
    expect(describeRefusal(locked, 'es')).toBe(
      'El paso Rol aún no está disponible. Complete primero Almacén y Consentimiento.',
    );
    const expired = refuse('approvalExpired', null, { expiresAt: '2026-11-24T00:10:00.000Z' });
    expect(describeRefusal(expired, 'en')).toBe(
      'The approval expired at 2026-11-24 00:10 UTC. Request approval again.',
    );
  });

  it('says what is wrong with a key identifier', () => {
    const refusal = refuse('keyIdentifierInvalid', ['keyIdentifier'], {
      given: 'http://contoso.vault.azure.net/keys/a',
    });
    expect(describeRefusal(refusal, 'en')).toContain('https://');
    expect(describeRefusal(refusal, 'es')).toContain('por https://');
  });

  it('joins the refusals of one line', () => {
    const refusals = [
      refuse('rowValueMissing', ['name']),
      refuse('rowValueNotListed', ['region'], { possible: ['VA7', 'NLD2'] }),
    ];
    expect(describeRefusals(refusals, 'en')).toBe(
      'This value is required. Also region: This value is not allowed. Allowed values: VA7 and NLD2.',
    );
    const example = [refuse('imsOrgIdMissing', ['imsOrgId']), refuse('rowValueMissing', ['name'])];
    expect(describeRefusals(example, 'es')).toMatch(
      /Ejemplo: \w+@AdobeOrg\. Además, name: Este valor es obligatorio\.$/,
    );
    expect(describeRefusals([], 'en')).toBe('');
  });
});
