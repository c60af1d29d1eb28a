/** The history, page by page, with the entries that are added meanwhile before them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { onAccessChanged } from '../../apollo/accessChange.ts';
import { useRunChanges } from '../../features/run/data/useRunChanges.ts';
import type { HistoryFilter } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { HISTORY_CHANGES, HISTORY_QUERY, NEWEST_ENTRIES } from './historyDocuments.ts';
import type { HistoryEntry } from './historyDocuments.ts';
import { addNewer, addPushed } from './newEntries.ts';

/** How often the newest entries are read: no subscription brings those about no run. */
const READ_MILLISECONDS = 60_000;

const nodesOf = ({ edges }: { edges: readonly { node: HistoryEntry }[] }): HistoryEntry[] =>
  edges.map(({ node }) => node);

export function useHistory(filter: HistoryFilter) {
  const { locale } = useAppLocale();
  const isFiltered = Object.keys(filter).some((name) => name !== 'exceptKind');
  const variables = useMemo(
    () => ({ filter: { ...filter, oncePerChange: true }, locale }),
    [filter, locale],
  );
  const query = useQuery(HISTORY_QUERY, {
    variables,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    // Keeps the pages after the first one when the live connection is back.
    refetchWritePolicy: 'merge',
  });
  const { pushed, push } = usePushed(locale);
  const subscribed = useMemo(() => ({ locale }), [locale]);
  useRunChanges(HISTORY_CHANGES, subscribed, (changes) =>
    push(changes.map(({ history }) => nodesOf(history))),
  );
  useNewestEntries(variables, (entries) => push([entries]));
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

const NONE: readonly HistoryEntry[] = [];

/** The entries that were pushed in this language: a list read in another has them already. */
function usePushed(locale: string) {
  const [state, setState] = useState({ locale, entries: NONE });
  useEffect(() => onAccessChanged(() => setState({ locale, entries: NONE })), [locale]);
  const push = useCallback(
    (changed: readonly (readonly HistoryEntry[])[]) =>
      setState((old) => ({
        locale,
        entries: addPushed(old.locale === locale ? old.entries : NONE, changed),
      })),
    [locale],
  );
  return { pushed: state.locale === locale ? state.entries : NONE, push };
}

type Variables = { filter: HistoryFilter; locale: string };

/** Reads the newest entries every minute, and when the page is shown again. */
function useNewestEntries(
  variables: Variables,
  onRead: (entries: readonly HistoryEntry[]) => void,
): void {
  const client = useApolloClient();
  const latest = useRef(onRead);
  useEffect(() => {
    latest.current = onRead;
  });
  useEffect(() => {
    let current = true;
    const read = () => {
      if (document.hidden) return;
      client.query({ query: NEWEST_ENTRIES, variables, fetchPolicy: 'no-cache' }).then(
        ({ data }) => {
          if (current && data) latest.current(nodesOf(data.history));
        },
        () => undefined,
      );
    };
    const timer = setInterval(read, READ_MILLISECONDS);
    document.addEventListener('visibilitychange', read);
    return () => {
      current = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [client, variables]);
}
