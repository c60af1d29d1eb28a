/** The tier is one Adobe supports: Standard, Premium or Managed HSM (VAL-14, AEP-04). */
import { lowerCase } from '../lowerCase.ts';
import { subjectCheck } from '../catalog/defineCheck.ts';

export const vaultSkuIsSupported = subjectCheck({
  step: 'VAULT',
  order: 80,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-14', 'AEP-04', 'KV-07', 'GAP-11'],
  outcomes: { ok: 'PASS', managedHsm: 'PASS', unsupported: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (vault, { key }) => {
    const values = {
      vault: key?.vault ?? null,
      sku: vault.skuName ?? vault.skuFamily,
    };
    if (vault.kind === 'managedHsm') {
      const family = lowerCase(vault.skuFamily);
      return { outcome: family === null || family === 'b' ? 'managedHsm' : 'unsupported', values };
    }
    const name = lowerCase(vault.skuName);
    if (name === null) return { outcome: 'notStated', values };
    return { outcome: name === 'standard' || name === 'premium' ? 'ok' : 'unsupported', values };
  },
});
