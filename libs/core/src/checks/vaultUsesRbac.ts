/**
 * Access is granted by Azure roles, not by access policies (VAL-13); absent or null means access
 * policies (KV-05).
 */
import { subjectCheck } from '../catalog/defineCheck.ts';

export const vaultUsesRbac = subjectCheck({
  step: 'VAULT',
  order: 70,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-13', 'KV-05', 'KV-06', 'RB-05', 'GAP-20'],
  outcomes: { ok: 'PASS', localRbac: 'PASS', accessPolicies: 'BLOCK' },
  evaluate: (vault, { key }) => {
    const values = { vault: key?.vault ?? null };
    if (vault.kind === 'managedHsm') return { outcome: 'localRbac', values };
    return { outcome: vault.enableRbacAuthorization === true ? 'ok' : 'accessPolicies', values };
  },
});
