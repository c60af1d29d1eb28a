/** Whose turn runs are, apart from what they are: both filters hold at once. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useTurnLabel } from '../../features/viewer/useActorName.ts';
import { viewLinkOf } from '../../features/views/ViewLine.tsx';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { toStepIndicator } from '../../status/indicators.ts';
import type { Indicator } from '../../status/indicators.ts';
import { TURN_VIEWS } from './matrixRows.ts';
import type { View } from './matrixRows.ts';
import { portfolioSearch } from './portfolioSearch.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';

const INDICATORS: Record<(typeof TURN_VIEWS)[number], Indicator> = {
  PARTNER: toStepIndicator('WAITING', 'PARTNER'),
  APPROVER: toStepIndicator('WAITING', 'APPROVER'),
  CUSTOMER: toStepIndicator('WAITING', 'AZURE_ADMIN'),
  ADOBE: toStepIndicator('WAITING', 'ADOBE'),
};

const line = style({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 8 });
const list = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  listStyleType: 'none',
  margin: 0,
  padding: 0,
});
const title = style({ font: 'ui-sm', color: 'neutral-subdued', minWidth: 80 });
const number = style({ fontWeight: 'bold' });
const hint = style({ font: 'ui-sm', color: 'neutral-subdued' });
const TurnLink = viewLinkOf('PORTFOLIO', portfolioSearch);

interface TurnTabsProps {
  counts: Record<View, number>;
  /** Whether every row is loaded; until then a number would be of some of them. */
  isComplete: boolean;
  all: number;
  search: PortfolioSearch;
}

export function TurnTabs({ counts, isComplete, all, search }: TurnTabsProps) {
  const intl = useIntl();
  const labelOf = useTurnLabel();
  const titleId = useId();
  const hintId = useId();
  const current = TURN_VIEWS.find((view) => search.waiting === view);
  const everybody = { ...search, waiting: undefined };
  return (
    <nav className={line} aria-labelledby={titleId} aria-describedby={hintId} data-print="hidden">
      <span id={titleId} className={title}>
        {intl.formatMessage({ id: 'portfolio.turn' })}
      </span>
      <ul className={list}>
        <li>
          <TurnLink search={everybody} isCurrent={!current}>
            {intl.formatMessage({ id: 'portfolio.turn.all' })}
            {isComplete ? <span className={number}>{intl.formatNumber(all)}</span> : null}
          </TurnLink>
        </li>
        {TURN_VIEWS.map((view) => (
          <li key={view}>
            <TurnLink
              search={view === current ? everybody : { ...search, waiting: view }}
              isCurrent={view === current}
            >
              <IndicatorIcon {...INDICATORS[view]} size={14} />
              {labelOf(view)}
              {isComplete ? (
                <span className={number}>{intl.formatNumber(counts[view])}</span>
              ) : null}
            </TurnLink>
          </li>
        ))}
      </ul>
      {/* From the beginning, so that nothing moves when the numbers come. */}
      <span id={hintId} className={hint}>
        {intl.formatMessage({ id: 'portfolio.turn.hint' })}
      </span>
    </nav>
  );
}
