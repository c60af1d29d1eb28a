/**
 * Loads the matrix, keeps it live, and reports changes so that counts can be queried
 * for again.
 */
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { PortfolioStore } from './PortfolioStore.ts';
import type { PortfolioSnapshot, RunChange } from './PortfolioStore.ts';
import { MATRIX_CHANGES, MATRIX_PAGE } from './portfolioDocuments.ts';

/** Kept between visits, so that coming back shows the matrix at once while it is read again. */
const store = new PortfolioStore();

/** Events are taken together: a burst of them is one render. */
const BATCH_MS = 100;

/**
 * The first page is what a screen shows, so that it is there soon; the others are as long as the
 * server gives.
 */
const FIRST_ROWS = 40;
const ROWS = 100;

async function readPage(client: ApolloClient, after: string | undefined) {
  const variables = { first: after === undefined ? FIRST_ROWS : ROWS, after };
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
            const taken = batch;
            batch = [];
            timer = undefined;
            store.apply(taken);
            changed.current();
          }, BATCH_MS);
        },
        // The websocket reconnects automatically; what was missed is then read again.
        error: () => undefined,
      });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [client]);
  return { ...snapshot, reload };
}
