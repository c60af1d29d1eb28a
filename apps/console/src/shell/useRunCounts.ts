/**
 * How many approvals wait, kept current: any change of a run has the number asked for again, at most once in two seconds.
 * Counts come from the server; the console never counts what it may not have seen.
 */
import { useEffect, useRef } from 'react';
import { useQuery, useSubscription } from '@apollo/client/react';
import { graphql } from '../generated/gql.ts';

const COUNTS_QUERY = graphql(`
  query ShellCounts {
    portfolio {
      byStep {
        track
        step
        status
        count
      }
    }
  }
`);

const RUNS_TICK = graphql(`
  subscription RunsTick {
    runsChanged {
      id
      version
    }
  }
`);

const REFRESH_AFTER_MS = 2_000;

/** Approvals waiting; undefined until known. */
export function useRunCounts(signedIn: boolean): number | undefined {
  const { data, refetch } = useQuery(COUNTS_QUERY, { skip: !signedIn, fetchPolicy: 'cache-and-network' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSubscription(RUNS_TICK, {
    skip: !signedIn,
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void refetch().catch(() => undefined);
      }, REFRESH_AFTER_MS);
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return data?.portfolio.byStep
    .filter((one) => one.step === 'APPROVAL' && one.status === 'WAITING')
    .reduce((sum, one) => sum + one.count, 0);
}
