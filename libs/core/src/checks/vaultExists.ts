/** The vault the key identifier names is there, and is the one that was read (AEP-06). */
import { existenceCheck } from '../catalog/defineCheck.ts';

export const vaultExists = existenceCheck({
  step: 'VAULT',
  order: 10,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['AEP-06', 'AEP-03', 'KV-08'],
  outcomes: {
    ok: 'PASS',
    absent: 'BLOCK',
    deleted: 'BLOCK',
    otherVault: 'BLOCK',
  },
  evaluate: (vault, { key }, { deletedVault }) => {
    const named = key?.vault ?? null;
    if (vault.outcome === 'seen') {
      const { name, kind, location, resourceId } = vault.value;
      const values = { named, vault: name, location, resourceId };
      // An entered resource ID may be of another vault than the identifier that will be sent.
      if (key && (name.toLowerCase() !== key.vault.toLowerCase() || kind !== key.kind))
        return { outcome: 'otherVault', values };
      return { outcome: 'ok', values };
    }
    if (!deletedVault)
      return { outcome: 'absent', missing: true, values: { vault: named, purgeDate: null } };
    return {
      outcome: 'deleted',
      values: { vault: deletedVault.name, purgeDate: deletedVault.scheduledPurgeDate },
    };
  },
});
