/**
 * Tells that runs have changed, at most once in two seconds, for what must be asked for again:
 * counts and lists. The few fields it carries update every list that shows a run by themselves. The
 * version is not among them: in the cache it belongs to the whole of a run, by it the run page
 * tells old from new.
 */
import { useEffect, useRef } from 'react';
import { useSubscription } from '@apollo/client/react';
import { graphql } from '../generated/gql.ts';

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
