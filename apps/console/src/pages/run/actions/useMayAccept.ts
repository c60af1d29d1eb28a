/**
 * Whether to offer accepting a check. Warnings are among the server's next actions; an overridable block of a house rule (GAP-19) is
 * not, so that the server's `overridable` and the viewer's role decide. The server has the last word either way.
 */
import { useRole } from '../../../shell/ViewerQuery.ts';
import type { TrackId } from '../../../generated/enums.ts';
import type { CheckView, RunView } from '../data/runFields.ts';
import { offered } from './RunActions.tsx';

export function useMayAccept(run: RunView, track: TrackId, check: CheckView): boolean {
  const drives = useRole('OWNER', 'OPERATOR');
  if (check.override || !check.overridable) return false;
  if (check.verdict === 'WARN') return offered(run, 'overrideCheck', track) !== null;
  if (check.verdict !== 'BLOCK') return false;
  // Past its point of no return a track takes no override any more.
  const own = run.tracks.find((one) => one.id === track);
  const ended = run.status === 'COMPLETED' || run.status === 'CANCELLED';
  return drives && !ended && !own?.submission && !own?.ticket;
}
