/** The key is in the vault, and what was read is that key in that version (AEP-16). */
import { inspectKeyIdentifier, sameKey } from '../keyIdentifier.ts';
import { existenceCheck } from '../catalog/defineCheck.ts';

export const keyExists = existenceCheck({
  step: 'KEY',
  order: 20,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['AEP-16', 'AEP-13', 'REC-01'],
  outcomes: {
    ok: 'PASS',
    absent: 'BLOCK',
    otherKey: 'BLOCK',
    otherVersion: 'UNKNOWN',
    unclear: 'UNKNOWN',
  },
  evaluate: (key, { key: named }) => {
    const values = {
      key: named?.key ?? null,
      vault: named?.vault ?? null,
      version: named?.version ?? 'latest',
    };
    if (key.outcome === 'absent') return { outcome: 'absent', missing: true, values };
    const seen = inspectKeyIdentifier(key.value.keyIdentifier).keyIdentifier;
    if (!seen) return { outcome: 'unclear', values };
    const both = { ...values, seen: seen.normalized };
    if (named && !sameKey(named, seen)) return { outcome: 'otherKey', values: both };
    // Evaluating one version by the facts of another would be a guess.
    const sameVersion =
      !named?.version ||
      !seen.version ||
      named.version.toLowerCase() === seen.version.toLowerCase();
    return { outcome: sameVersion ? 'ok' : 'otherVersion', values: both };
  },
});
