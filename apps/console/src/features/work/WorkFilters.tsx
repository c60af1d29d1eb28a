/** Filters by whose work runs are: who is responsible, what is late, and what makes no progress. */
import { useIntl } from 'react-intl';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { useViewer } from '../viewer/ViewerQuery.ts';
import type { Assignee } from './AssigneePicker.tsx';
import { MINE, NOBODY, STUCK_FOR, toDays } from './workSearch.ts';
import type { WorkSearch } from './workSearch.ts';

interface WorkFiltersProps {
  search: WorkSearch;
  /** Who can be chosen, beside the viewer. */
  owners: readonly Assignee[];
  onChange: (change: WorkSearch) => void;
}

export function WorkFilters({ search, owners, onChange }: WorkFiltersProps) {
  const intl = useIntl();
  const viewer = useViewer();
  const choices = [
    ...(viewer?.kind === 'MEMBER'
      ? [{ id: MINE, name: intl.formatMessage({ id: 'work.mine' }) }]
      : []),
    { id: NOBODY, name: intl.formatMessage({ id: 'work.nobody' }) },
    ...owners.filter(({ id }) => id !== viewer?.id),
  ];
  // The address can name somebody who is responsible for nothing now.
  if (search.owner && !choices.some(({ id }) => id === search.owner))
    choices.push({ id: search.owner, name: intl.formatMessage({ id: 'work.someone' }) });
  return (
    <>
      <FilterPicker
        label={intl.formatMessage({ id: 'work.owner' })}
        value={search.owner}
        allLabel={intl.formatMessage({ id: 'work.anybody' })}
        options={choices}
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
    </>
  );
}
