/**
 * Where the matrix stands: the active cell, the one under the pointer, the keys that move it, and
 * which rows exist in the document.
 */
import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { stepAnchor } from '../../ui/runAddress.ts';
import { cellId, moved, currentCell } from './gridKeys.ts';
import type { ActiveCell, CellAt } from './gridKeys.ts';
import { MATRIX_COLUMNS, stepOf } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';

const ROW_HEIGHT = 40;

export function useMatrixGrid(rows: readonly MatrixRow[]) {
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const [isFocused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<CellAt>();
  const at = useMemo(() => currentCell(active, rows), [active, rows]);
  const open = useOpenCell();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    getItemKey: (index) => rows[index]?.organizationId ?? index,
    // The active row stays in the document, for the grid names it as its active descendant.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), at.row])].sort((a, b) => a - b),
  });
  // The active row is always in the document; the style sheet's scroll padding keeps the cell clear
  // of the frozen column and heads.
  useEffect(() => {
    if (isFocused)
      document
        .getElementById(cellId({ row: at.row, column: at.column }))
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isFocused, at.row, at.column]);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      open(rows[at.row], at.column);
      return;
    }
    if (event.key === 'Escape') {
      setHovered(undefined);
      setFocused(false);
      return;
    }
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 400) / ROW_HEIGHT) - 4);
    const next = moved(at, event, rows.length, page);
    if (!next) return;
    event.preventDefault();
    setFocused(true);
    setHovered(undefined);
    setActive({ ...next, organizationId: rows[next.row]?.organizationId });
  }
  return { grid, virtualizer, at, isFocused, setFocused, hovered, setHovered, onKeyDown, open };
}

/**
 * Opens what a cell stands for: the run at that step, or the organization where no run was started.
 */
function useOpenCell(): (row: MatrixRow | undefined, column: number) => void {
  const navigate = useNavigate();
  return useCallback(
    (row, column) => {
      if (!row) return;
      if (!row.run) {
        void navigate({
          to: '/organizations/$organizationId',
          params: { organizationId: row.organizationId },
        });
        return;
      }
      const cell = MATRIX_COLUMNS[column - 2];
      // On AWS the columns of CJA stand for no step.
      const hash = cell && stepOf(row, cell) ? stepAnchor(cell.track, cell.step) : undefined;
      void navigate({ to: '/runs/$runId', params: { runId: row.run.id }, hash });
    },
    [navigate],
  );
}
