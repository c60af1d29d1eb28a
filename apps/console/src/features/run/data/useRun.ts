/**
 * One run, kept current: asked once, then pushed by the server, which begins with the run as it is,
 * so that nothing between the two is missed. Asked again whenever the live connection comes back,
 * because nothing was pushed in between. Announces the run's status politely when it
 * changes.
 */
import { useEffect, useRef, useState } from 'react';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useLiveConnection } from '../../../apollo/liveConnection.ts';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { useAnnounce } from '../../../ui/announce.tsx';
import { RUN_CHANGED, RUN_QUERY } from './runDocuments.ts';
import { newerRun } from './newerRun.ts';
import type { RunView } from './runFields.ts';

/** How often the page queries the run while updates are not pushed. */
const FALLBACK_POLL_MS = 15_000;

export interface RunState {
  run: RunView | null;
  loading: boolean;
  error: unknown;
  retry: () => void;
}

export function useRun(id: string): RunState {
  const { locale } = useAppLocale();
  const live = useLiveConnection();
  const variables = { id, locale };
  const query = useQuery(RUN_QUERY, {
    variables,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: live === 'reconnecting' ? FALLBACK_POLL_MS : 0,
  });
  const { refetch } = query;
  const was = useRef(live);
  useEffect(() => {
    if (live === 'live' && was.current !== 'live') void refetch();
    was.current = live;
  }, [live, refetch]);

  const incoming = (query.data?.run ?? null) as RunView | null;
  const [shown, setShown] = useState<RunView | null>(null);
  // What is pushed is also taken as it comes: an older answer that is written to the cache in the
  // same moment would hide it there.
  useSubscription(RUN_CHANGED, {
    variables,
    ignoreResults: true,
    onData: ({ data }) => {
      const pushed = (data.data?.runChanged ?? null) as RunView | null;
      setShown((before) => newerRun(before, pushed, id));
    },
  });
  const run = newerRun(shown, incoming, id);
  if (run !== shown) setShown(run);
  useSpokenChanges(run);
  return {
    run,
    loading: query.loading && !run,
    error: run ? undefined : query.error,
    retry: () => void refetch(),
  };
}

/**
 * Says the run's sentence when it changes while the page is open; the first one is read from the
 * page itself.
 */
function useSpokenChanges(run: RunView | null) {
  const announce = useAnnounce();
  const last = useRef<{ id: string; sentence: string } | null>(null);
  const id = run?.id;
  const sentence = run?.sentence;
  useEffect(() => {
    if (!id || sentence === undefined) return;
    if (last.current?.id === id && last.current.sentence !== sentence) announce(sentence);
    last.current = { id, sentence };
  }, [id, sentence, announce]);
}
