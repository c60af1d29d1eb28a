/** The filters of the matrix by health, by whose work runs are and by a step, and its order. */
import { useQuery } from '@apollo/client/react';
import { ActionButton, Text } from '@react-spectrum/s2';
import CloseIcon from '@react-spectrum/s2/icons/Close';
import { memo, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { HealthFilter } from '../../features/health/HealthFilter.tsx';
import { WorkFilters } from '../../features/work/WorkFilters.tsx';
import { RUN_OWNERS } from '../../features/work/runOwnersDocument.ts';
import { mergeOwners, type NamedOwner } from './listOwners.ts';
import { SortPicker } from '../../ui/SortPicker.tsx';
import type { PortfolioSearch, Sort } from './portfolioSearch.ts';
import { parseCell, cellText } from './cellStatuses.ts';

export interface MatrixFiltersProps {
  search: PortfolioSearch;
  /** Of all rows that are loaded. */
  ownersOfRows: readonly NamedOwner[];
  onChange: (change: PortfolioSearch) => void;
}

export const MatrixFilters = memo(function MatrixFilters({
  search,
  ownersOfRows,
  onChange,
}: MatrixFiltersProps) {
  const known = useQuery(RUN_OWNERS, { fetchPolicy: 'cache-and-network' }).data?.runOwners;
  const owners = useMemo(() => mergeOwners(ownersOfRows, known), [ownersOfRows, known]);
  return (
    <>
      <HealthFilter value={search.health} onChange={(health) => onChange({ health })} />
      <WorkFilters search={search} owners={owners} onChange={onChange} />
      <StepFilter step={search.step} onClear={() => onChange({ step: undefined })} />
      <SortedBy sort={search.sort} onChange={onChange} />
    </>
  );
});

/** Two of the three headers are beyond the edge of a narrow screen. */
function SortedBy({
  sort = 'name',
  onChange,
}: Pick<MatrixFiltersProps, 'onChange'> & { sort?: Sort }) {
  const intl = useIntl();
  const choices = [
    { id: 'name', name: intl.formatMessage({ id: 'portfolio.column.organization' }) },
    { id: 'wait', name: intl.formatMessage({ id: 'portfolio.column.wait' }) },
    { id: 'due', name: intl.formatMessage({ id: 'work.due' }) },
  ] as const;
  const selected = choices.find(({ id }) => sort.endsWith(id))?.id ?? 'name';
  return (
    <SortPicker<Sort>
      choices={choices}
      selected={selected}
      onChoose={(chosen) => onChange({ sort: chosen })}
    />
  );
}

/** The step by which the rows are filtered: the grid can be scrolled away from its head. */
function StepFilter({ step, onClear }: { step: string | undefined; onClear: () => void }) {
  const intl = useIntl();
  const chosen = step === undefined ? null : parseCell(step);
  if (!chosen) return null;
  const names = {
    track: intl.formatMessage({ id: `track.${chosen.track}.short` }),
    step: intl.formatMessage({ id: `step.${chosen.step}` }),
  };
  const status = intl.formatMessage({ id: cellText(chosen.status) });
  return (
    <ActionButton
      size="S"
      aria-label={intl.formatMessage({ id: 'portfolio.step.clear' }, { ...names, status })}
      onPress={onClear}
    >
      <Text>{intl.formatMessage({ id: 'portfolio.cell' }, { ...names, status })}</Text>
      <CloseIcon />
    </ActionButton>
  );
}
