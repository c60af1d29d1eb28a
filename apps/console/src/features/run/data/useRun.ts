/**
 * One run, kept current: queried, then pushed by the server, and queried again when the live
 * connection is back. Announces the run's status when it changes.
 */
import { useEffect, useRef, useState } from 'react';
import { useQuery, useSubscription } from '@apollo/client/react';
import { onAccessChanged } from '../../../apollo/accessChange.ts';
import { useLiveConnection } from '../../../apollo/liveConnection.ts';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { useAnnounce } from '../../../ui/announce.tsx';
import { RUN_CHANGED, RUN_QUERY } from './runDocuments.ts';
import { useDelayEnd } from './useDelayEnd.ts';
import { pickNewerRun } from './pickNewerRun.ts';
import type { RunView } from './runFields.ts';
import { useServerText } from '../../../intl/serverText.ts';

/** How often the page queries the run while updates are not pushed. */
const POLL_MILLISECONDS = 15_000;

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
    pollInterval: live === 'reconnecting' ? POLL_MILLISECONDS : 0,
  });
  const { refetch } = query;
  const lastLive = useRef(live);
  useEffect(() => {
    if (live === 'live' && lastLive.current !== 'live') void refetch();
    lastLive.current = live;
  }, [live, refetch]);

  const incoming = (query.data?.run ?? null) as RunView | null;
  const [shown, setShown] = useState<RunView | null>(null);
  useEffect(() => onAccessChanged(() => setShown(null)), []);
  // Updates are also taken directly: an older response, written to the cache at the same moment,
  // would hide them there.
  useSubscription(RUN_CHANGED, {
    variables,
    ignoreResults: true,
    onData: ({ data }) => {
      const pushed = (data.data?.runChanged ?? null) as RunView | null;
      setShown((before) => pickNewerRun(before, pushed, id));
    },
  });
  // The server answers null to whoever may see the run no more.
  const isGone = query.data?.run === null;
  const run = isGone ? null : pickNewerRun(shown, incoming, id);
  if (run !== shown) setShown(run);
  useStatusAnnouncements(run);
  useDelayEnd(id, run?.delays);
  return {
    run,
    loading: query.loading && !run,
    error: run ? undefined : query.error,
    retry: () => void refetch(),
  };
}

/** Announces the run's status when it changes. Screen readers read the first one from the page. */
function useStatusAnnouncements(run: RunView | null) {
  const announce = useAnnounce();
  const last = useRef<{ id: string; sentence: string } | null>(null);
  const id = run?.id;
  const serverText = useServerText();
  const sentence = run && serverText(run.sentence);
  useEffect(() => {
    if (!id || sentence === null) return;
    if (last.current?.id === id && last.current.sentence !== sentence) announce(sentence);
    last.current = { id, sentence };
  }, [id, sentence, announce]);
}
