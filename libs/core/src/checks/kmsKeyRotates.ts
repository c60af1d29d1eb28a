/** KMS rotates the key automatically, which is off by default (ROT-09). */
import { kmsRotationCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyRotates = kmsRotationCheck({
  order: 190,
  rules: ['ROT-09'],
  outcomes: { ok: 'PASS', off: 'WARN', notRead: 'WARN', notStated: 'UNKNOWN' },
  evaluate: ({ enabled, periodInDays }, arn) => {
    const values = { arn, periodInDays };
    if (enabled === null) return { outcome: 'notStated', values };
    return { outcome: enabled ? 'ok' : 'off', values };
  },
});
