/**
 * Reads a run again when it waits no longer since the database lost time: no push announces that.
 * The server says in how many seconds, so that a wrong clock of the browser changes nothing.
 */
import { useEffect } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { RUN_QUERY } from './runDocuments.ts';
import type { RunView } from './runFields.ts';

type Delays = RunView['delays'];

/** Until it is asked for again where no answer came. */
const RETRY_SECONDS = 10;

export function useDelayEnd(id: string, delays: Delays | undefined): void {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const wait = (left: Delays): void => {
      if (isOver || left.length === 0) return;
      const seconds = Math.min(...left.map(({ remainingSeconds }) => remainingSeconds));
      timer = setTimeout(() => void ask(), Math.max(seconds, 1) * 1000);
    };
    const ask = async (): Promise<void> => {
      const query = { query: RUN_QUERY, variables: { id, locale } };
      const answer = await client
        .query({ ...query, fetchPolicy: 'network-only' })
        .catch(() => undefined);
      if (answer?.data) return wait((answer.data.run as RunView | null)?.delays ?? []);
      if (!isOver) timer = setTimeout(() => void ask(), RETRY_SECONDS * 1000);
    };
    wait(delays ?? []);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, delays, id, locale]);
}
