/** The key is in KMS, and what was read is that key (AWS-02, VAL-29). */
import { kmsExistenceCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyExists = kmsExistenceCheck({
  order: 120,
  rules: ['VAL-29', 'AWS-02', 'AWS-09'],
  outcomes: { ok: 'PASS', absent: 'BLOCK', otherKey: 'BLOCK' },
  evaluate: (key, { keyIdentifierText: arn = null }) => {
    if (key.outcome === 'absent') return { outcome: 'absent', missing: true, values: { arn } };
    const values = { arn, seen: key.value.arn };
    return { outcome: arn === null || key.value.arn === arn ? 'ok' : 'otherKey', values };
  },
});
