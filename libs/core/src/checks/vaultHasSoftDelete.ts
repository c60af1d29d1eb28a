/**
 * A deleted vault can be recovered (VAL-11). Purge protection implies it, and a Managed HSM always
 * has it (HSM-02).
 */
import { subjectCheck } from '../catalog/defineCheck.ts';

export const vaultHasSoftDelete = subjectCheck({
  step: 'VAULT',
  order: 50,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-11', 'KV-01', 'HSM-02'],
  outcomes: { ok: 'PASS', implied: 'PASS', alwaysOn: 'PASS', off: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (vault, { key }) => {
    const values = { vault: key?.vault ?? null };
    const stated = vault.enableSoftDelete;
    if (stated !== null) return { outcome: stated ? 'ok' : 'off', values };
    if (vault.kind === 'managedHsm') return { outcome: 'alwaysOn', values };
    return { outcome: vault.enablePurgeProtection === true ? 'implied' : 'notStated', values };
  },
});
