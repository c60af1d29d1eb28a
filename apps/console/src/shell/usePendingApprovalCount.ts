/**
 * The number of pending approvals that this person may give, queried again only when a change can
 * have changed it.
 */
import { useEffect, useRef } from 'react';
import { useQuery, useSubscription } from '@apollo/client/react';
import { PENDING_APPROVAL_COUNT } from '../features/approvers/pendingApprovalCount.ts';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import { RUNS_CHANGED } from '../features/run/data/runsChanged.ts';
import { ApprovalWatch } from './ApprovalWatch.ts';

const WAIT_MILLISECONDS = { now: 2_000, later: 30_000 };
/** Spreads the queries of many pages that saw the same change. */
const JITTER = 0.2;

/** Undefined until known. */
export function usePendingApprovalCount(signedIn: boolean): number | undefined {
  const { data, previousData, refetch } = useQuery(PENDING_APPROVAL_COUNT, {
    skip: !signedIn,
    fetchPolicy: 'cache-and-network',
  });
  // A decision of this person removes it from the cache: the last one stays until it is read again.
  const count = (data ?? previousData)?.pendingApprovals.totalCount;
  useApprovalChanges(() => void refetch().catch(() => undefined), !signedIn, count);
  return count;
}

/** The fields of the subscription update every list in the cache. */
function useApprovalChanges(onChange: () => void, skip: boolean, count: number | undefined): void {
  const watch = useRef<ApprovalWatch>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dueAt = useRef(Number.POSITIVE_INFINITY);
  const latest = useRef({ onChange, count });
  useEffect(() => {
    latest.current = { onChange, count };
  });
  const { locale } = useAppLocale();
  useSubscription(RUNS_CHANGED, {
    variables: { locale },
    skip,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      watch.current ??= new ApprovalWatch();
      const when = data ? watch.current.check(data.runsChanged, latest.current.count) : 'never';
      if (when === 'never') return;
      const wait = WAIT_MILLISECONDS[when] * (1 + Math.random() * JITTER);
      if (performance.now() + wait >= dueAt.current) return;
      clearTimeout(timer.current);
      dueAt.current = performance.now() + wait;
      timer.current = setTimeout(() => {
        dueAt.current = Number.POSITIVE_INFINITY;
        latest.current.onChange();
      }, wait);
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
