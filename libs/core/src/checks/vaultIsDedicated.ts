/** CJA's key is in a vault of its own, not in the one AEP uses (VAL-08, CJA-04). */
import { sameVault } from '../keyIdentifier.ts';
import { contextCheck } from '../catalog/defineCheck.ts';

export const vaultIsDedicated = contextCheck({
  step: 'VAULT',
  order: 20,
  tracks: ['CJA'],
  overridableOn: [],
  rules: ['VAL-08', 'CJA-04', 'KID-07'],
  outcomes: { ok: 'PASS', otherNotNamed: 'PASS', shared: 'BLOCK' },
  evaluate: (_facts, { key, otherKey }) => {
    if (!key || !otherKey)
      return { outcome: 'otherNotNamed', values: { vault: key?.vault ?? null, otherVault: null } };
    return {
      outcome: sameVault(key, otherKey) ? 'shared' : 'ok',
      values: { vault: key.vault, otherVault: otherKey.vault },
    };
  },
});
