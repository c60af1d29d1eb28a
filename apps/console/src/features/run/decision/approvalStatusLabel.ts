import type { TrackView } from '../data/runFields.ts';

/**
 * Where an approval stands. A withdrawn one is void because somebody wanted it, not because the
 * evidence changed.
 */
export function approvalStatusLabel({
  status,
  withdrawnBy,
}: Pick<NonNullable<TrackView['approval']>, 'status' | 'withdrawnBy'>) {
  return status === 'VOID' && withdrawnBy
    ? 'run.approvalStatus.withdrawn'
    : (`run.approvalStatus.${status}` as const);
}
