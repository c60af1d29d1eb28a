/**
 * Queries a run again until something is over that ends by time alone, which no push announces.
 * The server says when: the browser's clock, which can be wrong, decides only how soon to ask.
 */
import { useEffect } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { RUN_QUERY } from './runDocuments.ts';

const LONG_MILLISECONDS = 30_000;
const SHORT_MILLISECONDS = 2_000;

/** Soon around the time, and otherwise as often as a wrong clock needs. */
export function chooseDelay(at: number, now: number): number {
  const left = at - now;
  if (left > 0) return Math.min(left + 500, LONG_MILLISECONDS);
  return left > -60_000 ? SHORT_MILLISECONDS : LONG_MILLISECONDS;
}

/** While it is mounted, keeps asking for the run, which updates what is shown of it. */
export function useRunUntil(id: string, at: string): void {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async () => {
      const query = { query: RUN_QUERY, variables: { id, locale } };
      await client.query({ ...query, fetchPolicy: 'network-only' }).catch(() => undefined);
      if (!isOver) wait();
    };
    const wait = () => {
      timer = setTimeout(() => void ask(), chooseDelay(Date.parse(at), Date.now()));
    };
    wait();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [at, client, id, locale]);
}
