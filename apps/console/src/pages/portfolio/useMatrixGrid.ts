/** The state of the matrix: active cell, hovered cell, keys, and which rows are rendered. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { stepAnchor } from '../../ui/runAddress.ts';
import { FIRST_STEP, HEALTH_COLUMN, cellId, moveCell, findActiveCell } from './gridKeys.ts';
import type { ActiveCell, CellAt } from './gridKeys.ts';
import { MATRIX_COLUMNS, findStep } from './matrixRows.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import type { MatrixRow } from './matrixRows.ts';
import type { ChosenRows } from './useChosenRows.ts';
import { useVisibleRows } from './useVisibleRows.ts';

export function useMatrixGrid(
  rows: readonly MatrixRow[],
  { columns, rowHeight }: MatrixLayout,
  selected?: ReadonlySet<string>,
  select?: ChosenRows['select'],
) {
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const [isFocused, setFocused] = useState(false);
  const [hovered, hover] = useHoveredCell();
  const at = useMemo(() => findActiveCell(active, rows, columns), [active, rows, columns]);
  const open = useOpenCell();
  const visible = useVisibleRows(grid, rows.length, rowHeight);
  // The active row is always rendered, because the grid names it as its active descendant.
  const rendered =
    at.row < visible.first
      ? [at.row, ...visible.indexes]
      : at.row > visible.last
        ? [...visible.indexes, at.row]
        : visible.indexes;
  // The style sheet's scroll padding keeps the cell clear of the frozen column and headers.
  const activeId = cellId(rows[at.row]?.organizationId, at.column);
  useEffect(() => {
    if (isFocused)
      document.getElementById(activeId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isFocused, activeId, at.row]);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      open(rows[at.row], at.column);
      return;
    }
    // Not of the box that selects everything, which is in the grid too.
    if (select && event.target === grid.current && isSelectionKey(event)) {
      event.preventDefault();
      const id = rows[at.row]?.organizationId;
      if (event.key === 'a')
        select(
          rows.map(({ organizationId }) => organizationId),
          true,
        );
      else if (id) select([id], !selected?.has(id));
      setFocused(true);
      return;
    }
    if (event.key === 'Escape') {
      hover(undefined);
      setFocused(false);
      return;
    }
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 400) / rowHeight) - 4);
    const next = moveCell(at, event, rows.length, page, columns);
    if (!next) return;
    event.preventDefault();
    setFocused(true);
    hover(undefined);
    setActive({ ...next, organizationId: rows[next.row]?.organizationId });
  }
  return { grid, rendered, at, activeId, isFocused, setFocused, hovered, hover, onKeyDown, open };
}

/** How long the pointer must rest on a cell: a tip that follows it would hide what it passes. */
const REST_MILLISECONDS = 350;

/** The cell on which the pointer rests, until it leaves or somebody presses Escape. */
function useHoveredCell(): [CellAt | undefined, (at: CellAt | undefined) => void] {
  const [hovered, setHovered] = useState<CellAt>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hover = useCallback((at: CellAt | undefined) => {
    clearTimeout(timer.current);
    setHovered(undefined);
    if (at) timer.current = setTimeout(() => setHovered(at), REST_MILLISECONDS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The grid need not have the focus.
  useEffect(() => {
    if (!hovered) return undefined;
    const onKey = ({ key }: globalThis.KeyboardEvent) => {
      if (key === 'Escape') hover(undefined);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hovered, hover]);
  return [hovered, hover];
}

/** The space bar is for the active row, Control or Command with A for all. */
const isSelectionKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === ' ' || (key === 'a' && (ctrlKey || metaKey));

/**
 * Opens the run at the step of a cell; the organization at its health, or if no run was started.
 */
function useOpenCell(): (row: MatrixRow | undefined, column: number) => void {
  const navigate = useNavigate();
  return useCallback(
    (row, column) => {
      if (!row) return;
      const isHealth = column === HEALTH_COLUMN;
      if (!row.run || isHealth) {
        void navigate({
          to: '/organizations/$organizationId',
          params: { organizationId: row.organizationId },
          hash: isHealth ? 'health' : undefined,
        });
        return;
      }
      const cell = MATRIX_COLUMNS[column - FIRST_STEP];
      // On AWS there are no steps in the columns of CJA.
      const hash = cell && findStep(row, cell) ? stepAnchor(cell.track, cell.step) : undefined;
      void navigate({ to: '/runs/$runId', params: { runId: row.run.id }, hash });
    },
    [navigate],
  );
}
