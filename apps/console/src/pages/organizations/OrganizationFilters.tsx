/** The filters of the list of organizations, which are part of its address. */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { OrganizationsSearch } from './organizationsSearch.ts';
import type { Assignee } from '../../features/work/AssigneePicker.tsx';
import { useActorName } from '../../features/viewer/useActorName.ts';
import { HealthFilter } from '../../features/health/HealthFilter.tsx';
import { WorkFilters } from '../../features/work/WorkFilters.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { ACTORS, REGIONS, RUN_STATUSES } from '../../features/organization/organizationChoices.ts';

interface OrganizationFiltersProps {
  search: OrganizationsSearch;
  /** Who can be chosen, beside the viewer. */
  owners: readonly Assignee[];
  isFiltered: boolean;
  count?: string;
  actions?: ReactNode;
  onChange: (change: Partial<OrganizationsSearch>) => void;
  onClear: () => void;
}

export function OrganizationFilters({
  search,
  owners,
  isFiltered,
  count,
  actions,
  onChange,
  onClear,
}: OrganizationFiltersProps) {
  const intl = useIntl();
  const nameOf = useActorName();
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
      actions={actions}
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
        options={ACTORS.map((id) => ({ id, name: nameOf(id) }))}
        onChange={(waiting) => onChange({ waiting })}
      />
      <HealthFilter value={search.health} onChange={(health) => onChange({ health })} />
      <WorkFilters search={search} owners={owners} onChange={onChange} />
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
