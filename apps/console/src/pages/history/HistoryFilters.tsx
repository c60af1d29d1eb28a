/** The filters of the history: actor, organization, kind, from and to. */
import { useQuery } from '@apollo/client/react';
import { ComboBox, ComboBoxItem } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { HistorySearch } from './historySearch.ts';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { DayField } from './DayField.tsx';
import { ORGANIZATION_CHOICES, ORGANIZATION_NAME } from './historyDocuments.ts';
import { KIND_GROUP_IDS } from './historyFilter.ts';

/** Both days stay on one line where there is space for them. */
const period = style({ display: 'inline-flex', flexWrap: 'wrap', columnGap: 16, rowGap: 8 });

interface HistoryFiltersProps {
  search: HistorySearch;
  isFiltered: boolean;
  onChange: (change: Partial<HistorySearch>) => void;
  onClear: () => void;
}

export function HistoryFilters({ search, isFiltered, onChange, onClear }: HistoryFiltersProps) {
  const intl = useIntl();
  return (
    <FilterBar
      text={{
        label: intl.formatMessage({ id: 'history.actor' }),
        value: search.actor ?? '',
        onChange: (actor) => onChange({ actor: actor || undefined }),
      }}
      isFiltered={isFiltered}
      onClear={onClear}
    >
      <OrganizationChoice
        key={search.organization ?? ''}
        value={search.organization}
        onChange={(organization) => onChange({ organization })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'history.kind' })}
        value={search.kind}
        options={KIND_GROUP_IDS.map((id) => ({
          id,
          name: intl.formatMessage({ id: `history.kind.${id}` }),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
      <span className={period}>
        <DayField
          label={intl.formatMessage({ id: 'history.since' })}
          value={search.since}
          onChange={(since) => onChange({ since })}
        />
        <DayField
          label={intl.formatMessage({ id: 'history.until' })}
          value={search.until}
          onChange={(until) => onChange({ until })}
        />
      </span>
    </FilterBar>
  );
}

/** One organization by part of its name. The server searches, because there can be thousands. */
function OrganizationChoice({
  value,
  onChange,
}: {
  value?: string;
  onChange: (id: string | undefined) => void;
}) {
  const intl = useIntl();
  const chosen = useQuery(ORGANIZATION_NAME, { variables: { id: value ?? '' }, skip: !value }).data
    ?.organization;
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? chosen?.name ?? '';
  const { data, previousData } = useQuery(ORGANIZATION_CHOICES, {
    variables: { filter: typed ? { text: typed } : null },
    fetchPolicy: 'cache-first',
  });
  const items = ((data ?? previousData)?.organizations.edges ?? []).map((edge) => edge.node);
  return (
    <ComboBox
      size="S"
      label={intl.formatMessage({ id: 'portfolio.column.organization' })}
      labelPosition="side"
      placeholder={intl.formatMessage({ id: 'common.all' })}
      items={items}
      inputValue={shown}
      onInputChange={(text) => {
        setTyped(text);
        if (text === '' && value) onChange(undefined);
      }}
      selectedKey={value ?? null}
      onSelectionChange={(key) => {
        if (key === null || key === value) return;
        setTyped(undefined);
        onChange(String(key));
      }}
    >
      {(item) => <ComboBoxItem id={item.id}>{item.name}</ComboBoxItem>}
    </ComboBox>
  );
}
