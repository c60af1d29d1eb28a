/** The views of a page; read again when the window gets the focus, and twice a minute. */
import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import type { SavedViewPage } from '../../generated/enums.ts';
import { SAVED_VIEWS } from './viewDocuments.ts';

const PAUSE_MILLISECONDS = 30_000;
const skipPollAttempt = (): boolean => document.hidden;

export function useSavedViews(page: SavedViewPage) {
  const { data, error, refetch } = useQuery(SAVED_VIEWS, {
    variables: { page },
    fetchPolicy: 'cache-and-network',
    pollInterval: PAUSE_MILLISECONDS,
    skipPollAttempt,
  });
  /** Never fails: what was read before stays. */
  const reload = useCallback(() => refetch().then(noResult, noResult), [refetch]);
  useEffect(() => {
    const readAgain = () => {
      if (!document.hidden) void reload();
    };
    window.addEventListener('focus', readAgain);
    return () => window.removeEventListener('focus', readAgain);
  }, [reload]);
  return { views: data?.savedViews, error, reload };
}

const noResult = (): void => undefined;
