/** The vault the key identifier names is there, and is the one that was read (AEP-06). */
import type { CheckValues } from '../check.ts';
import { checkFacts } from '../catalog/defineCheck.ts';
import { lowerOf, textOf } from './lenient.ts';

export const vaultExists = checkFacts({
  step: 'VAULT',
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['AEP-06', 'AEP-03', 'KV-08'],
  needsSubject: true,
  outcomes: {
    ok: 'PASS',
    absent: 'BLOCK',
    deleted: 'BLOCK',
    otherVault: 'BLOCK',
    unclear: 'UNKNOWN',
  },
  evaluate: ({ vault, deletedVault }, { key }) => {
    const named = key?.vault ?? null;
    if (vault?.outcome === 'seen') {
      const name = lowerOf(vault.value?.name);
      const values: CheckValues = {
        named,
        vault: textOf(vault.value?.name),
        location: textOf(vault.value?.location),
        resourceId: textOf(vault.value?.resourceId),
      };
      if (name === null) return { outcome: 'unclear' };
      // A resource ID given by hand may be of another vault than the identifier that will be sent.
      if (key && (name !== key.vault.toLowerCase() || vault.value.kind !== key.kind))
        return { outcome: 'otherVault', values };
      return { outcome: 'ok', values };
    }
    if (vault?.outcome !== 'absent') return { outcome: 'unclear' };
    if (!deletedVault)
      return { outcome: 'absent', missing: true, values: { vault: named, purgeDate: null } };
    return {
      outcome: 'deleted',
      values: {
        vault: textOf(deletedVault.name) ?? named,
        purgeDate: textOf(deletedVault.scheduledPurgeDate),
      },
    };
  },
});
