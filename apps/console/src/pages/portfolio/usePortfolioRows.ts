/** Loads the matrix, applies live updates, and reports them so that the page can refetch counts. */
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { PortfolioStore } from './PortfolioStore.ts';
import type { PortfolioSnapshot, RunChange } from './PortfolioStore.ts';
import { MATRIX_CHANGES, MATRIX_PAGE } from './portfolioDocuments.ts';

/** Kept between visits, so that the page shows the last rows immediately while they reload. */
const store = new PortfolioStore();

/** Events are applied in batches, so that a burst of them is one render. */
const BATCH_MILLISECONDS = 100;

/** The first page fills a screen, so that it arrives soon; the others have the server's limit. */
const FIRST_PAGE_ROWS = 40;
const PAGE_ROWS = 100;

async function readPage(client: ApolloClient, after: string | undefined) {
  const variables = { first: after === undefined ? FIRST_PAGE_ROWS : PAGE_ROWS, after };
  const { data } = await client.query({ query: MATRIX_PAGE, variables, fetchPolicy: 'no-cache' });
  if (!data) throw new Error('The server answered without data');
  return data.organizations;
}

export function usePortfolioRows(
  onChanged: () => void,
): PortfolioSnapshot & { reload: () => void } {
  const client = useApolloClient();
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const reload = useCallback(() => void store.load((after) => readPage(client, after)), [client]);
  const changed = useRef(onChanged);
  useEffect(() => {
    changed.current = onChanged;
  });
  useEffect(() => {
    reload();
    return onReconnected(reload);
  }, [reload]);
  useEffect(() => {
    let batch: RunChange[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = client
      .subscribe({ query: MATRIX_CHANGES, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data }) => {
          if (!data) return;
          batch.push(data.runsChanged);
          timer ??= setTimeout(() => {
            const changes = batch;
            batch = [];
            timer = undefined;
            store.apply(changes);
            changed.current();
          }, BATCH_MILLISECONDS);
        },
        // The websocket reconnects automatically, and the rows are then loaded again.
        error: () => undefined,
      });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [client]);
  return { ...snapshot, reload };
}
