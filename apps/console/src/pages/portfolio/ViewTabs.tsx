/** What runs are, with their numbers, and the saved views. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { toHealthIndicator, toRunIndicator } from '../../status/indicators.ts';
import type { Indicator } from '../../status/indicators.ts';
import { isSavedView, viewLinkOf, ViewLine } from '../../features/views/ViewLine.tsx';
import { portfolioSearch } from './portfolioSearch.ts';
import { HEALTH_VIEWS, STATUS_VIEWS, isHealthView, pickViewParameter } from './matrixRows.ts';
import type { View } from './matrixRows.ts';

type StatusView = (typeof SHOWN)[number];

/** Health only where it needs somebody. */
const SHOWN = [...HEALTH_VIEWS, ...STATUS_VIEWS] as const;

const INDICATORS: Record<StatusView, Indicator> = {
  REVOKED: toHealthIndicator('REVOKED'),
  CUT_OFF: toHealthIndicator('CUT_OFF'),
  AT_RISK: toHealthIndicator('AT_RISK'),
  UNREACHABLE: toHealthIndicator('UNREACHABLE'),
  COMPLETED: toRunIndicator('COMPLETED'),
  BLOCKED: toRunIndicator('BLOCKED'),
  FAILED: toRunIndicator('FAILED'),
  REFUSED: toRunIndicator('REFUSED'),
  IN_PROGRESS: toRunIndicator('IN_PROGRESS'),
  WAITING: toRunIndicator('WAITING'),
  NOT_STARTED: { shape: 'dash', tone: 'neutral' },
};

const number = style({ fontWeight: 'bold' });
const ViewLink = viewLinkOf('PORTFOLIO', portfolioSearch);

interface ViewTabsProps {
  counts: Record<View, number>;
  /** Whether every row is loaded; until then a number would be of some of them. */
  isComplete: boolean;
  /** Undefined until known. */
  all?: number;
  search: PortfolioSearch;
}

export function ViewTabs({ counts, isComplete, all, search }: ViewTabsProps) {
  const intl = useIntl();
  const current = SHOWN.find((view) => search[pickViewParameter(view)] === view);
  const shown = SHOWN.filter((view) => counts[view] > 0 || view === current);
  const rest = {
    ...search,
    status: undefined,
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
              : intl.formatMessage({ id: `portfolio.view.${view}` })}
            {isComplete ? <span className={number}>{intl.formatNumber(counts[view])}</span> : null}
          </ViewLink>
        </li>
      ))}
    </ViewLine>
  );
}
