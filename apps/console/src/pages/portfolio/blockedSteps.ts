/** The steps at which runs are blocked, which is no task: nobody does it in Keyway. */
import type { StepId, TrackId } from '../../generated/enums.ts';
import { isClosed } from '../../features/work/findWaitStart.ts';
import { findStep, MATRIX_COLUMNS } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';

export interface BlockedStep {
  runId: string;
  organization: string;
  track: TrackId;
  step: StepId;
  since: string;
}

const byRow = new WeakMap<MatrixRow, readonly BlockedStep[]>();

/** Found once for each row; a run that is over is not blocked any more. */
function blockedOf(row: MatrixRow): readonly BlockedStep[] {
  const known = byRow.get(row);
  if (known) return known;
  const { run, name: organization } = row;
  const found =
    run === null || isClosed(run)
      ? []
      : MATRIX_COLUMNS.flatMap((column) => {
          const step = findStep(row, column);
          return step?.status === 'BLOCKED'
            ? [{ runId: run.id, organization, ...column, since: step.since }]
            : [];
        });
  byRow.set(row, found);
  return found;
}

/** Those that have been blocked longest first. */
export const listBlocked = (rows: readonly MatrixRow[]): readonly BlockedStep[] =>
  rows
    .flatMap(blockedOf)
    .toSorted(
      (one, other) =>
        Date.parse(one.since) - Date.parse(other.since) ||
        one.organization.localeCompare(other.organization),
    );
