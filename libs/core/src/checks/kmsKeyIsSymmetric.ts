/** The key is symmetric, for encrypting and decrypting (AWS-02). */
import { AWS_REGION_OF_VA6 } from '../inspectKeyArn.ts';
import { kmsKeyCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyIsSymmetric = kmsKeyCheck({
  order: 130,
  rules: ['AWS-02', 'VAL-29'],
  outcomes: { ok: 'PASS', asymmetric: 'BLOCK', otherUsage: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: ({ keySpec, keyUsage }) => {
    const values = { keySpec, keyUsage, region: AWS_REGION_OF_VA6 };
    if (keySpec === null || keyUsage === null) return { outcome: 'notStated', values };
    if (keySpec !== 'SYMMETRIC_DEFAULT') return { outcome: 'asymmetric', values };
    return { outcome: keyUsage === 'ENCRYPT_DECRYPT' ? 'ok' : 'otherUsage', values };
  },
});
