/**
 * The key's version is enabled; disabled blocks every operation and Adobe treats it as a revocation
 * (VAL-20, KEY-05, AL-04).
 */
import { subjectCheck } from '../catalog/defineCheck.ts';

export const keyIsEnabled = subjectCheck({
  step: 'KEY',
  order: 60,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-20', 'AEP-15', 'KEY-05', 'AL-04'],
  outcomes: { ok: 'PASS', disabled: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: ({ enabled }, { key }) => {
    const values = { key: key?.key ?? null };
    if (enabled === null) return { outcome: 'notStated', values };
    return { outcome: enabled ? 'ok' : 'disabled', values };
  },
});
