/**
 * The newest entries of a run's history: read once, then added by the changes of the run, also
 * those that change nothing but its history.
 */
import { useEffect, useMemo, useState } from 'react';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useLiveConnection } from '../../apollo/liveConnection.ts';
import { mergeEntries } from '../../features/history/mergeEntries.ts';
import { handOffsChanged } from '../../features/run/handOffs/handOffChanges.ts';
import { RUN_ENTRIES_ADDED, RUN_HISTORY } from '../../features/run/data/runDocuments.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import type { RunEntryFragment } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';

const NONE: readonly RunEntryFragment[] = [];

/** These change nothing else of the run. */
const isOfHandOff = ({ kind }: RunEntryFragment): boolean =>
  kind === 'handOffCreated' || kind === 'handOffRevoked';

export function useRunHistory(run: RunView, first: number) {
  const { locale } = useAppLocale();
  const live = useLiveConnection();
  // Without the cache, which stores one list for all lengths: a shorter response would shorten it.
  const { data, previousData, error, loading, refetch } = useQuery(RUN_HISTORY, {
    variables: { id: run.id, first, locale },
    fetchPolicy: 'no-cache',
  });
  const subject = `${run.id} ${locale}`;
  const [added, setAdded] = useState({ subject, entries: NONE });
  const history = (data ?? previousData)?.run?.history;
  const entries = useMemo(() => {
    if (!history) return undefined;
    const read = history.edges.map(({ node }) => node);
    const oldest = Date.parse(read.at(-1)?.at ?? '');
    const isShown = ({ at }: RunEntryFragment) => !(Date.parse(at) < oldest);
    const newer = added.subject === subject ? added.entries.filter(isShown) : NONE;
    return mergeEntries(newer, read);
  }, [history, added, subject]);
  useSubscription(RUN_ENTRIES_ADDED, {
    variables: { id: run.id, locale },
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: ({ data: { data: change } }) => {
      const pushed = change?.runChanged.history.edges.map(({ node }) => node) ?? NONE;
      if (pushed.some((one) => isOfHandOff(one) && !entries?.some(({ id }) => id === one.id)))
        handOffsChanged(run.id);
      setAdded((old) => ({
        subject,
        entries: mergeEntries(pushed, old.subject === subject ? old.entries : NONE),
      }));
    },
  });
  // The run is polled while updates are not pushed, and its history is then read with it.
  const [queriedVersion, setQueriedVersion] = useState(run.version);
  useEffect(() => {
    if (queriedVersion === run.version) return;
    setQueriedVersion(run.version);
    if (live !== 'live') void refetch().catch(() => undefined);
  }, [queriedVersion, run.version, live, refetch]);
  return { entries, hasMore: history?.pageInfo.hasNextPage ?? false, error, loading, refetch };
}
