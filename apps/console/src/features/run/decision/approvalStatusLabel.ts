/** The label of an approval's status. */
import type { TrackView } from '../data/runFields.ts';

/**
 * The status VOID has two labels: withdrawn by a person, or void because the evidence changed.
 */
export function approvalStatusLabel({
  status,
  withdrawnBy,
}: Pick<NonNullable<TrackView['approval']>, 'status' | 'withdrawnBy'>) {
  return status === 'VOID' && withdrawnBy
    ? 'run.approvalStatus.withdrawn'
    : (`run.approvalStatus.${status}` as const);
}
