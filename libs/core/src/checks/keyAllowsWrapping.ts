/** The key may wrap and unwrap; further operations do no harm (VAL-19, AEP-14). */
import { subjectCheck } from '../catalog/defineCheck.ts';

const NEEDED = ['wrapKey', 'unwrapKey'];

export const keyAllowsWrapping = subjectCheck({
  step: 'KEY',
  order: 50,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-19', 'AEP-14', 'KEY-04', 'AL-04'],
  outcomes: { ok: 'PASS', lacking: 'BLOCK' },
  evaluate: ({ keyOps }, { key }) => {
    const allowed = new Set(keyOps.map((operation) => operation.toLowerCase()));
    const lacking = NEEDED.filter((operation) => !allowed.has(operation.toLowerCase()));
    const values = {
      key: key?.key ?? null,
      operations: keyOps.join(', ') || 'none',
      lacking: lacking.join(', '),
    };
    return { outcome: lacking.length > 0 ? 'lacking' : 'ok', values };
  },
});
