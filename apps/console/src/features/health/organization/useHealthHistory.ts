/** The entries of history from which the health over time is drawn. */
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { HEALTH_HISTORY } from './healthDocuments.ts';
import { inOrder } from './timeline.ts';
import type { HealthEntry } from './timeline.ts';

const KINDS = [
  ...['watchStarted', 'healthChanged', 'versionSeen'],
  ...['differenceAccepted', 'alertOpened', 'alertResolved'],
];
/** Of 100 entries each; older ones are in the history. */
const MAX_PAGES = 5;

interface HealthHistory {
  /** Oldest first; undefined until they are read. */
  entries?: readonly HealthEntry[];
  hasOlder: boolean;
  isFailed: boolean;
}

/** @param version of what is known: it is read again when that grows */
export function useHealthHistory(organizationId: string, version: number, attempt: number) {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [state, setState] = useState<HealthHistory>({ hasOlder: false, isFailed: false });
  useEffect(() => {
    let isOver = false;
    const read = async () => {
      const entries: HealthEntry[] = [];
      let after: string | null | undefined;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const { data } = await client.query({
          query: HEALTH_HISTORY,
          variables: { after, locale, filter: { organizationId, kind: KINDS } },
          fetchPolicy: 'no-cache',
        });
        if (!data) throw new Error('The server answered without data');
        entries.push(...data.history.nodes);
        after = data.history.pageInfo.endCursor;
        if (!data.history.pageInfo.hasNextPage) return { entries, hasOlder: false };
      }
      return { entries, hasOlder: true };
    };
    // A newer read takes the place of this one, whichever ends first.
    read().then(
      ({ entries, hasOlder }) =>
        isOver ? undefined : setState({ entries: inOrder(entries), hasOlder, isFailed: false }),
      () => (isOver ? undefined : setState((old) => ({ ...old, isFailed: true }))),
    );
    return () => {
      isOver = true;
    };
  }, [client, locale, organizationId, version, attempt]);
  return state;
}
