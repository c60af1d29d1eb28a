/** The filters of the list of organizations, which are part of its address. */
import { useIntl } from 'react-intl';
import { MINE, STUCK_FOR, toDays } from './organizationsSearch.ts';
import type { OrganizationsSearch } from './organizationsSearch.ts';
import type { Assignee } from '../../features/work/AssigneePicker.tsx';
import { useViewer } from '../../features/viewer/ViewerQuery.ts';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { ACTORS, REGIONS, RUN_STATUSES } from '../../features/organization/organizationChoices.ts';

interface OrganizationFiltersProps {
  search: OrganizationsSearch;
  /** Who can be chosen, beside the viewer. */
  owners: readonly Assignee[];
  isFiltered: boolean;
  count?: string;
  onChange: (change: Partial<OrganizationsSearch>) => void;
  onClear: () => void;
}

export function OrganizationFilters({
  search,
  owners,
  isFiltered,
  count,
  onChange,
  onClear,
}: OrganizationFiltersProps) {
  const intl = useIntl();
  const viewer = useViewer();
  return (
    <FilterBar
      text={{
        label: intl.formatMessage({ id: 'portfolio.filter' }),
        value: search.text ?? '',
        onChange: (text) => onChange({ text: text || undefined }),
      }}
      isFiltered={isFiltered}
      onClear={onClear}
      count={count}
    >
      <FilterPicker
        label={intl.formatMessage({ id: 'organizations.region' })}
        value={search.region}
        options={REGIONS.map((id) => ({ id, name: intl.formatMessage({ id: `region.${id}` }) }))}
        onChange={(region) => onChange({ region })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'organizations.run' })}
        value={search.status}
        options={RUN_STATUSES.map((id) => ({
          id,
          name: intl.formatMessage({ id: `runStatus.${id}` }),
        }))}
        onChange={(status) => onChange({ status })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'organizations.waitingOn' })}
        value={search.waiting}
        options={ACTORS.map((id) => ({ id, name: intl.formatMessage({ id: `actor.${id}` }) }))}
        onChange={(waiting) => onChange({ waiting })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'work.owner' })}
        value={search.owner}
        allLabel={intl.formatMessage({ id: 'work.anybody' })}
        options={[
          ...(viewer?.kind === 'MEMBER'
            ? [{ id: MINE, name: intl.formatMessage({ id: 'work.mine' }) }]
            : []),
          ...owners.filter(({ id }) => id !== viewer?.id),
        ]}
        onChange={(owner) => onChange({ owner })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'work.due' })}
        value={search.overdue}
        options={[{ id: 'yes' as const, name: intl.formatMessage({ id: 'work.overdue' }) }]}
        onChange={(overdue) => onChange({ overdue })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'work.stuck' })}
        value={search.stuck}
        options={STUCK_FOR.map((id) => ({
          id,
          name: intl.formatMessage({ id: 'work.stuckDays' }, { days: toDays(id) }),
        }))}
        onChange={(stuck) => onChange({ stuck })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'organizations.archive' })}
        value={search.archived}
        allLabel={intl.formatMessage({ id: 'organizations.archiveHidden' })}
        options={[
          { id: 'true' as const, name: intl.formatMessage({ id: 'organizations.archived' }) },
        ]}
        onChange={(archived) => onChange({ archived })}
      />
    </FilterBar>
  );
}
