/** The views of the matrix with their counts, and the saved views. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { toHealthIndicator, toRunIndicator, toStepIndicator } from '../../status/indicators.ts';
import type { Indicator } from '../../status/indicators.ts';
import { useWaitedActorName } from '../../features/viewer/useActorName.ts';
import { isSavedView, viewLinkOf, ViewLine } from '../../features/views/ViewLine.tsx';
import { portfolioSearch } from './portfolioSearch.ts';
import { VIEWS, isHealthView, pickViewParameter } from './matrixRows.ts';
import type { View } from './matrixRows.ts';

const INDICATORS: Record<View, Indicator> = {
  REVOKED: toHealthIndicator('REVOKED'),
  CUT_OFF: toHealthIndicator('CUT_OFF'),
  AT_RISK: toHealthIndicator('AT_RISK'),
  UNREACHABLE: toHealthIndicator('UNREACHABLE'),
  COMPLETED: toRunIndicator('COMPLETED'),
  PARTNER: toStepIndicator('WAITING', 'PARTNER'),
  APPROVER: toStepIndicator('WAITING', 'APPROVER'),
  CUSTOMER: toStepIndicator('WAITING', 'AZURE_ADMIN'),
  ADOBE: toStepIndicator('WAITING', 'ADOBE'),
  BLOCKED: toRunIndicator('BLOCKED'),
  FAILED: toRunIndicator('FAILED'),
  REFUSED: toRunIndicator('REFUSED'),
  IN_PROGRESS: toRunIndicator('IN_PROGRESS'),
  NOT_STARTED: { shape: 'dash', tone: 'neutral' },
};

const number = style({ fontWeight: 'bold' });
const ViewLink = viewLinkOf('PORTFOLIO', portfolioSearch);

interface ViewTabsProps {
  counts: Record<View, number>;
  /** Undefined until known. */
  all?: number;
  search: PortfolioSearch;
}

export function ViewTabs({ counts, all, search }: ViewTabsProps) {
  const intl = useIntl();
  const partner = useWaitedActorName()('PARTNER');
  const current = VIEWS.find((view) => search[pickViewParameter(view)] === view);
  const shown = VIEWS.filter((view) => counts[view] > 0 || view === current);
  const rest = {
    ...search,
    status: undefined,
    waiting: undefined,
    health: undefined,
    view: undefined,
  };
  return (
    <ViewLine
      page="PORTFOLIO"
      search={search}
      parse={portfolioSearch}
      ViewLink={ViewLink}
      rest={rest}
      isAll={!current}
      all={all}
    >
      {shown.map((view) => (
        <li key={view}>
          <ViewLink
            search={view === current ? rest : { ...rest, [pickViewParameter(view)]: view }}
            isCurrent={view === current && !isSavedView(search)}
          >
            <IndicatorIcon {...INDICATORS[view]} size={14} />
            {isHealthView(view)
              ? intl.formatMessage({ id: `health.${view}` })
              : intl.formatMessage({ id: `portfolio.view.${view}` }, { partner })}
            <span className={number}>{intl.formatNumber(counts[view])}</span>
          </ViewLink>
        </li>
      ))}
    </ViewLine>
  );
}
