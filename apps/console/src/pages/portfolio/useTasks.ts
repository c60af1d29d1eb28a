/** The tasks of this person: read, then kept current by the changes that the matrix receives. */
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { onAccessChanged } from '../../apollo/accessChange.ts';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { TASKS_QUERY } from './portfolioDocuments.ts';
import { TaskStore } from './TaskStore.ts';
import type { TaskChange, TaskSnapshot } from './TaskStore.ts';

/** Kept between visits, so that the page shows the last tasks immediately while they reload. */
const stores = new WeakMap<ApolloClient, TaskStore>();

function storeOf(client: ApolloClient): TaskStore {
  const store = stores.get(client) ?? new TaskStore();
  if (stores.has(client)) return store;
  stores.set(client, store);
  onAccessChanged(() => store.clear());
  return store;
}

/** Between two reads that fill up the list. */
const MIN_INTERVAL_MILLISECONDS = 30_000;
/** Some actions become possible, or impossible, by time alone. */
const MAX_AGE_MILLISECONDS = 300_000;
/** Spreads the reads of many pages that saw the same change. */
const MAX_JITTER_MILLISECONDS = 5_000;

export type Tasks = TaskSnapshot & {
  reload: () => void;
  showMore: () => void;
  apply: (changes: readonly TaskChange[]) => void;
};

export function useTasks(): Tasks {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const store = storeOf(client);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const readAt = useRef(0);
  const reload = useCallback(() => {
    readAt.current = performance.now();
    void store.load(async (first, after) => {
      const variables = { locale, first, after };
      const { data } = await client.query({
        query: TASKS_QUERY,
        variables,
        fetchPolicy: 'no-cache',
      });
      if (!data) throw new Error('The server answered without data');
      return data.portfolio.tasks;
    });
  }, [client, locale, store]);
  useEffect(() => {
    reload();
    const stops = [onReconnected(reload), onAccessChanged(reload)];
    return () => stops.forEach((stop) => stop());
  }, [reload]);
  const { isShort, tasks, error } = snapshot;
  useEffect(() => {
    const age = performance.now() - readAt.current;
    const wait = Math.max(0, (isShort ? MIN_INTERVAL_MILLISECONDS : MAX_AGE_MILLISECONDS) - age);
    const timer = setTimeout(reload, wait + Math.random() * MAX_JITTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isShort, tasks, error, reload]);
  const apply = useCallback((changes: readonly TaskChange[]) => store.apply(changes), [store]);
  const showMore = useCallback(() => {
    store.showMore();
    if (store.getSnapshot().isShort) reload();
  }, [store, reload]);
  return { ...snapshot, reload, showMore, apply };
}
