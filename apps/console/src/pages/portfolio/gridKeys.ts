/** Which cell a key leads to, as the ARIA grid pattern has it, with `j` and `k` for rows. Pure. */
import { MATRIX_COLUMNS } from './matrixRows.ts';

export interface CellAt {
  /** Index among the shown rows. */
  row: number;
  /** 0 is the organization, 1 the run, then the steps. */
  column: number;
}

/**
 * The cell that the keys are at. It belongs to an organization: rows that come, go or change places
 * do not move it to another.
 */
export interface ActiveCell extends CellAt {
  /** Undefined until a key has moved it. */
  organizationId?: string;
}

/**
 * Where the active cell stands among these rows; where its organization is gone, the nearest row
 * there is.
 */
export function currentCell(
  active: ActiveCell,
  rows: readonly { organizationId: string }[],
): CellAt {
  const found =
    active.organizationId === undefined
      ? -1
      : rows.findIndex((row) => row.organizationId === active.organizationId);
  return {
    row: found >= 0 ? found : Math.min(active.row, Math.max(0, rows.length - 1)),
    column: active.column,
  };
}

export const COLUMN_COUNT = MATRIX_COLUMNS.length + 2;

export function cellId({ row, column }: CellAt): string {
  return `matrix-${row}-${column}`;
}

export interface GridKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The cell after the key; undefined where the key does not move. */
export function moved(
  at: CellAt,
  { key, ctrlKey, metaKey, altKey }: GridKey,
  rows: number,
  page: number,
): CellAt | undefined {
  if (altKey) return undefined;
  const far = ctrlKey || metaKey;
  const to = (row: number, column: number): CellAt => ({
    row: Math.min(rows - 1, Math.max(0, row)),
    column: Math.min(COLUMN_COUNT - 1, Math.max(0, column)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'j':
      return far ? undefined : to(at.row + 1, at.column);
    case 'k':
      return far ? undefined : to(at.row - 1, at.column);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'PageDown':
      return to(at.row + page, at.column);
    case 'PageUp':
      return to(at.row - page, at.column);
    case 'Home':
      return far ? to(0, 0) : to(at.row, 0);
    case 'End':
      return far ? to(rows - 1, COLUMN_COUNT - 1) : to(at.row, COLUMN_COUNT - 1);
    default:
      return undefined;
  }
}
