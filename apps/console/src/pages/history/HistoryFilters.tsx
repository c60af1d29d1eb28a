/** The filters of the history: actor, organization, kind, from and to. */
import { ToggleButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { HistorySearch } from './historySearch.ts';
import { OrganizationChoice } from '../../features/organization/OrganizationChoice.tsx';
import { useOnlyOrganization } from '../../features/viewer/ViewerQuery.ts';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { hidesSignIns, KIND_GROUP_IDS } from './historyFilter.ts';

/** Both days stay on one line where there is space for them. */
const period = style({ display: 'inline-flex', flexWrap: 'wrap', columnGap: 16, rowGap: 8 });

interface HistoryFiltersProps {
  search: HistorySearch;
  isFiltered: boolean;
  actions: ReactNode;
  onChange: (change: Partial<HistorySearch>) => void;
  onClear: () => void;
}

export function HistoryFilters(props: HistoryFiltersProps) {
  const { search, isFiltered, actions, onChange, onClear } = props;
  const intl = useIntl();
  const isOfOne = Boolean(useOnlyOrganization());
  return (
    <FilterBar
      text={{
        label: intl.formatMessage({ id: 'history.actor' }),
        value: search.actor ?? '',
        onChange: (actor) => onChange({ actor: actor || undefined }),
      }}
      isFiltered={isFiltered}
      onClear={onClear}
      actions={actions}
    >
      {isOfOne ? null : (
        <OrganizationChoice
          value={search.organization}
          onChange={(organization) => onChange({ organization })}
        />
      )}
      <FilterPicker
        label={intl.formatMessage({ id: 'history.kind' })}
        value={search.kind}
        options={KIND_GROUP_IDS.map((id) => ({
          id,
          name: intl.formatMessage({ id: `history.kind.${id}` }),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
      {hidesSignIns(search) ? (
        <ToggleButton
          size="S"
          isSelected={search.signIns === 'shown'}
          onChange={(isShown) => onChange({ signIns: isShown ? 'shown' : undefined })}
        >
          {intl.formatMessage({ id: 'history.signIns' })}
        </ToggleButton>
      ) : null}
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
