/** KMS made the key material; imported material can expire (AWS-02). */
import { kmsKeyCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyMaterialIsOwn = kmsKeyCheck({
  order: 180,
  rules: ['AWS-02'],
  outcomes: {
    ok: 'PASS',
    imported: 'WARN',
    expiring: 'WARN',
    customStore: 'WARN',
    notStated: 'UNKNOWN',
  },
  evaluate: ({ origin, validTo }) => {
    const values = { origin, validTo };
    if (origin === 'AWS_KMS') return { outcome: 'ok', values };
    if (origin === 'EXTERNAL')
      return { outcome: validTo === null ? 'imported' : 'expiring', values };
    const isStore = origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE';
    return { outcome: isStore ? 'customStore' : 'notStated', values };
  },
});
