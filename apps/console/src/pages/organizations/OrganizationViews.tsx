/** The saved views of the list of organizations. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { viewLinkOf, ViewLine } from '../../features/views/ViewLine.tsx';
import { organizationsSearch } from './organizationsSearch.ts';
import type { OrganizationsSearch } from './organizationsSearch.ts';

const below = style({ marginBottom: 12 });
const ViewLink = viewLinkOf('ORGANIZATIONS', organizationsSearch);

interface OrganizationViewsProps {
  search: OrganizationsSearch;
  isFiltered: boolean;
}

export const OrganizationViews = ({ search, isFiltered }: OrganizationViewsProps) => (
  <div className={below}>
    <ViewLine
      page="ORGANIZATIONS"
      search={search}
      parse={organizationsSearch}
      ViewLink={ViewLink}
      isAll={!isFiltered}
    />
  </div>
);
