/** The two header rows of the matrix: tracks, then their steps. */
import { memo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { hasSameCounts } from './cellStatuses.ts';
import { FIRST_STEP, HEALTH_COLUMN, isTrackStart } from './gridKeys.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { SelectBox } from '../../ui/SelectBox.tsx';
import { SortButton } from '../../ui/SortButton.tsx';
import { MATRIX_COLUMNS } from './matrixRows.ts';
import type { StepId, TrackId } from '../../generated/enums.ts';
import type { MatrixRow } from './matrixRows.ts';
import type { CellCounts } from './cellStatuses.ts';
import type { Sort } from './portfolioSearch.ts';
import type { ChosenRows } from './useChosenRows.ts';

const stepHead = lazyPart(async () => (await import('./StepHead.tsx')).StepHead);

interface MatrixHeaderProps {
  rows: readonly MatrixRow[];
  /** Those that are shown. */
  columns: readonly number[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  selectedCount: number;
  /** Absent: nothing can be selected. */
  select?: ChosenRows['select'];
  bySteps: CellCounts;
}

const HEADS = 'button.kw-matrix-head-button';
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Arrows lead from head to head. No key of a head is one of the grid. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  event.stopPropagation();
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>(HEADS)];
  const at = heads.findIndex((head) => head === event.target);
  const last = heads.length - 1;
  const next = { Home: 0, End: last }[event.key] ?? at + (STEPS[event.key] ?? Number.NaN);
  const head = at < 0 ? undefined : heads[next];
  if (!head) return;
  event.preventDefault();
  head.focus();
}

export const MatrixHeader = memo(function MatrixHeader(props: MatrixHeaderProps) {
  return (
    <div role="rowgroup" className="kw-matrix-head">
      <Tracks columns={props.columns} />
      <Columns {...props} />
    </div>
  );
});

function Tracks({ columns }: Pick<MatrixHeaderProps, 'columns'>) {
  const intl = useIntl();
  const fixed = columns.filter((column) => column < FIRST_STEP).length;
  const tracks = (['AEP', 'CJA'] as const).map((track) => {
    const shown = columns.filter((column) => MATRIX_COLUMNS[column - FIRST_STEP]?.track === track);
    return { track, first: shown[0], count: shown.length };
  });
  return (
    <div role="row" aria-rowindex={1} className="kw-matrix-row">
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={FIRST_STEP}
        className="kw-matrix-corner"
        style={{ gridColumn: `1 / span ${fixed}` }}
      />
      {tracks.map(({ track, first, count }) =>
        first === undefined ? null : (
          <div
            key={track}
            role="columnheader"
            aria-colindex={first + 1}
            aria-colspan={count}
            className={
              track === 'CJA' ? 'kw-matrix-track kw-matrix-track-start' : 'kw-matrix-track'
            }
            style={{ gridColumn: `${columns.indexOf(first) + 1} / span ${count}` }}
          >
            {/* Beside few columns, the whole name has no space. */}
            {intl.formatMessage({ id: count < 4 ? `track.${track}.short` : `track.${track}` })}
          </div>
        ),
      )}
    </div>
  );
}

function Columns(props: MatrixHeaderProps) {
  const { rows, columns, sort, onSort, selectedCount, select, bySteps } = props;
  const [tabStop, setTabStop] = useState(0);
  const intl = useIntl();
  const firstStep = columns.findIndex((column) => column >= FIRST_STEP);
  // Columns can have been hidden since.
  const stop = Math.min(firstStep + tabStop, columns.length - 1);
  const organization = intl.formatMessage({ id: 'portfolio.column.organization' });
  return (
    <div
      role="row"
      aria-rowindex={2}
      className="kw-matrix-row kw-matrix-steps"
      onKeyDown={moveFocus}
      onFocus={({ currentTarget, target }) => {
        const place = [...currentTarget.querySelectorAll(HEADS)].indexOf(target);
        if (place >= 0) setTabStop(place);
      }}
    >
      <SortedHeader column={1} by="name" sort={sort} className="kw-matrix-name">
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
        <SortBy by="name" sort={sort} onSort={onSort}>
          {organization}
        </SortBy>
      </SortedHeader>
      {columns.includes(1) ? (
        <SortedHeader column={2} by="wait" sort={sort}>
          {intl.formatMessage({ id: 'portfolio.column.run' })}
          <SortBy by="wait" sort={sort} onSort={onSort}>
            {intl.formatMessage({ id: 'portfolio.column.wait' })}
          </SortBy>
        </SortedHeader>
      ) : null}
      {columns.includes(2) ? (
        <SortedHeader column={3} by="due" sort={sort} className="kw-matrix-work-head">
          {intl.formatMessage({ id: 'work.owner' })}
          <SortBy by="due" sort={sort} onSort={onSort}>
            {intl.formatMessage({ id: 'work.due' })}
          </SortBy>
        </SortedHeader>
      ) : null}
      {columns.includes(HEALTH_COLUMN) ? (
        <div role="columnheader" aria-colindex={HEALTH_COLUMN + 1} className="kw-matrix-step">
          <span>{intl.formatMessage({ id: 'health' })}</span>
        </div>
      ) : null}
      {columns.map((column, place) => {
        const found = MATRIX_COLUMNS[column - FIRST_STEP];
        return found ? (
          <div
            key={column}
            role="columnheader"
            aria-colindex={column + 1}
            className={
              isTrackStart(columns, place)
                ? 'kw-matrix-step kw-matrix-track-start'
                : 'kw-matrix-step'
            }
          >
            <Step column={found} bySteps={bySteps} isTabStop={place === stop} />
          </div>
        ) : null;
      })}
    </div>
  );
}

interface StepProps {
  column: { track: TrackId; step: StepId };
  bySteps: CellCounts;
  isTabStop: boolean;
}

/** Renders when one of its own numbers changes: those of other steps do so as often. */
const Step = memo(
  function Step(props: StepProps) {
    const intl = useIntl();
    return (
      <Part part={stepHead} isWanted props={props}>
        {/* No span: those are turned here, and the row as high as they are wide. */}
        <div className="kw-matrix-head-button">
          <span className="kw-matrix-head-name">
            {intl.formatMessage({ id: `step.${props.column.step}` })}
          </span>
        </div>
      </Part>
    );
  },
  (old, next) =>
    old.column === next.column &&
    old.isTabStop === next.isTabStop &&
    hasSameCounts(old.bySteps, next.bySteps, next.column),
);

type By = 'name' | 'wait' | 'due';

/** The longest wait comes first in the order of `wait`: the longer, the earlier it began. */
function directionOf(by: By, sort: Sort): 'ascending' | 'descending' | undefined {
  if (sort !== by && sort !== `-${by}`) return undefined;
  return (sort === by) === (by !== 'wait') ? 'ascending' : 'descending';
}

interface SortedProps {
  by: By;
  sort: Sort;
  children: ReactNode;
}

function SortedHeader({
  column,
  by,
  sort,
  className = '',
  children,
}: SortedProps & { column: number; className?: string }) {
  return (
    <div
      role="columnheader"
      aria-colindex={column}
      aria-sort={directionOf(by, sort) ?? 'none'}
      className={`kw-matrix-word ${className}`}
    >
      {children}
    </div>
  );
}

/** A second press turns the order around. */
function SortBy({ by, sort, onSort, children }: SortedProps & Pick<MatrixHeaderProps, 'onSort'>) {
  return (
    <SortButton
      direction={directionOf(by, sort)}
      onSort={() => onSort(sort === by ? `-${by}` : by)}
    >
      {children}
    </SortButton>
  );
}
