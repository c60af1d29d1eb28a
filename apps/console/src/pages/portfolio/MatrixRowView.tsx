/**
 * One organization of the matrix. Its cells render when its row or its active cell changes, and not
 * when others move it.
 */
import { memo } from 'react';
import { useIntl } from 'react-intl';
import { isClosed } from '../../features/work/findWaitStart.ts';
import type { Actor } from '../../generated/enums.ts';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { StatusIcon } from '../../status/StatusIcon.tsx';
import { RunStatusIcon } from '../../status/StatusIcon.tsx';
import { toHealthIndicator, toShownStatus } from '../../status/indicators.ts';
import { lazyPart, Part } from '../../ui/lazyPart.tsx';
import { SelectBox } from '../../ui/SelectBox.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { nextMinute } from '../../ui/nextMinute.ts';
import { FIRST_STEP, HEALTH_COLUMN, cellId, isTrackStart } from './gridKeys.ts';
import { MATRIX_COLUMNS, findStep } from './matrixRows.ts';
import type { MatrixRow, MatrixRun } from './matrixRows.ts';
import type { ChosenRows } from './useChosenRows.ts';
import type { CellLabel } from './useCellLabel.ts';

/** Its column is left out where nobody is responsible and nothing is due. */
const work = lazyPart(async () => (await import('./RunWork.tsx')).RunWork);

interface CellsProps {
  row: MatrixRow;
  /** Those that are shown. */
  columns: readonly number[];
  activeColumn?: number;
  isSelected?: boolean;
  /** Absent: nothing can be selected. */
  select?: ChosenRows['select'];
  cellLabel: CellLabel;
  actorLabel: (actor: Actor) => string;
}

interface MatrixRowViewProps extends CellsProps {
  index: number;
  /** Offset from the body's start, in CSS pixels. */
  top: number;
}

/** In a narrow column; its title says all of it. */
const SHORT = { month: 'short', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;

export const MatrixRowView = memo(function MatrixRowView({
  index,
  top,
  ...cells
}: MatrixRowViewProps) {
  const { select, isSelected } = cells;
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      aria-selected={select ? (isSelected ?? false) : undefined}
      className="kw-matrix-row kw-matrix-item"
      style={{ insetBlockStart: top }}
    >
      <Cells {...cells} />
    </div>
  );
});

const Cells = memo(function Cells(props: CellsProps) {
  const { row, columns, activeColumn, isSelected, select, cellLabel, actorLabel } = props;
  const intl = useIntl();
  const health = row.health.health;
  const cell = (column: number) => ({
    id: cellId(row.organizationId, column),
    'aria-colindex': column + 1,
    'data-active': activeColumn === column || undefined,
  });
  return (
    <>
      <div role="rowheader" className="kw-matrix-name" {...cell(0)}>
        {select ? (
          <SelectBox
            isOfGrid
            label={intl.formatMessage({ id: 'bulk.selectRow' }, { name: row.name })}
            isSelected={isSelected ?? false}
            onChange={(next) => select([row.organizationId], next)}
          />
        ) : null}
        <bdi className="kw-matrix-truncate" title={row.name}>
          {row.name}
        </bdi>
      </div>
      {columns.includes(1) ? (
        <div role="gridcell" className="kw-matrix-run" {...cell(1)}>
          <RunCell row={row} actorLabel={actorLabel} />
        </div>
      ) : null}
      {columns.includes(2) ? (
        <div role="gridcell" className="kw-matrix-work" {...cell(2)}>
          {row.run ? <Part part={work} isWanted props={{ run: row.run }} /> : null}
        </div>
      ) : null}
      {columns.includes(HEALTH_COLUMN) ? (
        <div
          role="gridcell"
          className="kw-matrix-cell"
          aria-label={intl.formatMessage({ id: `health.${health}` })}
          {...cell(HEALTH_COLUMN)}
        >
          <IndicatorIcon {...toHealthIndicator(health)} />
        </div>
      ) : null}
      {columns.map((place, index) => {
        const column = MATRIX_COLUMNS[place - FIRST_STEP];
        if (!column) return null;
        const step = findStep(row, column);
        return (
          <div
            key={place}
            role="gridcell"
            className={
              isTrackStart(columns, index)
                ? 'kw-matrix-cell kw-matrix-track-start'
                : 'kw-matrix-cell'
            }
            aria-label={cellLabel(column, step)}
            {...cell(place)}
          >
            {step?.isRefused ? (
              <RunStatusIcon status="REFUSED" decorative />
            ) : step ? (
              <StatusIcon status={step.status} actor={step.actor} mode={step.mode} decorative />
            ) : null}
          </div>
        );
      })}
    </>
  );
});

/** Its own, as a row renders again at every other place. */
const RunCell = memo(function RunCell({ row, actorLabel }: Pick<CellsProps, 'row' | 'actorLabel'>) {
  const intl = useIntl();
  return row.run ? (
    <>
      <span className="kw-matrix-line">
        <RunStatusIcon status={toShownStatus(row.run)} decorative />
        <span className="kw-matrix-truncate">
          {intl.formatMessage({ id: `runStatus.${toShownStatus(row.run)}` })}
        </span>
        <span className="kw-matrix-quiet">
          {row.run.status === 'COMPLETED' ? null : row.oldestWait === null ? (
            intl.formatMessage({ id: 'portfolio.progress' }, row.run.progress)
          ) : (
            <RelativeTime
              at={new Date(row.oldestWait).toISOString()}
              waiting
              focusable={false}
              isShort
            />
          )}
        </span>
      </span>
      <WhoseTurn run={row.run} actorLabel={actorLabel} />
    </>
  ) : (
    <span className="kw-matrix-quiet">
      {intl.formatMessage({ id: 'portfolio.view.NOT_STARTED' })}
    </span>
  );
});

interface WhoseTurnProps extends Pick<CellsProps, 'actorLabel'> {
  run: MatrixRun;
}

function WhoseTurn({ run, actorLabel }: WhoseTurnProps) {
  const intl = useIntl();
  const next = run.coolingOffs.map(({ until }) => until).toSorted()[0];
  if (isClosed(run)) return null;
  // Until the server says that it is over, whatever the clock here says.
  const at = next
    ? intl.formatMessage({ id: 'portfolio.usableFrom' }, { at: intl.formatDate(next, SHORT) })
    : null;
  const end = run.delays.map(({ until }) => until).toSorted()[0];
  const delayed = end
    ? intl.formatMessage({ id: 'portfolio.delayed' }, { at: intl.formatTime(nextMinute(end)) })
    : null;
  // What is delayed waits on Keyway, which would say less.
  const names = run.waitingOn
    .filter((actor) => delayed === null || actor !== 'SYSTEM')
    .map(actorLabel);
  const parts = [...names, ...[at, delayed].filter((part) => part !== null)];
  const text = intl.formatList(parts, { type: 'unit', style: 'short' });
  return (
    <span className="kw-matrix-quiet kw-matrix-truncate" title={text}>
      {text}
    </span>
  );
}
