/** Filters by whose work runs are: who is responsible, what is late, and what makes no progress. */
import { useIntl } from 'react-intl';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { useViewer } from '../viewer/ViewerQuery.ts';
import type { Assignee } from './AssigneePicker.tsx';
import { DUE_WITHIN, MINE, NOBODY, STUCK_FOR, toDays } from './workSearch.ts';
import type { WorkSearch } from './workSearch.ts';

const OVERDUE = 'overdue';

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
        value={search.overdue ? OVERDUE : search.due}
        options={[
          { id: OVERDUE, name: intl.formatMessage({ id: 'work.overdue' }) },
          ...DUE_WITHIN.map((id) => ({
            id,
            name: intl.formatMessage({ id: 'work.dueDays' }, { days: toDays(id) }),
          })),
          { id: 'none' as const, name: intl.formatMessage({ id: 'work.noDate' }) },
        ]}
        onChange={(chosen) =>
          onChange(
            chosen === OVERDUE
              ? { overdue: 'yes', due: undefined }
              : { overdue: undefined, due: chosen },
          )
        }
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
