/**
 * No other organization of this partner depends on the same KMS key: one change could purge two
 * organizations' data (VAL-09).
 */
import { kmsContextCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyIsNotShared = kmsContextCheck({
  order: 200,
  rules: ['VAL-09', 'AWS-12'],
  outcomes: { ok: 'PASS', shared: 'WARN' },
  evaluate: ({ otherOrganizations: count }, arn) =>
    // Facts of earlier versions don't say it; they are read again.
    count === undefined ? null : { outcome: count > 0 ? 'shared' : 'ok', values: { arn, count } },
});
