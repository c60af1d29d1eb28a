/** The cell that a key leads to: the ARIA grid pattern, with `j` and `k` for rows. */
import { MATRIX_COLUMNS } from './matrixRows.ts';

export interface CellAt {
  /** Index in the shown rows. */
  row: number;
  /** 0 is the organization, 1 the run, 2 whose work it is, 3 the health, then the steps. */
  column: number;
}

/** The active cell. It belongs to an organization, so that it stays there when rows change. */
export interface ActiveCell extends CellAt {
  /** Undefined until a key has moved the cell. */
  organizationId?: string;
}

/** The position of the active cell; the nearest if its organization or its column is gone. */
export function findActiveCell(
  active: ActiveCell,
  rows: readonly { organizationId: string }[],
  columns: readonly number[] = ALL_COLUMNS,
): CellAt {
  const found =
    active.organizationId === undefined
      ? -1
      : rows.findIndex((row) => row.organizationId === active.organizationId);
  return {
    row: found >= 0 ? found : Math.min(active.row, Math.max(0, rows.length - 1)),
    column: columns.findLast((column) => column <= active.column) ?? 0,
  };
}

/** The column of the health of the keys. */
export const HEALTH_COLUMN = 3;
/** The column of the first step. */
export const FIRST_STEP = 4;
export const COLUMN_COUNT = MATRIX_COLUMNS.length + FIRST_STEP;
const ALL_COLUMNS: readonly number[] = Array.from({ length: COLUMN_COUNT }, (_, at) => at);

const isOfCja = (column: number | undefined): boolean =>
  column !== undefined && MATRIX_COLUMNS[column - FIRST_STEP]?.track === 'CJA';

/** Whether the column at this place is the first of CJA that is shown. */
export const isTrackStart = (columns: readonly number[], place: number): boolean =>
  isOfCja(columns[place]) && !isOfCja(columns[place - 1]);

/** Of the organization and not of its place, so that those that only move stay as they are. */
export const cellId = (organizationId: string | undefined, column: number): string =>
  `matrix-${organizationId}-${column}`;

export interface GridKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * The cell after the key; undefined if the key does not move the cell.
 * @param columns those that are shown
 */
export function moveCell(
  at: CellAt,
  { key, ctrlKey, metaKey, altKey }: GridKey,
  rows: number,
  page: number,
  columns: readonly number[] = ALL_COLUMNS,
): CellAt | undefined {
  if (altKey) return undefined;
  const far = ctrlKey || metaKey;
  const place = columns.indexOf(at.column);
  const last = columns.length - 1;
  /** `column` is a place among those that are shown. */
  const to = (row: number, column: number): CellAt => ({
    row: Math.min(rows - 1, Math.max(0, row)),
    column: columns[Math.min(last, Math.max(0, column))] ?? 0,
  });
  switch (key) {
    case 'ArrowDown':
      return to(at.row + 1, place);
    case 'ArrowUp':
      return to(at.row - 1, place);
    case 'j':
      return far ? undefined : to(at.row + 1, place);
    case 'k':
      return far ? undefined : to(at.row - 1, place);
    case 'ArrowRight':
      return to(at.row, place + 1);
    case 'ArrowLeft':
      return to(at.row, place - 1);
    case 'PageDown':
      return to(at.row + page, place);
    case 'PageUp':
      return to(at.row - page, place);
    case 'Home':
      return far ? to(0, 0) : to(at.row, 0);
    case 'End':
      return far ? to(rows - 1, last) : to(at.row, last);
    default:
      return undefined;
  }
}
