/** Which cell a key leads to, as the ARIA grid pattern has it, with `j` and `k` for rows. Pure. */
import { MATRIX_COLUMNS } from './matrixRows.ts';

export interface CellAt {
  /** Index among the shown rows. */
  row: number;
  /** 0 is the organization, 1 the run, then the steps. */
  column: number;
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
export function moved(at: CellAt, { key, ctrlKey, metaKey, altKey }: GridKey, rows: number, page: number): CellAt | undefined {
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
