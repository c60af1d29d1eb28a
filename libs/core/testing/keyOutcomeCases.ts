/** The part of `OUTCOME_CASES` about the KEY step. Imported by tests only. */
import type { CheckContext } from '../src/check.ts';
import { inspectKeyIdentifier } from '../src/keyIdentifier.ts';
import { absent, aVault, keyStep } from './exampleFacts.ts';
import type { OutcomeCase } from './outcomeCases.ts';

const VERSION = '02cee357ad5d4c72b2b04881fdffd626';
const NEWER = '7c1d50aa28234cc895534c00d7eb4eb4';
const named = (text: string): CheckContext['key'] => inspectKeyIdentifier(text).keyIdentifier;
const epoch = (instant: string): number => Date.parse(instant) / 1000;

export const KEY_OUTCOME_CASES: readonly OutcomeCase[] = [
  { check: 'keyIdentifierIsValid', outcome: 'ok', facts: keyStep() },
  {
    check: 'keyIdentifierIsValid',
    outcome: 'noVersion',
    facts: keyStep(),
    context: { key: named('https://contoso-cmk.vault.azure.net/keys/ajo-cmk') },
  },
  {
    check: 'keyIdentifierIsValid',
    outcome: 'olderVersion',
    facts: keyStep({ current: { version: NEWER, enabled: true } }),
  },
  {
    check: 'keyIdentifierIsValid',
    outcome: 'unusualVersion',
    facts: keyStep(),
    context: {
      keyIdentifierText: `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${'l'.repeat(32)}`,
    },
  },
  {
    check: 'keyIdentifierIsValid',
    outcome: 'trailingSlash',
    facts: keyStep(),
    context: { keyIdentifierText: `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}/` },
  },
  {
    check: 'keyIdentifierIsValid',
    outcome: 'invalid',
    facts: keyStep(),
    context: { keyIdentifierText: 'https://contoso-cmk.vault.azure.net' },
  },
  { check: 'keyIdentifierIsValid', outcome: 'notNamed', facts: keyStep(), context: { key: null } },
  { check: 'keyExists', outcome: 'ok', facts: keyStep() },
  { check: 'keyExists', outcome: 'absent', facts: { step: 'KEY', key: absent() } },
  {
    check: 'keyExists',
    outcome: 'otherKey',
    facts: keyStep({ keyIdentifier: `https://contoso-cmk.vault.azure.net/keys/other/${VERSION}` }),
  },
  {
    check: 'keyExists',
    outcome: 'otherVersion',
    facts: keyStep({
      keyIdentifier: `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${'0'.repeat(32)}`,
    }),
  },
  { check: 'keyExists', outcome: 'unclear', facts: keyStep({ keyIdentifier: 'nonsense' }) },
  { check: 'keyTypeIsRsa', outcome: 'ok', facts: keyStep() },
  { check: 'keyTypeIsRsa', outcome: 'otherType', facts: keyStep({ kty: 'EC-HSM' }) },
  {
    check: 'keyTypeIsRsa',
    outcome: 'hsmKeyInStandardVault',
    facts: keyStep(),
    context: { vault: aVault({ skuName: 'standard' }) },
  },
  { check: 'keyIsLongEnough', outcome: 'ok', facts: keyStep({ bits: 4096 }) },
  { check: 'keyIsLongEnough', outcome: 'short', facts: keyStep({ bits: 3027 }) },
  { check: 'keyIsLongEnough', outcome: 'notStated', facts: keyStep({ bits: null }) },
  {
    check: 'keyAllowsWrapping',
    outcome: 'ok',
    facts: keyStep({ keyOps: ['encrypt', 'unwrapKey', 'wrapKey'] }),
  },
  { check: 'keyAllowsWrapping', outcome: 'lacking', facts: keyStep({ keyOps: ['unwrapKey'] }) },
  { check: 'keyIsEnabled', outcome: 'ok', facts: keyStep() },
  { check: 'keyIsEnabled', outcome: 'disabled', facts: keyStep({ enabled: false }) },
  { check: 'keyIsEnabled', outcome: 'notStated', facts: keyStep({ enabled: null }) },
  { check: 'keyIsActive', outcome: 'noDate', facts: keyStep() },
  {
    check: 'keyIsActive',
    outcome: 'ok',
    facts: keyStep({ notBefore: epoch('2026-11-24T00:00:00Z') }),
  },
  {
    check: 'keyIsActive',
    outcome: 'notYet',
    facts: keyStep({ notBefore: epoch('2026-11-24T00:00:01Z') }),
  },
  { check: 'keyIsActive', outcome: 'notStated', facts: keyStep({ notBefore: 1e300 }) },
  { check: 'keyIsNotExpiring', outcome: 'noDate', facts: keyStep() },
  {
    check: 'keyIsNotExpiring',
    outcome: 'expired',
    facts: keyStep({ expires: epoch('2026-11-24T00:00:00Z') }),
  },
  {
    check: 'keyIsNotExpiring',
    outcome: 'soon',
    facts: keyStep({ expires: epoch('2026-12-24T00:00:00Z'), rotationActions: ['rotate'] }),
  },
  {
    check: 'keyIsNotExpiring',
    outcome: 'rotates',
    facts: keyStep({
      expires: epoch('2026-12-24T00:00:01Z'),
      rotationActions: ['notify', 'rotate'],
    }),
  },
  {
    check: 'keyIsNotExpiring',
    outcome: 'noRotation',
    facts: keyStep({ expires: epoch('2027-12-24T00:00:00Z'), rotationActions: ['notify'] }),
  },
  {
    check: 'keyIsNotExpiring',
    outcome: 'rotationNotRead',
    facts: keyStep({ expires: epoch('2027-12-24T00:00:00Z'), rotationActions: null }),
  },
  {
    check: 'keyIsNotExpiring',
    outcome: 'notStated',
    facts: keyStep({ expires: 1e300 }),
  },
  { check: 'keyIsRecoverable', outcome: 'ok', facts: keyStep() },
  { check: 'keyIsRecoverable', outcome: 'impliedByVault', facts: keyStep({ recoveryLevel: null }) },
  {
    check: 'keyIsRecoverable',
    outcome: 'purgeable',
    facts: keyStep({ recoveryLevel: 'CustomizedRecoverable+Purgeable' }),
  },
  {
    check: 'keyIsRecoverable',
    outcome: 'notStated',
    facts: keyStep({ recoveryLevel: null }),
    context: { vault: null },
  },
];
