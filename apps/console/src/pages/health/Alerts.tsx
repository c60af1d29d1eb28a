/** The alerts with their filters. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { AlertList } from '../../features/alerts/AlertList.tsx';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { OrganizationChoice } from '../../features/organization/OrganizationChoice.tsx';
import { useOnlyOrganization } from '../../features/viewer/ViewerQuery.ts';
import type { AlertFilter } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { KIND_CHOICES, oneOf, STATUS_CHOICES } from './healthChoices.ts';
import type { HealthSearch } from './healthSearch.ts';

interface AlertsProps {
  search: HealthSearch;
  onChange: (change: Partial<HealthSearch>) => void;
}

const UNRESOLVED: AlertFilter['status'] = ['OPEN', 'ACKNOWLEDGED'];

interface Chosen {
  status: (typeof STATUS_CHOICES)[number] | undefined;
  kind: (typeof KIND_CHOICES)[number] | undefined;
  organization: string | undefined;
}

function toFilter({ status, kind, organization }: Chosen): AlertFilter {
  return {
    ...(organization && { organizationId: organization }),
    ...(kind && { kind: [kind] }),
    ...(status === undefined && { status: UNRESOLVED }),
    ...(status !== undefined && status !== 'ANY' && { status: [status] }),
  };
}

export function Alerts({ search, onChange }: AlertsProps) {
  const intl = useIntl();
  const { organization } = search;
  const status = oneOf(STATUS_CHOICES, search.status);
  const kind = oneOf(KIND_CHOICES, search.kind);
  // Its identity decides what is read again.
  const filter = useMemo(
    () => toFilter({ status, kind, organization }),
    [status, kind, organization],
  );
  const isFiltered = Boolean(status ?? kind ?? organization);
  const clear = () => onChange({ status: undefined, kind: undefined, organization: undefined });
  return (
    <>
      <AlertFilters
        search={search}
        filter={filter}
        isFiltered={isFiltered}
        onChange={onChange}
        onClear={clear}
      />
      <AlertList
        key={JSON.stringify(filter)}
        filter={filter}
        empty={
          <EmptyState
            title={intl.formatMessage({ id: isFiltered ? 'alerts.noMatch' : 'alerts.none' })}
          >
            {isFiltered ? undefined : intl.formatMessage({ id: 'alerts.noneText' })}
          </EmptyState>
        }
      />
    </>
  );
}

function AlertFilters({
  search,
  filter,
  isFiltered,
  onChange,
  onClear,
}: AlertsProps & { filter: AlertFilter; isFiltered: boolean; onClear: () => void }) {
  const intl = useIntl();
  const isOfOne = Boolean(useOnlyOrganization());
  return (
    <FilterBar
      isFiltered={isFiltered}
      onClear={onClear}
      actions={
        <ExportButton
          file={async (tools) => (await import('./healthFiles.ts')).alertsFile(tools, filter)}
        />
      }
    >
      {isOfOne ? null : (
        <OrganizationChoice
          value={search.organization}
          onChange={(organization) => onChange({ organization })}
        />
      )}
      <FilterPicker
        label={intl.formatMessage({ id: 'alerts.status' })}
        allLabel={intl.formatMessage({ id: 'alertStatus.unresolved' })}
        value={oneOf(STATUS_CHOICES, search.status)}
        options={STATUS_CHOICES.map((id) => ({
          id,
          name: intl.formatMessage({ id: `alertStatus.${id}` }),
        }))}
        onChange={(status) => onChange({ status })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'alerts.kind' })}
        value={oneOf(KIND_CHOICES, search.kind)}
        options={KIND_CHOICES.map((id) => ({
          id,
          name: intl.formatMessage({ id: `alertKind.${id}` }),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
    </FilterBar>
  );
}
