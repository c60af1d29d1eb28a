/** The tier is one Adobe supports: Standard, Premium or Managed HSM (VAL-14, AEP-04). */
import { checkSubject } from '../catalog/defineCheck.ts';
import { lowerOf, textOf } from './lenient.ts';

export const vaultSkuIsSupported = checkSubject({
  step: 'VAULT',
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-14', 'AEP-04', 'KV-07', 'GAP-11'],
  outcomes: { ok: 'PASS', managedHsm: 'PASS', unsupported: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (vault, { key }) => {
    const values = {
      vault: key?.vault ?? null,
      sku: textOf(vault.skuName) ?? textOf(vault.skuFamily),
    };
    if (vault.kind === 'managedHsm') {
      const family = lowerOf(vault.skuFamily);
      return { outcome: family === null || family === 'b' ? 'managedHsm' : 'unsupported', values };
    }
    const name = lowerOf(vault.skuName);
    if (name === null) return { outcome: 'notStated', values };
    return { outcome: name === 'standard' || name === 'premium' ? 'ok' : 'unsupported', values };
  },
});
