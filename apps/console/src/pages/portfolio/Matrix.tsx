/**
 * Organizations by steps, as an ARIA grid that renders only the rows near the view. The grid keeps
 * the focus and names the active cell, so that scrolling never loses the position.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { CSSProperties } from 'react';
import { useIntl } from 'react-intl';
import { useActorLabel } from '../../features/viewer/useActorName.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { MatrixHeader } from './MatrixHeader.tsx';
import { MatrixRowView } from './MatrixRowView.tsx';
import { cellOfEvent } from './cellOfEvent.ts';
import { COLUMN_COUNT, FIRST_STEP } from './gridKeys.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import type { MatrixRow } from './matrixRows.ts';
import type { CellCounts } from './cellStatuses.ts';
import type { Sort } from './portfolioSearch.ts';
import type { ChosenRows } from './useChosenRows.ts';
import { useCellLabel } from './useCellLabel.ts';
import { useMatrixGrid } from './useMatrixGrid.ts';
import './matrix.css';

/** Loaded when a cell is first pointed at. */
const tooltip = lazyPart(async () => (await import('./CellTooltip.tsx')).CellTooltip);

const empty = style({
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderRadius: 'lg',
});

interface MatrixProps {
  rows: readonly MatrixRow[];
  layout: MatrixLayout;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** The selected rows by their organizations; absent: nothing can be selected. */
  selected?: ReadonlySet<string>;
  select?: ChosenRows['select'];
  /** What the heads of the steps count. */
  bySteps: CellCounts;
}

export function Matrix(props: MatrixProps) {
  const { rows, layout, sort, onSort, selected, select, bySteps } = props;
  const intl = useIntl();
  const { grid, rendered, at, activeId, isFocused, setFocused, hovered, hover, ...keys } =
    useMatrixGrid(rows, layout, selected, select);
  // Here, and not in each row, as each reads the cache.
  const cellLabel = useCellLabel();
  const actorLabel = useActorLabel();
  if (rows.length === 0) return <NoMatch />;
  const tipAt = hovered ?? (isFocused ? at : undefined);
  return (
    <div className="kw-matrix-frame" data-density={layout.density} style={toStyle(layout)}>
      <div
        ref={grid}
        className="kw-matrix"
        role="grid"
        tabIndex={0}
        data-list-grid
        aria-label={intl.formatMessage({ id: 'portfolio.matrix' })}
        aria-rowcount={rows.length + 2}
        aria-colcount={COLUMN_COUNT}
        aria-multiselectable={select ? true : undefined}
        aria-activedescendant={activeId}
        onKeyDown={keys.onKeyDown}
        onFocus={() => setFocused(grid.current?.matches(':focus-visible') ?? false)}
        onBlur={() => setFocused(false)}
        onScroll={() => hover(undefined)}
      >
        <MatrixHeader
          rows={rows}
          columns={layout.columns}
          sort={sort}
          onSort={onSort}
          selectedCount={selected?.size ?? 0}
          select={select}
          bySteps={bySteps}
        />
        <div
          role="rowgroup"
          className="kw-matrix-body"
          style={{ blockSize: rows.length * layout.rowHeight }}
          onMouseLeave={() => hover(undefined)}
          onMouseOver={(event) => {
            const cell = cellOfEvent(event);
            if (cell) hover(cell);
          }}
          onClick={(event) => {
            const cell = cellOfEvent(event);
            if (cell) keys.open(rows[cell.row], cell.column);
          }}
        >
          {rendered.map((index) => {
            const row = rows[index];
            return row ? (
              <MatrixRowView
                key={row.organizationId}
                row={row}
                index={index}
                top={index * layout.rowHeight}
                columns={layout.columns}
                activeColumn={isFocused && index === at.row ? at.column : undefined}
                isSelected={selected?.has(row.organizationId)}
                select={select}
                cellLabel={cellLabel}
                actorLabel={actorLabel}
              />
            ) : null;
          })}
        </div>
      </div>
      {tipAt ? <Part part={tooltip} isWanted props={{ row: rows[tipAt.row], at: tipAt }} /> : null}
    </div>
  );
}

const WIDTHS = ['var(--kw-name-width)', 'var(--kw-run-width)', 'var(--kw-work-width)', '28px'];
/** The columns that are shown and what fits into rows, for the style sheet. */
function toStyle({ columns, density, rowHeight }: MatrixLayout): CSSProperties {
  const steps = columns.filter((column) => column >= FIRST_STEP).length;
  const fixed = columns.flatMap((column) => WIDTHS[column] ?? []);
  const template = [...fixed, `repeat(${Math.max(1, steps)}, minmax(24px, 1fr))`];
  return {
    '--kw-columns': template.join(' '),
    '--kw-row': `${rowHeight}px`,
    '--kw-name-lines': density === 'compact' ? 1 : 2,
  } as CSSProperties;
}

function NoMatch() {
  const intl = useIntl();
  return (
    <div className={empty}>
      <EmptyState title={intl.formatMessage({ id: 'portfolio.noMatch' })}>
        {intl.formatMessage({ id: 'portfolio.noMatchText' })}
      </EmptyState>
    </div>
  );
}
