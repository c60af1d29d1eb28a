/** The key may wrap and unwrap; further operations do no harm (VAL-19, AEP-14). */
import { checkSubject } from '../catalog/defineCheck.ts';
import { textsOf } from './lenient.ts';

const NEEDED = ['wrapKey', 'unwrapKey'];

export const keyAllowsWrapping = checkSubject({
  step: 'KEY',
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-19', 'AEP-14', 'KEY-04', 'AL-04'],
  outcomes: { ok: 'PASS', lacking: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (keyFacts, { key }) => {
    const allowed = textsOf(keyFacts.keyOps);
    if (allowed === null) return { outcome: 'notStated', values: { key: key?.key ?? null } };
    const lower = new Set(allowed.map((operation) => operation.toLowerCase()));
    const lacking = NEEDED.filter((operation) => !lower.has(operation.toLowerCase()));
    const values = {
      key: key?.key ?? null,
      operations: allowed.join(', ') || 'none',
      lacking: lacking.join(', '),
    };
    return { outcome: lacking.length > 0 ? 'lacking' : 'ok', values };
  },
});
