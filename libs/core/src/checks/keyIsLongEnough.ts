/**
 * At least 3072 bits (VAL-18); Adobe's reason is Cosmos DB, and its printed 3027 is a typo (GAP-27,
 * GAP-28).
 */
import { subjectCheck } from '../catalog/defineCheck.ts';

const MIN_BITS = 3072;

export const keyIsLongEnough = subjectCheck({
  step: 'KEY',
  order: 40,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-18', 'AEP-13', 'KEY-01', 'GAP-27', 'GAP-28', 'IRR-08'],
  outcomes: { ok: 'PASS', short: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (keyFacts, { key }) => {
    const bits = keyFacts.bits;
    const values = { key: key?.key ?? null, bits };
    if (bits === null || bits <= 0) return { outcome: 'notStated', values };
    return { outcome: bits >= MIN_BITS ? 'ok' : 'short', values };
  },
});
