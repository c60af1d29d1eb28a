/** The check of a configuration's name, shown before it is submitted (VAL-26, GAP-01). */
import type { CheckResult } from './check.ts';
import { validateConfigurationName } from './checks/configurationNameIsSafe.ts';
import { namedActor } from './eventActor.ts';
import { earlierSubmission } from './heldConfiguration.ts';
import type { Approval, RunDraft } from './run.ts';
import type { Instant, TrackId } from './vocabulary.ts';

/** The result of `configurationNameIsSafe` for a name (VAL-26), evaluated at `now`. */
export const checkConfigurationName = (name: string, now: Instant): CheckResult => ({
  check: 'configurationNameIsSafe',
  ...validateConfigurationName(name),
  checkedAt: now,
});

/** The name that a request in bulk is for, and that is proposed elsewhere. */
export const PROPOSED_CONFIGURATION_NAME = 'keyway-cmk';

/** The only name that may follow a send whose outcome is not known (GAP-31); null: any. */
export function onlyConfigurationName(run: RunDraft): string | null {
  const earlier = earlierSubmission(run);
  return earlier?.outcome === 'unknown' ? earlier.name : null;
}

/** The name that a request is for: the given one, else the only one that may follow; null: any. */
export const nameToApprove = (run: RunDraft, given: string | null): string | null =>
  given ?? onlyConfigurationName(run);

/** The only name that can be submitted by the track's approval; null: any, or none. */
export function approvedName(run: RunDraft, track: TrackId): string | null {
  const { configurationName = null, status } = run.tracks[track].approval ?? {};
  const isOpen = status === 'requested' || status === 'approved';
  // An earlier version took such a request as one for any name.
  return track === 'AEP' && isOpen ? nameToApprove(run, configurationName) : configurationName;
}

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
