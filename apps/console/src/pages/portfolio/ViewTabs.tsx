/** The views of the matrix with their counts, and the saved views. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { toRunIndicator, toStepIndicator } from '../../status/indicators.ts';
import type { Indicator } from '../../status/indicators.ts';
import { SavedViews } from '../../features/views/SavedViews.tsx';
import { NO_VIEW } from '../../features/views/viewSearch.ts';
import type { AddressSearch } from '../../features/views/viewSearch.ts';
import { PortfolioViewLink } from './PortfolioViewLink.tsx';
import { portfolioSearch } from './portfolioSearch.ts';
import { VIEWS, pickViewParameter } from './matrixRows.ts';
import type { View } from './matrixRows.ts';

const INDICATORS: Record<View, Indicator> = {
  COMPLETED: toRunIndicator('COMPLETED'),
  PARTNER: toStepIndicator('WAITING', 'PARTNER'),
  APPROVER: toStepIndicator('WAITING', 'APPROVER'),
  CUSTOMER: toStepIndicator('WAITING', 'AZURE_ADMIN'),
  ADOBE: toStepIndicator('WAITING', 'ADOBE'),
  BLOCKED: toRunIndicator('BLOCKED'),
  FAILED: toRunIndicator('FAILED'),
  IN_PROGRESS: toRunIndicator('IN_PROGRESS'),
  NOT_STARTED: { shape: 'dash', tone: 'neutral' },
};

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  listStyleType: 'none',
  margin: 0,
  padding: 0,
});
const number = style({ fontWeight: 'bold' });

interface ViewTabsProps {
  counts: Record<View, number>;
  /** Undefined until known. */
  all?: number;
  search: PortfolioSearch;
}

export function ViewTabs({ counts, all, search }: ViewTabsProps) {
  const intl = useIntl();
  const current = VIEWS.find((view) => search[pickViewParameter(view)] === view);
  const shown = VIEWS.filter((view) => counts[view] > 0 || view === current);
  const navigate = useNavigate({ from: '/' });
  const open = useCallback(
    (wanted: AddressSearch) =>
      void navigate({ search: portfolioSearch({ ...wanted }), replace: true }),
    [navigate],
  );
  const isSaved = search.view !== undefined && search.view !== NO_VIEW;
  const rest = { ...search, status: undefined, waiting: undefined, view: undefined };
  return (
    <nav aria-label={intl.formatMessage({ id: 'portfolio.views' })}>
      <ul className={line}>
        <li>
          <PortfolioViewLink search={{ ...rest, view: NO_VIEW }} isCurrent={!current && !isSaved}>
            {intl.formatMessage({ id: 'common.all' })}
            {all === undefined ? null : <span className={number}>{intl.formatNumber(all)}</span>}
          </PortfolioViewLink>
        </li>
        {shown.map((view) => (
          <li key={view}>
            <PortfolioViewLink
              search={view === current ? rest : { ...rest, [pickViewParameter(view)]: view }}
              isCurrent={view === current && !isSaved}
            >
              <IndicatorIcon {...INDICATORS[view]} size={14} />
              {intl.formatMessage({ id: `portfolio.view.${view}` })}
              <span className={number}>{intl.formatNumber(counts[view])}</span>
            </PortfolioViewLink>
          </li>
        ))}
        <SavedViews
          page="PORTFOLIO"
          search={search}
          parse={portfolioSearch}
          ViewLink={PortfolioViewLink}
          open={open}
        />
      </ul>
    </nav>
  );
}
