/** A deleted key cannot be purged early: its own proof of purge protection (VAL-23, KEY-06). */
import { lowerCase } from '../lowerCase.ts';
import { subjectCheck } from '../catalog/defineCheck.ts';

const SAFE = new Set([
  'recoverable',
  'recoverable+protectedsubscription',
  'customizedrecoverable',
  'customizedrecoverable+protectedsubscription',
]);

export const keyIsRecoverable = subjectCheck({
  step: 'KEY',
  order: 90,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-23', 'KEY-06', 'IRR-06'],
  outcomes: { ok: 'PASS', impliedByVault: 'PASS', purgeable: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (keyFacts, { key, vault }) => {
    const level = lowerCase(keyFacts.recoveryLevel);
    const values = { key: key?.key ?? null, level: keyFacts.recoveryLevel };
    if (level?.includes('purgeable')) return { outcome: 'purgeable', values };
    if (level !== null && SAFE.has(level)) return { outcome: 'ok', values };
    return {
      outcome:
        level === null && vault?.enablePurgeProtection === true ? 'impliedByVault' : 'notStated',
      values,
    };
  },
});
