/** The views of a page as a line of links: everything, the page's own, and the saved ones. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { SavedViewPage } from '../../generated/enums.ts';
import { SavedViews } from './SavedViews.tsx';
import { ViewChip } from './ViewChip.tsx';
import type { ViewLinkProps } from './ViewChip.tsx';
import { NO_VIEW } from './viewSearch.ts';
import type { AddressSearch, ParseSearch } from './viewSearch.ts';

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  listStyleType: 'none',
  margin: 0,
  padding: 0,
});
const number = style({ fontWeight: 'bold' });

const PATHS = { PORTFOLIO: '/', ORGANIZATIONS: '/organizations' } as const;

/** Links to one page, with other parameters. */
export const viewLinkOf =
  (page: SavedViewPage, parse: ParseSearch) =>
  ({ search, isCurrent, children }: ViewLinkProps) => (
    <Link
      to={PATHS[page]}
      search={parse({ ...search })}
      className="kw-nav-link"
      aria-current={isCurrent ? 'true' : undefined}
      activeProps={{}}
    >
      <ViewChip isCurrent={isCurrent}>{children}</ViewChip>
    </Link>
  );

interface ViewLineProps {
  page: SavedViewPage;
  search: AddressSearch;
  parse: ParseSearch;
  ViewLink: ReturnType<typeof viewLinkOf>;
  /** What stays of the address where every organization is shown. */
  rest?: AddressSearch;
  /** Whether nothing is left out by a filter. */
  isAll: boolean;
  /** How many there are, where known. */
  all?: number | undefined;
  /** The page's own views, as list items. */
  children?: ReactNode;
}

export const isSavedView = ({ view }: AddressSearch): boolean =>
  view !== undefined && view !== NO_VIEW;

export function ViewLine(props: ViewLineProps) {
  const { page, search, parse, ViewLink, rest, isAll, all, children } = props;
  const intl = useIntl();
  const navigate = useNavigate();
  const open = useCallback(
    (wanted: AddressSearch) =>
      void navigate({ to: PATHS[page], search: parse({ ...wanted }), replace: true }),
    [navigate, page, parse],
  );
  return (
    <nav aria-label={intl.formatMessage({ id: 'portfolio.views' })} data-print="hidden">
      <ul className={line}>
        <li>
          <ViewLink search={{ ...rest, view: NO_VIEW }} isCurrent={isAll && !isSavedView(search)}>
            {intl.formatMessage({ id: 'common.all' })}
            {all === undefined ? null : <span className={number}>{intl.formatNumber(all)}</span>}
          </ViewLink>
        </li>
        {children}
        <SavedViews page={page} search={search} parse={parse} ViewLink={ViewLink} open={open} />
      </ul>
    </nav>
  );
}
