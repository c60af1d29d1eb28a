/** The identifier the track was given is one of a key in the public cloud, with its version (VAL-01 to VAL-07). */
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import { checkFacts } from './defineCheck.ts';

export const keyIdentifierIsValid = checkFacts({
  step: 'KEY',
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-01', 'VAL-02', 'VAL-03', 'VAL-04', 'VAL-05', 'VAL-06', 'VAL-07', 'KID-01', 'KID-04', 'GAP-03'],
  needsSubject: false,
  outcomes: { ok: 'PASS', noVersion: 'WARN', unusualVersion: 'WARN', trailingSlash: 'WARN', invalid: 'BLOCK', notNamed: 'UNKNOWN' },
  judge: (_facts, { key, keyIdentifierText, track }) => {
    const text = keyIdentifierText ?? key?.normalized;
    if (text === undefined) return { outcome: 'notNamed' };
    const { verdict, notes, problems, keyIdentifier } = inspectKeyIdentifier(text, { track });
    const values = { identifier: keyIdentifier?.normalized ?? null };
    if (verdict === 'BLOCK') return { outcome: 'invalid', values: { ...values, problems: problems.join(' ') } };
    if (verdict === 'PASS') return { outcome: 'ok', values };
    return { outcome: notes.noVersion ? 'noVersion' : notes.unusualVersion ? 'unusualVersion' : 'trailingSlash', values };
  },
});
