/** The head of a step: its name, how many have a problem there, and a menu that filters. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { StepId, TrackId } from '../../generated/enums.ts';
import { lazyPart, usePart } from '../../ui/lazyPart.tsx';
import { PartFailure } from '../../ui/PartFailure.tsx';
import {
  CELL_STATUSES,
  countProblems,
  formatCell,
  parseCell,
  cellText,
  type CellCounts,
} from './cellStatuses.ts';

const menu = lazyPart(async () => (await import('../../ui/OpenableMenu.tsx')).OpenableMenu);

interface StepHeadProps {
  column: { track: TrackId; step: StepId };
  bySteps: CellCounts;
  /** One of the heads is where the tab key goes; arrows lead to the others. */
  isTabStop: boolean;
}

export function StepHead({ column, bySteps, isTabStop }: StepHeadProps) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/' });
  const { step: filter } = useSearch({ from: '/shell/' });
  const [presses, setPresses] = useState(0);
  const { Loaded, isFailed } = usePart(menu, presses);
  const chosen = filter === undefined ? null : parseCell(filter);
  const isChosen = chosen?.track === column.track && chosen.step === column.step;
  const problems = countProblems(bySteps, column);
  const step = intl.formatMessage({ id: `step.${column.step}` });
  const track = intl.formatMessage({ id: `track.${column.track}.short` });
  const props = {
    label: intl.formatMessage({ id: 'portfolio.step.filter' }, { track, step, problems }),
    className: isChosen ? 'kw-matrix-head-button kw-matrix-head-chosen' : 'kw-matrix-head-button',
    excludeFromTabOrder: !isTabStop,
    selected: isChosen ? chosen.status : 'ALL',
    choices: [
      { id: 'ALL', name: intl.formatMessage({ id: 'portfolio.step.all' }) },
      ...CELL_STATUSES.flatMap((status) => {
        const count = bySteps.get(formatCell({ ...column, status })) ?? 0;
        if (count === 0 && !(isChosen && chosen.status === status)) return [];
        const name = intl.formatMessage(
          { id: 'portfolio.step.choice' },
          {
            status: intl.formatMessage({ id: cellText(status) }),
            count: intl.formatNumber(count),
          },
        );
        return [{ id: status, name }];
      }),
    ],
    onChoose: (id: string) => {
      const status = CELL_STATUSES.find((one) => one === id);
      const next = status && formatCell({ ...column, status });
      void navigate({ search: (old) => ({ ...old, step: next }) });
    },
    children: (
      <>
        <span className="kw-matrix-head-name">{step}</span>
        {problems > 0 ? (
          <span className="kw-matrix-head-count" data-count={intl.formatNumber(problems)} />
        ) : null}
      </>
    ),
  };
  if (Loaded && presses > 0) return <Loaded {...props} size="XS" />;
  return (
    <>
      <button
        type="button"
        className={props.className}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={false}
        tabIndex={isTabStop ? 0 : -1}
        onPointerEnter={() => menu.preload()}
        onFocus={() => menu.preload()}
        onClick={() => setPresses(presses + 1)}
      >
        {props.children}
      </button>
      {isFailed ? <PartFailure /> : null}
    </>
  );
}
