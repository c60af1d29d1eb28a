/**
 * The identifier names a key of the public cloud with its current version (VAL-01 to VAL-07,
 * AEP-35). Adobe keeps only vault and key, and uses the current version (API-09).
 */
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import { contextCheck } from '../catalog/defineCheck.ts';

export const keyIdentifierIsValid = contextCheck({
  step: 'KEY',
  order: 10,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: [
    'VAL-01',
    'VAL-02',
    'VAL-03',
    'VAL-04',
    'VAL-05',
    'VAL-06',
    'VAL-07',
    'KID-01',
    'KID-04',
    'GAP-03',
    'AEP-35',
    'API-09',
  ],
  outcomes: {
    ok: 'PASS',
    noVersion: 'WARN',
    olderVersion: 'WARN',
    unusualVersion: 'WARN',
    trailingSlash: 'WARN',
    invalid: 'BLOCK',
    notNamed: 'UNKNOWN',
  },
  evaluate: ({ key: seen }, { key, keyIdentifierText, track }) => {
    const text = keyIdentifierText ?? key?.normalized;
    if (text === undefined) return { outcome: 'notNamed' };
    const { verdict, notes, keyIdentifier } = inspectKeyIdentifier(text, { track });
    const values = { identifier: keyIdentifier?.normalized ?? null };
    if (verdict === 'BLOCK') return { outcome: 'invalid', values: { ...values, given: text } };
    const current = seen.outcome === 'seen' ? seen.value.current : undefined;
    const version = keyIdentifier?.version;
    if (current && version && current.version.toLowerCase() !== version.toLowerCase())
      return {
        outcome: 'olderVersion',
        values: { ...values, version, current: current.version, enabled: current.enabled },
      };
    if (verdict === 'PASS') return { outcome: 'ok', values };
    return {
      outcome: notes.noVersion
        ? 'noVersion'
        : notes.unusualVersion
          ? 'unusualVersion'
          : 'trailingSlash',
      values,
    };
  },
});
