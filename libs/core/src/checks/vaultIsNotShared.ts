/**
 * No other organization of this partner depends on the same vault: one change could purge two
 * organizations' data (VAL-09).
 */
import { contextCheck } from '../catalog/defineCheck.ts';

export const vaultIsNotShared = contextCheck({
  step: 'VAULT',
  order: 30,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-09'],
  outcomes: { ok: 'PASS', shared: 'WARN' },
  evaluate: ({ otherOrganizations: count }, { key }) => ({
    outcome: count > 0 ? 'shared' : 'ok',
    values: { vault: key?.vault ?? null, count },
  }),
});
