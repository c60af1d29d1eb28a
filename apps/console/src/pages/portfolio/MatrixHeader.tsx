/** The two header rows of the matrix: tracks, then their steps. */
import { memo } from 'react';
import { useIntl } from 'react-intl';
import { FIRST_STEP } from './gridKeys.ts';
import { SelectBox } from '../../ui/SelectBox.tsx';
import { MATRIX_COLUMNS } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';
import type { ChosenRows } from './useChosenRows.ts';

interface MatrixHeaderProps {
  rows: readonly MatrixRow[];
  selectedCount: number;
  /** Absent: nothing can be selected. */
  select?: ChosenRows['select'];
}

export const MatrixHeader = memo(function MatrixHeader({
  rows,
  selectedCount,
  select,
}: MatrixHeaderProps) {
  const intl = useIntl();
  const aep = MATRIX_COLUMNS.filter((column) => column.track === 'AEP').length;
  return (
    <div role="rowgroup" className="kw-matrix-head">
      <div role="row" aria-rowindex={1} className="kw-matrix-row">
        <div
          role="gridcell"
          aria-colindex={1}
          aria-colspan={FIRST_STEP}
          className="kw-matrix-corner"
        />
        <div
          role="columnheader"
          aria-colindex={FIRST_STEP + 1}
          aria-colspan={aep}
          className="kw-matrix-track"
          style={{ gridColumn: `${FIRST_STEP + 1} / span ${aep}` }}
        >
          {intl.formatMessage({ id: 'track.AEP' })}
        </div>
        <div
          role="columnheader"
          aria-colindex={FIRST_STEP + 1 + aep}
          aria-colspan={MATRIX_COLUMNS.length - aep}
          className="kw-matrix-track kw-matrix-track-start"
          style={{ gridColumn: `${FIRST_STEP + 1 + aep} / span ${MATRIX_COLUMNS.length - aep}` }}
        >
          {intl.formatMessage({ id: 'track.CJA' })}
        </div>
      </div>
      <div role="row" aria-rowindex={2} className="kw-matrix-row kw-matrix-steps">
        <div role="columnheader" aria-colindex={1} className="kw-matrix-name kw-matrix-word">
          {select ? (
            <SelectBox
              label={intl.formatMessage({ id: 'bulk.selectPage' })}
              isSelected={selectedCount > 0 && selectedCount === rows.length}
              isIndeterminate={selectedCount > 0 && selectedCount < rows.length}
              onChange={(isSelected) =>
                select(
                  rows.map(({ organizationId }) => organizationId),
                  isSelected,
                )
              }
            />
          ) : null}
          {intl.formatMessage({ id: 'portfolio.column.organization' })}
        </div>
        <div role="columnheader" aria-colindex={2} className="kw-matrix-word">
          {intl.formatMessage({ id: 'portfolio.column.run' })}
        </div>
        <div role="columnheader" aria-colindex={3} className="kw-matrix-word kw-matrix-work-head">
          {intl.formatMessage({ id: 'work.owner' })}
        </div>
        <div role="columnheader" aria-colindex={4} className="kw-matrix-step">
          <span>{intl.formatMessage({ id: 'health' })}</span>
        </div>
        {MATRIX_COLUMNS.map((column, index) => (
          <div
            key={`${column.track}${column.step}`}
            role="columnheader"
            aria-colindex={index + FIRST_STEP + 1}
            className={index === aep ? 'kw-matrix-step kw-matrix-track-start' : 'kw-matrix-step'}
          >
            <span>{intl.formatMessage({ id: `step.${column.step}` })}</span>
          </div>
        ))}
      </div>
    </div>
  );
});
