/** The steps at which runs are blocked, which is no task: nobody does it in Keyway. */
import type { Actor, StepId, TrackId } from '../../generated/enums.ts';
import { isClosed } from '../../features/work/findWaitStart.ts';
import { compareNames } from '../../features/organization/compareNames.ts';
import { whereRowsMatter } from './changedRows.ts';
import { findStep, MATRIX_COLUMNS } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';

export interface BlockedStep {
  runId: string;
  organizationId: string;
  organization: string;
  track: TrackId;
  step: StepId;
  actor: Actor;
  since: string;
  /** The same in milliseconds: thousands are compared at every change. */
  at: number;
}

const whenOf = (since: string) => ({ since, at: Date.parse(since) });

const byRow = new WeakMap<MatrixRow, readonly BlockedStep[]>();

/** Found once for each row; a run that is over is not blocked any more. */
function blockedOf(row: MatrixRow): readonly BlockedStep[] {
  const known = byRow.get(row);
  if (known) return known;
  const { run, name: organization, organizationId } = row;
  const where = { organizationId, organization };
  const found =
    run === null || isClosed(run)
      ? []
      : MATRIX_COLUMNS.flatMap((column) => {
          const step = findStep(row, column);
          return step?.status === 'BLOCKED'
            ? [{ ...where, runId: run.id, ...column, actor: step.actor, ...whenOf(step.since) }]
            : [];
        });
  byRow.set(row, found);
  return found;
}

/** Those that have been blocked longest first, then by name: as rows are, few compares are left. */
export function listBlocked(rows: readonly MatrixRow[]): readonly BlockedStep[] {
  const found: BlockedStep[] = [];
  for (const row of rows) for (const step of blockedOf(row)) found.push(step);
  return found.toSorted(
    (one, other) => one.at - other.at || compareNames(one.organization, other.organization),
  );
}

/** The same list while no row changes that is or was blocked. */
export const blockedLister = () =>
  whereRowsMatter((row: MatrixRow) => blockedOf(row).length > 0, listBlocked);
