/**
 * Organizations by steps, as an ARIA grid whose rows exist only while they are near the view. The grid itself keeps the focus and names
 * the active cell, so that scrolling a row away never loses the place.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CellTip } from './CellTip.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixRowView } from './MatrixRowView.tsx';
import { COLUMN_COUNT, cellId, moved } from './gridKeys.ts';
import type { CellAt } from './gridKeys.ts';
import type { MatrixRow } from './matrixRows.ts';
import { MATRIX_COLUMNS } from './matrixRows.ts';
import './matrix.css';

const ROW_HEIGHT = 40;
const empty = style({ borderWidth: 1, borderStyle: 'solid', borderColor: 'gray-200', borderRadius: 'lg' });

export function Matrix({ rows }: { rows: readonly MatrixRow[] }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<CellAt>({ row: 0, column: 0 });
  const [isFocused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<CellAt>();
  const at: CellAt = { row: Math.min(active.row, Math.max(0, rows.length - 1)), column: active.column };
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => rows[index]?.organizationId ?? index,
    // The active row stays in the document, for the grid names it as its active descendant.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), at.row])].sort((a, b) => a - b),
  });
  // The active row is always in the document; the style sheet's scroll padding keeps the cell clear of the frozen column and heads.
  useEffect(() => {
    if (isFocused)
      document.getElementById(cellId({ row: at.row, column: at.column }))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isFocused, at.row, at.column]);
  const open = useCallback(
    (row: MatrixRow | undefined, column: number) => {
      if (!row) return;
      if (!row.run) {
        void navigate({ to: '/organizations/$organizationId', params: { organizationId: row.organizationId } });
        return;
      }
      const step = MATRIX_COLUMNS[column - 2];
      void navigate({ to: '/runs/$runId', params: { runId: row.run.id }, hash: step ? `${step.track}-${step.step}` : undefined });
    },
    [navigate],
  );
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
    setActive(next);
  }
  if (rows.length === 0) {
    return (
      <div className={empty}>
        <EmptyState title={intl.formatMessage({ id: 'portfolio.noMatch' })}>
          {intl.formatMessage({ id: 'portfolio.noMatchText' })}
        </EmptyState>
      </div>
    );
  }
  const tipAt = hovered ?? (isFocused ? at : undefined);
  return (
    <div className="kw-matrix-frame">
      <div
        ref={grid}
        className="kw-matrix"
        role="grid"
        tabIndex={0}
        data-list-grid
        aria-label={intl.formatMessage({ id: 'portfolio.matrix' })}
        aria-rowcount={rows.length + 2}
        aria-colcount={COLUMN_COUNT}
        aria-activedescendant={cellId(at)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(grid.current?.matches(':focus-visible') ?? false)}
        onBlur={() => setFocused(false)}
        onMouseLeave={() => setHovered(undefined)}
        onScroll={() => setHovered(undefined)}
      >
        <MatrixHead />
        <div role="rowgroup" className="kw-matrix-body" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <MatrixRowView
                key={item.key}
                row={row}
                index={item.index}
                top={item.start}
                activeColumn={isFocused && item.index === at.row ? at.column : undefined}
                onOpen={open}
                onHover={setHovered}
              />
            ) : null;
          })}
        </div>
      </div>
      {tipAt ? <CellTip row={rows[tipAt.row]} at={tipAt} /> : null}
    </div>
  );
}
