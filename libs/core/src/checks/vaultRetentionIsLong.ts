/**
 * How long a deleted vault or key stays recoverable; fixed when the vault is made (VAL-12, IRR-03).
 * The warning below 90 is Keyway's choice.
 */
import { subjectCheck } from '../catalog/defineCheck.ts';

export const vaultRetentionIsLong = subjectCheck({
  step: 'VAULT',
  order: 60,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-12', 'KV-02', 'IRR-03'],
  outcomes: {
    ok: 'PASS',
    belowRecommended: 'WARN',
    short: 'WARN',
    notStated: 'WARN',
    outOfRange: 'BLOCK',
  },
  evaluate: (vault, { key }) => {
    const days = vault.softDeleteRetentionInDays;
    const values = { vault: key?.vault ?? null, days };
    if (days === null) return { outcome: 'notStated', values };
    if (days < 7 || days > 90) return { outcome: 'outOfRange', values };
    if (days < 30) return { outcome: 'short', values };
    return { outcome: days < 90 ? 'belowRecommended' : 'ok', values };
  },
});
