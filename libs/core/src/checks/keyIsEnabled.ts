/**
 * The key's version is enabled; disabled blocks every operation and Adobe takes it for a revocation
 * (VAL-20, KEY-05, AL-04).
 */
import { checkSubject } from '../catalog/defineCheck.ts';
import { booleanOf } from './lenient.ts';

export const keyIsEnabled = checkSubject({
  step: 'KEY',
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-20', 'AEP-15', 'KEY-05', 'AL-04'],
  outcomes: { ok: 'PASS', disabled: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (keyFacts, { key }) => {
    const enabled = booleanOf(keyFacts.enabled);
    const values = { key: key?.key ?? null };
    if (enabled === null) return { outcome: 'notStated', values };
    return { outcome: enabled ? 'ok' : 'disabled', values };
  },
});
