/** Loads the matrix, applies live updates, and passes them on. */
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { PortfolioStore } from './PortfolioStore.ts';
import type { PortfolioSnapshot } from './PortfolioStore.ts';
import type { TaskChange } from './TaskStore.ts';
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
  onChanged: (changes: readonly TaskChange[]) => void,
): PortfolioSnapshot & { reload: () => void } {
  const client = useApolloClient();
  const { locale } = useAppLocale();
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
    let batch: TaskChange[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = client
      .subscribe({ query: MATRIX_CHANGES, variables: { locale }, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data }) => {
          if (!data) return;
          batch.push(data.runsChanged);
          timer ??= setTimeout(() => {
            const changes = batch;
            batch = [];
            timer = undefined;
            store.apply(changes);
            changed.current(changes);
          }, BATCH_MILLISECONDS);
        },
        // The websocket reconnects automatically, and the rows are then loaded again.
        error: () => undefined,
      });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [client, locale]);
  return { ...snapshot, reload };
}
