/** One line of counts that filter the matrix. Each is a link, so that a view has an address and the back button works. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { PortfolioSearch } from '../../routes.tsx';
import { SignIcon } from '../../status/SignIcon.tsx';
import { runSign, stepSign } from '../../status/vocabulary.ts';
import type { Sign } from '../../status/vocabulary.ts';
import { VIEWS, viewParameter } from './matrixRows.ts';
import type { View } from './matrixRows.ts';

const SIGNS: Record<View, Sign> = {
  COMPLETED: runSign('COMPLETED'),
  PARTNER: stepSign('WAITING', 'PARTNER'),
  APPROVER: stepSign('WAITING', 'APPROVER'),
  CUSTOMER: stepSign('WAITING', 'AZURE_ADMIN'),
  ADOBE: stepSign('WAITING', 'ADOBE'),
  BLOCKED: runSign('BLOCKED'),
  FAILED: runSign('FAILED'),
  IN_PROGRESS: runSign('IN_PROGRESS'),
  NOT_STARTED: { shape: 'dash', tone: 'neutral' },
};

const line = style({ display: 'flex', flexWrap: 'wrap', gap: 8, listStyleType: 'none', margin: 0, padding: 0 });
const chip = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
  paddingX: 12,
  height: 32,
  boxSizing: 'border-box',
  borderRadius: 'full',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: { default: 'gray-300', ':hover': 'gray-500', isCurrent: 'gray-800' },
  backgroundColor: { default: 'transparent', isCurrent: 'gray-100' },
  color: 'neutral',
  whiteSpace: 'nowrap',
});
const number = style({ fontWeight: 'bold' });

interface ViewTabsProps {
  counts: Record<View, number>;
  all: number;
  search: PortfolioSearch;
}

export function ViewTabs({ counts, all, search }: ViewTabsProps) {
  const intl = useIntl();
  const current = VIEWS.find((view) => search[viewParameter(view)] === view);
  const shown = VIEWS.filter((view) => counts[view] > 0 || view === current);
  const rest = { text: search.text, sort: search.sort };
  return (
    <nav aria-label={intl.formatMessage({ id: 'portfolio.views' })}>
      <ul className={line}>
        <li>
          <Link to="/" search={rest} className="kw-nav-link" aria-current={current ? undefined : 'true'} activeProps={{}}>
            <span className={chip({ isCurrent: !current })}>
              {intl.formatMessage({ id: 'common.all' })}
              <span className={number}>{intl.formatNumber(all)}</span>
            </span>
          </Link>
        </li>
        {shown.map((view) => (
          <li key={view}>
            <Link
              to="/"
              search={view === current ? rest : { ...rest, [viewParameter(view)]: view }}
              className="kw-nav-link"
              aria-current={view === current ? 'true' : undefined}
              activeProps={{}}
            >
              <span className={chip({ isCurrent: view === current })}>
                <SignIcon {...SIGNS[view]} size={14} />
                {intl.formatMessage({ id: `portfolio.view.${view}` })}
                <span className={number}>{intl.formatNumber(counts[view])}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
