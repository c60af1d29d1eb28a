/** The check of a configuration's name, shown before it is submitted (VAL-26, GAP-01). */
import type { CheckResult } from './check.ts';
import { validateConfigurationName } from './checks/configurationNameIsSafe.ts';
import { namedActor } from './eventActor.ts';
import type { Approval } from './run.ts';
import type { Instant } from './vocabulary.ts';

/** The result of `configurationNameIsSafe` for a name (VAL-26), evaluated at `now`. */
export const checkConfigurationName = (name: string, now: Instant): CheckResult => ({
  check: 'configurationNameIsSafe',
  ...validateConfigurationName(name),
  checkedAt: now,
});

/** The check of an approval's name; approving accepts its warning. Null where it has no name. */
export function approvedNameCheck({
  configurationName = null,
  requestedAt,
  status,
  decidedBy,
  decidedAt,
  comment,
}: Approval): CheckResult | null {
  if (configurationName === null) return null;
  const result = checkConfigurationName(configurationName, requestedAt);
  const isAccepted = result.verdict === 'WARN' && (status === 'approved' || status === 'spent');
  if (!isAccepted || decidedBy === null || decidedAt === null) return result;
  return {
    ...result,
    override: { reason: comment ?? 'Approved.', by: namedActor(decidedBy), at: decidedAt },
  };
}
