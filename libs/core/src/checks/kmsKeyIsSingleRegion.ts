/** The key is no multi-Region key (AWS-02, AWS-10). */
import { AWS_REGION_OF_VA6 } from '../inspectKeyArn.ts';
import { kmsKeyCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyIsSingleRegion = kmsKeyCheck({
  order: 150,
  rules: ['AWS-02', 'AWS-10', 'VAL-29'],
  outcomes: { ok: 'PASS', multiRegion: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: ({ multiRegion }) => {
    const values = { region: AWS_REGION_OF_VA6 };
    if (multiRegion === null) return { outcome: 'notStated', values };
    return { outcome: multiRegion ? 'multiRegion' : 'ok', values };
  },
});
