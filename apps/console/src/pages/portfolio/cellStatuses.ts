/** What the steps of rows are, by which the heads of their columns count and filter. */
import type { StepId, StepStatus, TrackId } from '../../generated/enums.ts';
import { RowCounts } from './changedRows.ts';
import { MATRIX_COLUMNS, findStep } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';

/** In the order of the menu, what needs somebody first. */
export const CELL_STATUSES = [
  ...(['BLOCKED', 'FAILED', 'REFUSED', 'WAITING', 'READY', 'WORKING', 'LOCKED', 'DONE'] as const),
] as const;
/** A step's status; of a refused approval, that it was refused. */
export type CellStatus = (typeof CELL_STATUSES)[number];

/** What a step is called that is so. */
export const cellText = (status: CellStatus) =>
  status === 'REFUSED' ? ('runStatus.REFUSED' as const) : (`status.${status}` as const);

const PROBLEMS: readonly CellStatus[] = ['BLOCKED', 'FAILED', 'REFUSED'];

export interface StepCell {
  track: TrackId;
  step: StepId;
  status: CellStatus;
}

/** As the address has it: `AEP-KEY-BLOCKED`. */
export const formatCell = ({ track, step, status }: StepCell): string =>
  `${track}-${step}-${status}`;

/** Null for what no step can be. */
export function parseCell(text: string): StepCell | null {
  const [track, step, status] = text.split('-');
  const column = MATRIX_COLUMNS.find((one) => one.track === track && one.step === step);
  const found = CELL_STATUSES.find((one) => one === status);
  return column && found && text.split('-').length === 3 ? { ...column, status: found } : null;
}

const toCellStatus = (status: StepStatus): CellStatus | undefined =>
  CELL_STATUSES.find((one) => one === status);

/** Every status of every step, in the order of the columns. */
const CELLS = MATRIX_COLUMNS.flatMap((column) =>
  CELL_STATUSES.map((status) => formatCell({ ...column, status })),
);

const byRow = new WeakMap<MatrixRow, Uint16Array>();

/** Places in `CELLS`, found once for each row; a cancelled run has none. */
function placesOf(row: MatrixRow): Uint16Array {
  const known = byRow.get(row);
  if (known) return known;
  const isCancelled = row.run?.status === 'CANCELLED';
  const places = (isCancelled ? [] : MATRIX_COLUMNS).flatMap((column, at) => {
    const step = findStep(row, column);
    const status = step?.isRefused ? 'REFUSED' : step && toCellStatus(step.status);
    return status ? [at * CELL_STATUSES.length + CELL_STATUSES.indexOf(status)] : [];
  });
  const found = Uint16Array.from(places);
  byRow.set(row, found);
  return found;
}

/** Those of which a step is so; all where the address names nothing that a step can be. */
export function filterByStep(
  rows: readonly MatrixRow[],
  status: string | undefined,
): readonly MatrixRow[] {
  if (status === undefined || !parseCell(status)) return rows;
  const place = CELLS.indexOf(status);
  return rows.filter((row) => placesOf(row).includes(place));
}

/** How many rows have each; what none has is absent. */
export type CellCounts = ReadonlyMap<string, number>;

export const cellCounts = () => new RowCounts(placesOf, CELLS.length);

/** @param kept counts of the rows before these */
export function countCells(
  rows: readonly MatrixRow[],
  kept: RowCounts<MatrixRow> = cellCounts(),
): CellCounts {
  const counts = kept.of(rows);
  return new Map(CELLS.flatMap((cell, place) => (counts[place] ? [[cell, counts[place]]] : [])));
}

/** Whether no number of a step differs. */
export const hasSameCounts = (
  one: CellCounts,
  other: CellCounts,
  column: { track: TrackId; step: StepId },
): boolean =>
  CELL_STATUSES.every((status) => {
    const cell = formatCell({ ...column, status });
    return one.get(cell) === other.get(cell);
  });

/** How many are blocked, failed or refused at a step. */
export const countProblems = (
  counts: CellCounts,
  column: { track: TrackId; step: StepId },
): number =>
  PROBLEMS.reduce((sum, status) => sum + (counts.get(formatCell({ ...column, status })) ?? 0), 0);
