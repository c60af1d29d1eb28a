/** Decides which changes of runs can change the number of pending approvals. */
import type { RunsChangedSubscription } from '../generated/graphql.ts';

type RunChange = Pick<RunsChangedSubscription['runsChanged'], 'id' | 'waitingOn'>;

export class ApprovalWatch {
  /** By run, whether an approval was pending. */
  private readonly pending = new Map<string, boolean>();

  /**
   * `now`: the number has changed, or counts approvals of runs not seen yet, of which this
   * may be one. `later`: it may have, because the run is seen for the first time or has two tracks.
   *
   * @param count the number that is shown
   */
  check({ id, waitingOn }: RunChange, count = 0): 'now' | 'later' | 'never' {
    const before = this.pending.get(id);
    const after = waitingOn.includes('APPROVER');
    this.pending.set(id, after);
    if (after && before === undefined) return 'now';
    if (before === undefined) return count > 0 ? 'now' : 'later';
    if (before !== after) return 'now';
    return after ? 'later' : 'never';
  }
}
