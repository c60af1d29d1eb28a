/** The key is in the region of the Adobe account (AWS-01 to AWS-03). */
import { AWS_REGION_OF_VA6 } from '../inspectKeyArn.ts';
import { kmsKeyCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyIsInRegion = kmsKeyCheck({
  order: 160,
  rules: ['AWS-03', 'AWS-01', 'AWS-02', 'REG-05'],
  outcomes: { ok: 'PASS', otherRegion: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: ({ arn }) => {
    const found = arn.split(':')[3] || null;
    const values = { found, region: AWS_REGION_OF_VA6 };
    if (found === null) return { outcome: 'notStated', values };
    return { outcome: found === AWS_REGION_OF_VA6 ? 'ok' : 'otherRegion', values };
  },
});
