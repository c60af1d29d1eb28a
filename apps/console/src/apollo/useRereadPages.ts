/**
 * Reads as many pages of a list again as were shown when the live connection is back or the list
 * is due, and shows the old ones until then.
 */
import { useEffect, useRef, useState } from 'react';
import type { DefaultContext } from '@apollo/client';
import { onReconnected } from './liveConnection.ts';

interface Connection {
  edges: readonly unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface PagedQuery<TData> {
  /** Reads the first page. */
  refetch: () => Promise<{ data?: TData }>;
  fetchMore: (options: { variables: { after: string | null } }) => Promise<{ data?: TData }>;
}

/** The context of a query whose pages are read again by `useRereadPages`. */
export const REREADS_PAGES = { rereadsPages: true };

export function rereadsPages(context: DefaultContext | undefined): boolean {
  return context?.['rereadsPages'] === true;
}

/**
 * Without it, the list would shrink to its first page.
 * @param onDue calls back when the list is to be read again; keeps its identity
 * @returns what to show of `list`
 */
export function useRereadPages<TData, TList extends Connection>(
  query: PagedQuery<TData>,
  list: TList | undefined,
  pick: (data: TData) => Connection,
  onDue: typeof onReconnected = onReconnected,
): TList | undefined {
  const [kept, setKept] = useState<TList>();
  const latest = useRef({ query, list, pick });
  useEffect(() => {
    latest.current = { query, list, pick };
  });
  useEffect(() => {
    let rereads = 0;
    const stop = onDue(() => {
      const before = latest.current;
      if (!before.list) return;
      const reread = ++rereads;
      setKept(before.list);
      void readPages(before.query, before.pick, before.list.edges.length)
        .catch(() => undefined)
        .then(() => (reread === rereads ? setKept(undefined) : undefined));
    });
    return () => {
      rereads = -1;
      stop();
    };
  }, [onDue]);
  return kept ?? list;
}

/** Reads pages until they have as many entries as before, or there are no more. */
async function readPages<TData>(
  { refetch, fetchMore }: PagedQuery<TData>,
  pick: (data: TData) => Connection,
  count: number,
): Promise<void> {
  let answer = await refetch();
  for (let read = 0; answer.data;) {
    const { edges, pageInfo } = pick(answer.data);
    read += edges.length;
    if (read >= count || !pageInfo.hasNextPage || edges.length === 0) return;
    answer = await fetchMore({ variables: { after: pageInfo.endCursor } });
  }
}
