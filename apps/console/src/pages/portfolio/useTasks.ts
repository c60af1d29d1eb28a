/** The tasks of this person: read, then kept current by the changes that the matrix receives. */
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { onAccessChanged } from '../../apollo/accessChange.ts';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { TASK_GROUP_QUERY, TASKS_QUERY } from './portfolioDocuments.ts';
import { TaskGroups } from './TaskGroups.ts';
import type { GroupName, TaskGroupsSnapshot } from './TaskGroups.ts';
import type { TaskChange } from './TaskStore.ts';

/** Kept between visits, so that the page shows the last tasks immediately while they reload. */
const stores = new WeakMap<ApolloClient, TaskGroups>();

function storeOf(client: ApolloClient): TaskGroups {
  const store = stores.get(client) ?? new TaskGroups();
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

/** More than are shown of most groups, so that one answer is enough for most people. */
const FIRST_TASKS = 40;

export type Tasks = TaskGroupsSnapshot & {
  reload: () => void;
  showMore: (group: string, count: number) => void;
  apply: (changes: readonly TaskChange[]) => void;
};

export function useTasks(): Tasks {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const store = storeOf(client);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const readAt = useRef(0);
  const read = useMemo(() => readWith(client, locale), [client, locale]);
  const reload = useCallback(() => {
    readAt.current = performance.now();
    void store.load(read);
  }, [read, store]);
  useEffect(() => {
    reload();
    const stops = [onReconnected(reload), onAccessChanged(reload)];
    return () => stops.forEach((stop) => stop());
  }, [reload]);
  const { isShort, groups, error } = snapshot;
  useEffect(() => {
    const age = performance.now() - readAt.current;
    const wait = Math.max(0, (isShort ? MIN_INTERVAL_MILLISECONDS : MAX_AGE_MILLISECONDS) - age);
    const timer = setTimeout(reload, wait + Math.random() * MAX_JITTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isShort, groups, error, reload]);
  const apply = useCallback((changes: readonly TaskChange[]) => store.apply(changes), [store]);
  const showMore = useCallback(
    (group: string, count: number) => void store.showMore(group, count, read.group),
    [store, read],
  );
  return { ...snapshot, reload, showMore, apply };
}

const readWith = (client: ApolloClient, locale: string) => ({
  first: async () => {
    const variables = { locale, first: FIRST_TASKS };
    const fetchPolicy = 'no-cache';
    const { data } = await client.query({ query: TASKS_QUERY, variables, fetchPolicy });
    if (!data) throw new Error('The server answered without data');
    return data.portfolio;
  },
  group:
    ({ mutation, isProblem }: GroupName) =>
    async (first: number, after: string | null) => {
      const variables = { locale, first, after, mutation, isProblem };
      const fetchPolicy = 'no-cache';
      const { data } = await client.query({ query: TASK_GROUP_QUERY, variables, fetchPolicy });
      if (!data) throw new Error('The server answered without data');
      return data.portfolio.tasks;
    },
});
