/**
 * Calls back after runs have changed, at most once in two seconds, so that counts and lists are
 * queried again. Its few fields update every list in the cache. The version is not among them: the
 * run page compares versions, and a version in the cache stands for the whole run.
 */
import { useEffect, useRef } from 'react';
import { useSubscription } from '@apollo/client/react';
import { graphql } from '../../../generated/gql.ts';

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

const AT_MOST_EVERY_MS = 2_000;

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
      }, AT_MOST_EVERY_MS);
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
