/** How many runs a change reached; opened, the entries of these runs. */
import { useQuery } from '@apollo/client/react';
import { ActionButton, Text } from '@react-spectrum/s2';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { CHANGE_ENTRIES } from './historyDocuments.ts';
import { EntryPlace } from './EntryPlace.tsx';
import { HistoryEntryRow } from './HistoryEntryRow.tsx';

const box = style({
  marginStart: { default: 24, '@media print': 0 },
  marginBottom: 8,
  minWidth: 0,
});
const list = style({ listStyleType: 'none', margin: 0, padding: 0 });

export function ChangedRuns({ entryId, count }: { entryId: string; count: number }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={box}>
      <ActionButton
        isQuiet
        size="S"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown /> : <ChevronRight />}
        <Text>{intl.formatMessage({ id: 'history.affects' }, { count })}</Text>
      </ActionButton>
      {isOpen ? (
        <div id={id}>
          {/* Read again where the change has reached more runs. */}
          <Runs key={count} entryId={entryId} />
        </div>
      ) : null}
    </div>
  );
}

function Runs({ entryId }: { entryId: string }) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const query = useQuery(CHANGE_ENTRIES, {
    variables: { id: entryId, locale },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const node = query.data?.node;
  return (
    <PagedList
      list={node && 'change' in node ? node.change?.entries : undefined}
      query={query}
      failed={intl.formatMessage({ id: 'history.failed' })}
      skeleton={{ rows: 3, columns: 3 }}
      empty={null}
    >
      {(entries) => (
        <ul className={list}>
          {entries.map((entry) => (
            <HistoryEntryRow key={entry.id} entry={entry} where={<EntryPlace entry={entry} />} />
          ))}
        </ul>
      )}
    </PagedList>
  );
}
