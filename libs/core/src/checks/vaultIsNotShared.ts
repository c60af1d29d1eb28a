/**
 * No other organization of this partner depends on the same vault: one change could purge two
 * organizations' data (VAL-09).
 */
import { checkFacts } from '../catalog/defineCheck.ts';
import { numberOf } from './lenient.ts';

export const vaultIsNotShared = checkFacts({
  step: 'VAULT',
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-09'],
  needsSubject: false,
  outcomes: { ok: 'PASS', shared: 'WARN', unclear: 'UNKNOWN' },
  evaluate: ({ otherOrganizations }, { key }) => {
    const count = numberOf(otherOrganizations);
    if (count === null) return { outcome: 'unclear' };
    return { outcome: count > 0 ? 'shared' : 'ok', values: { vault: key?.vault ?? null, count } };
  },
});
