/**
 * Calls back when runs have changed, at most every two seconds, so that a page refetches its lists.
 * The fields of the subscription update every list in the cache.
 */
import { useEffect, useRef } from 'react';
import { useSubscription } from '@apollo/client/react';
import { graphql } from '../../../generated/gql.ts';

/**
 * Without `version`: the run page compares versions, and a version in the cache must belong to a
 * complete run.
 */
export const RUNS_TICK = graphql(`
  subscription RunsTick {
    runsChanged {
      id
      status
      waitingOn
      updatedAt
      progress {
        done
        total
      }
    }
  }
`);

const MIN_INTERVAL_MILLISECONDS = 2_000;

export function useRunsTick(onTick: () => void, skip = false): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onTick);
  useEffect(() => {
    latest.current = onTick;
  });
  useSubscription(RUNS_TICK, {
    skip,
    ignoreResults: true,
    onData: () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        latest.current();
      }, MIN_INTERVAL_MILLISECONDS);
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
