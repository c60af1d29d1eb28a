/** Nobody can purge the vault before its time (VAL-10); absent means off (KV-04). */
import { subjectCheck } from '../catalog/defineCheck.ts';

export const vaultHasPurgeProtection = subjectCheck({
  step: 'VAULT',
  order: 40,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-10', 'KV-03', 'KV-04', 'IRR-02'],
  outcomes: { ok: 'PASS', off: 'BLOCK' },
  evaluate: (vault, { key }) => ({
    outcome: vault.enablePurgeProtection === true ? 'ok' : 'off',
    values: { vault: key?.vault ?? null },
  }),
});
