/** The customer manages the key, whose policy can be changed (AWS-04). */
import { AWS_REGION_OF_VA6 } from '../inspectKeyArn.ts';
import { kmsKeyCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyIsCustomerManaged = kmsKeyCheck({
  order: 170,
  rules: ['AWS-04', 'AWS-02'],
  outcomes: { ok: 'PASS', awsManaged: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: ({ keyManager }) => {
    const values = { keyManager, region: AWS_REGION_OF_VA6 };
    if (keyManager === 'CUSTOMER') return { outcome: 'ok', values };
    return { outcome: keyManager === 'AWS' ? 'awsManaged' : 'notStated', values };
  },
});
