/** A deleted key cannot be purged early: its own proof of purge protection (VAL-23, KEY-06). */
import { checkSubject } from '../catalog/defineCheck.ts';
import { lowerOf, textOf } from './lenient.ts';

const SAFE = new Set([
  'recoverable',
  'recoverable+protectedsubscription',
  'customizedrecoverable',
  'customizedrecoverable+protectedsubscription',
]);

export const keyIsRecoverable = checkSubject({
  step: 'KEY',
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-23', 'KEY-06', 'IRR-06'],
  outcomes: { ok: 'PASS', impliedByVault: 'PASS', purgeable: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (keyFacts, { key, vault }) => {
    const level = lowerOf(keyFacts.recoveryLevel);
    const values = { key: key?.key ?? null, level: textOf(keyFacts.recoveryLevel) };
    if (level?.includes('purgeable')) return { outcome: 'purgeable', values };
    if (level !== null && SAFE.has(level)) return { outcome: 'ok', values };
    return {
      outcome:
        level === null && vault?.enablePurgeProtection === true ? 'impliedByVault' : 'notStated',
      values,
    };
  },
});
