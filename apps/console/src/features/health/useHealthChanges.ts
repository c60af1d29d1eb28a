/** Calls back when something else is known of the keys of an organization than before. */
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { HealthChange } from './followHealth.ts';

/** What changes is in the cache by then. */
export function useHealthChanges(onChange: (change: HealthChange) => void): void {
  const client = useApolloClient();
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    let isOver = false;
    let stop: () => void = () => (isOver = true);
    // Loaded after the page. Without it, the page shows what it has read.
    import('./followHealth.ts')
      .then(({ followHealth }) => {
        if (!isOver) stop = followHealth(client, (change) => latest.current(change));
      })
      .catch(() => undefined);
    return () => stop();
  }, [client]);
}
