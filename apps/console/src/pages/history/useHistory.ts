/** The history, page by page, with the entries of runs that change meanwhile before them. */
import { useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useRunChanges } from '../../features/run/data/useRunChanges.ts';
import type { HistoryFilter } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { HISTORY_CHANGES, HISTORY_QUERY } from './historyDocuments.ts';
import type { HistoryEntry } from './historyDocuments.ts';
import { addNewer, addPushed } from './newEntries.ts';

const nodesOf = ({ edges }: { edges: readonly { node: HistoryEntry }[] }): HistoryEntry[] =>
  edges.map(({ node }) => node);

export function useHistory(filter: HistoryFilter) {
  const { locale } = useAppLocale();
  const isFiltered = Object.keys(filter).length > 0;
  const query = useQuery(HISTORY_QUERY, {
    variables: { filter: isFiltered ? filter : null, locale },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    // Keeps the pages after the first one when the live connection is back.
    refetchWritePolicy: 'merge',
  });
  const [pushed, setPushed] = useState<readonly HistoryEntry[]>([]);
  const variables = useMemo(() => ({ locale }), [locale]);
  useRunChanges(HISTORY_CHANGES, variables, (changes) =>
    setPushed((old) =>
      addPushed(
        old,
        changes.map(({ history }) => nodesOf(history)),
      ),
    ),
  );
  const read = query.data?.history;
  const list = useMemo(
    () =>
      read && {
        pageInfo: read.pageInfo,
        edges: addNewer(nodesOf(read), pushed, filter).map((node) => ({ node })),
      },
    [read, pushed, filter],
  );
  return { list, query, isFiltered };
}
