/** The saved views of the list of organizations. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { SavedViews } from '../../features/views/SavedViews.tsx';
import { ViewChip } from '../../features/views/ViewChip.tsx';
import type { ViewLinkProps } from '../../features/views/ViewChip.tsx';
import { NO_VIEW } from '../../features/views/viewSearch.ts';
import type { AddressSearch } from '../../features/views/viewSearch.ts';
import { organizationsSearch } from './organizationsSearch.ts';
import type { OrganizationsSearch } from './organizationsSearch.ts';

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  listStyleType: 'none',
  margin: 0,
  marginBottom: 12,
  padding: 0,
});
const NOTHING: AddressSearch = { view: NO_VIEW };

interface OrganizationViewsProps {
  search: OrganizationsSearch;
  isFiltered: boolean;
}

export function OrganizationViews({ search, isFiltered }: OrganizationViewsProps) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/organizations' });
  const open = useCallback(
    (wanted: AddressSearch) =>
      void navigate({ search: organizationsSearch({ ...wanted }), replace: true }),
    [navigate],
  );
  const isOpen = search.view !== undefined && search.view !== NO_VIEW;
  return (
    <nav aria-label={intl.formatMessage({ id: 'portfolio.views' })} data-print="hidden">
      <ul className={line}>
        <li>
          <OrganizationViewLink search={NOTHING} isCurrent={!isFiltered && !isOpen}>
            {intl.formatMessage({ id: 'common.all' })}
          </OrganizationViewLink>
        </li>
        <SavedViews
          page="ORGANIZATIONS"
          search={search}
          parse={organizationsSearch}
          ViewLink={OrganizationViewLink}
          open={open}
        />
      </ul>
    </nav>
  );
}

function OrganizationViewLink({ search, isCurrent, children }: ViewLinkProps) {
  return (
    <Link
      to="/organizations"
      search={organizationsSearch({ ...search })}
      className="kw-nav-link"
      aria-current={isCurrent ? 'true' : undefined}
      activeProps={{}}
    >
      <ViewChip isCurrent={isCurrent}>{children}</ViewChip>
    </Link>
  );
}
