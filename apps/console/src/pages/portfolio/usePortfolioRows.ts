/** Loads the matrix, applies live updates, and passes them on. */
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { onAccessChanged } from '../../apollo/accessChange.ts';
import { addFirstRead } from '../../apollo/firstReads.ts';
import { LATE_MILLISECONDS, onReconnected } from '../../apollo/liveConnection.ts';
import { useHealthChanges } from '../../features/health/useHealthChanges.ts';
import { useRunChanges } from '../../features/run/data/useRunChanges.ts';
import { PortfolioStore } from './PortfolioStore.ts';
import type { PortfolioSnapshot } from './PortfolioStore.ts';
import type { TaskChange } from './TaskStore.ts';
import { MATRIX_CHANGES, MATRIX_PAGE } from './portfolioDocuments.ts';

/** Kept between visits, so that the page shows the last rows immediately while they reload. */
const due = new Set<(runIds: readonly string[]) => void>();
const store = new PortfolioStore((runIds) => {
  for (const listener of due) listener(runIds);
});

onAccessChanged(() => store.clear());

/** The first page fills a screen, so that it arrives soon; the others have the server's limit. */
const FIRST_PAGE_ROWS = 40;
const PAGE_ROWS = 100;

async function readPage(client: ApolloClient, after: string | undefined) {
  const variables = { first: after === undefined ? FIRST_PAGE_ROWS : PAGE_ROWS, after };
  const { data } = await client.query({ query: MATRIX_PAGE, variables, fetchPolicy: 'no-cache' });
  if (!data) throw new Error('The server answered without data');
  return data.organizations;
}

/** When the rows began to be read before the page was there; it reads them no second time. */
let firstReadAt = Number.NEGATIVE_INFINITY;

addFirstRead((client) => {
  firstReadAt = performance.now();
  void store.load((after) => readPage(client, after));
});

function takeFirstRead(): boolean {
  const isFresh = performance.now() - firstReadAt < LATE_MILLISECONDS;
  firstReadAt = Number.NEGATIVE_INFINITY;
  return isFresh && store.getSnapshot().state !== 'failed';
}

export function usePortfolioRows(
  onChanged: (changes: readonly TaskChange[]) => void,
  onCoolingOffEnded: () => void,
): PortfolioSnapshot & { reload: () => void } {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const reload = useCallback(() => void store.load((after) => readPage(client, after)), [client]);
  useEffect(() => {
    if (!takeFirstRead()) reload();
    const stops = [onReconnected(reload), onAccessChanged(reload)];
    return () => stops.forEach((stop) => stop());
  }, [reload]);
  useEffect(() => {
    const readDue = (runIds: readonly string[]) =>
      void import('./readAgain.ts')
        .then(({ readAgain }) => readAgain(client, runIds))
        .then((runs) => {
          store.apply(runs, { again: true });
          onCoolingOffEnded();
        })
        .catch(() => undefined);
    due.add(readDue);
    return () => void due.delete(readDue);
  }, [client, onCoolingOffEnded]);
  const variables = useMemo(() => ({ locale }), [locale]);
  useHealthChanges((change) => store.applyHealth(change));
  useRunChanges(MATRIX_CHANGES, variables, (changes) => {
    store.apply(changes);
    onChanged(changes);
  });
  return { ...snapshot, reload };
}
