/** What came of the checks that a bulk job started, as the run is now. */
import type { CheckResult } from './check.ts';
import { planSteps } from './plans/planFor.ts';
import type { Run } from './run.ts';
import { isObservedStep } from './stepStatus.ts';
import { TRACK_IDS, type StepId, type StepStatus, type TrackId } from './vocabulary.ts';

/** Every `BulkOutcome`, as in the enum of the public API. */
export const BULK_OUTCOMES = ['CHECKING', 'NEEDS_ATTENTION', 'WAITING', 'PASSED'] as const;
/**
 * Being checked; a step is blocked or failed; nothing is wrong, and a step is not done yet; every
 * step that Keyway checks is done.
 */
export type BulkOutcome = (typeof BULK_OUTCOMES)[number];

/** A step that is not done, with the checks that it does not pass. */
export interface BulkFinding {
  track: TrackId;
  step: StepId;
  status: StepStatus;
  checks: CheckResult[];
}

const isUnmet = ({ verdict, override }: CheckResult): boolean =>
  !override && (verdict === 'BLOCK' || verdict === 'UNKNOWN');

/**
 * The open steps that Keyway checks, and whatever is blocked or failed, in the order of the plan.
 * @param track of this one alone; null: of both
 */
export const bulkFindings = (run: Run, track: TrackId | null): BulkFinding[] =>
  TRACK_IDS.filter((id) => run.tracks[id].applicable && (track === null || id === track)).flatMap(
    (id) =>
      planSteps(run, id).flatMap(({ id: step }): BulkFinding[] => {
        const state = run.tracks[id].steps[step];
        switch (state?.status) {
          case 'BLOCKED':
          case 'FAILED':
            break;
          case 'READY':
          case 'WORKING':
          case 'WAITING':
            if (isObservedStep(step)) break;
            return [];
          default:
            return [];
        }
        return [{ track: id, step, status: state.status, checks: state.checks.filter(isUnmet) }];
      }),
  );
