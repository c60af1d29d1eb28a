/**
 * Organizations by steps, as an ARIA grid that renders only the rows near the view. The grid keeps
 * the focus and names the active cell, so that scrolling never loses the position.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { MatrixHeader } from './MatrixHeader.tsx';
import { MatrixRowView } from './MatrixRowView.tsx';
import { COLUMN_COUNT, cellId } from './gridKeys.ts';
import type { MatrixRow } from './matrixRows.ts';
import type { ChosenRows } from './useChosenRows.ts';
import { ROW_HEIGHT, useMatrixGrid } from './useMatrixGrid.ts';
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
  /** The selected rows by their organizations; absent: nothing can be selected. */
  selected?: ReadonlySet<string>;
  select?: ChosenRows['select'];
}

export function Matrix({ rows, selected, select }: MatrixProps) {
  const intl = useIntl();
  const { grid, rendered, at, isFocused, setFocused, hovered, hover, onKeyDown, open } =
    useMatrixGrid(rows, selected, select);
  if (rows.length === 0) return <NoMatch />;
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
        aria-multiselectable={select ? true : undefined}
        aria-activedescendant={cellId(at)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(grid.current?.matches(':focus-visible') ?? false)}
        onBlur={() => setFocused(false)}
        onScroll={() => hover(undefined)}
      >
        <MatrixHeader rows={rows} selectedCount={selected?.size ?? 0} select={select} />
        <div
          role="rowgroup"
          className="kw-matrix-body"
          style={{ blockSize: rows.length * ROW_HEIGHT }}
          onMouseLeave={() => hover(undefined)}
        >
          {rendered.map((index) => {
            const row = rows[index];
            return row ? (
              <MatrixRowView
                key={row.organizationId}
                row={row}
                index={index}
                top={index * ROW_HEIGHT}
                activeColumn={isFocused && index === at.row ? at.column : undefined}
                isSelected={selected?.has(row.organizationId)}
                select={select}
                onOpen={open}
                onHover={hover}
              />
            ) : null;
          })}
        </div>
      </div>
      {tipAt ? <Part part={tooltip} isWanted props={{ row: rows[tipAt.row], at: tipAt }} /> : null}
    </div>
  );
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
