/** One organization of the matrix. Renders only when its row, position or active cell changes. */
import { memo } from 'react';
import { useIntl } from 'react-intl';
import { StatusIcon } from '../../status/StatusIcon.tsx';
import { RunStatusIcon } from '../../status/StatusIcon.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { cellId } from './gridKeys.ts';
import type { CellAt } from './gridKeys.ts';
import { MATRIX_COLUMNS, findStep } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';
import { useCellLabel } from './useCellLabel.ts';

interface MatrixRowViewProps {
  row: MatrixRow;
  index: number;
  /** Offset from the body's start, in CSS pixels. */
  top: number;
  activeColumn?: number;
  onOpen: (row: MatrixRow, column: number) => void;
  onHover: (at: CellAt) => void;
}

const FIRST_OF_CJA = MATRIX_COLUMNS.findIndex((column) => column.track === 'CJA');

export const MatrixRowView = memo(function MatrixRowView({
  row,
  index,
  top,
  activeColumn,
  onOpen,
  onHover,
}: MatrixRowViewProps) {
  const intl = useIntl();
  const cellLabel = useCellLabel();
  const cell = (column: number) => ({
    id: cellId({ row: index, column }),
    'aria-colindex': column + 1,
    'data-active': activeColumn === column || undefined,
    onMouseEnter: () => onHover({ row: index, column }),
    onClick: () => onOpen(row, column),
  });
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      className="kw-matrix-row kw-matrix-item"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" className="kw-matrix-name" {...cell(0)}>
        <bdi className="kw-matrix-truncate">{row.name}</bdi>
      </div>
      <div role="gridcell" className="kw-matrix-run" {...cell(1)}>
        {row.run ? (
          <>
            <RunStatusIcon status={row.run.status} decorative />
            <span className="kw-matrix-truncate">
              {intl.formatMessage({ id: `runStatus.${row.run.status}` })}
            </span>
            {row.oldestWait === null ? (
              <span className="kw-matrix-quiet">
                {intl.formatMessage({ id: 'portfolio.progress' }, row.run.progress)}
              </span>
            ) : (
              <span className="kw-matrix-quiet">
                <RelativeTime
                  at={new Date(row.oldestWait).toISOString()}
                  waiting
                  focusable={false}
                  isShort
                />
              </span>
            )}
          </>
        ) : (
          <span className="kw-matrix-quiet">
            {intl.formatMessage({ id: 'portfolio.view.NOT_STARTED' })}
          </span>
        )}
      </div>
      {MATRIX_COLUMNS.map((column, place) => {
        const step = findStep(row, column);
        return (
          <div
            key={`${column.track}${column.step}`}
            role="gridcell"
            className={
              place === FIRST_OF_CJA ? 'kw-matrix-cell kw-matrix-track-start' : 'kw-matrix-cell'
            }
            aria-label={cellLabel(column, step)}
            {...cell(place + 2)}
          >
            {step ? (
              <StatusIcon status={step.status} actor={step.actor} mode={step.mode} decorative />
            ) : null}
          </div>
        );
      })}
    </div>
  );
});
