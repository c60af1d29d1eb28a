/** The pending approvals, page by page, kept current by the changes of runs. */
import { useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { REREADS_PAGES, useRereadPages } from '../../apollo/useRereadPages.ts';
import { useRunChanges } from '../../features/run/data/useRunChanges.ts';
import type { ApprovalsQuery } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { APPROVAL_CHANGES, APPROVALS_QUERY } from './approvalsDocument.ts';
import { keepNewest, listPendingApprovals } from './pendingApprovals.ts';
import type { ChangedRuns, PendingList } from './pendingApprovals.ts';

const pickPending = (data: ApprovalsQuery) => data.pendingApprovals;
const NONE: ChangedRuns = new Map();

export function usePendingApprovals({ mayDecide, text, orderBy }: PendingList) {
  const { locale } = useAppLocale();
  const wanted = useMemo(() => ({ mayDecide, text, orderBy }), [mayDecide, text, orderBy]);
  const variables = useMemo(() => ({ ...wanted, locale }), [wanted, locale]);
  const subscribed = useMemo(() => ({ locale }), [locale]);
  const query = useQuery(APPROVALS_QUERY, {
    variables,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: REREADS_PAGES,
  });
  // Texts of a change are in the language of its subscription.
  const [state, setState] = useState({ locale, runs: NONE });
  const changed = state.locale === locale ? state.runs : NONE;
  useRunChanges(APPROVAL_CHANGES, subscribed, (changes) =>
    setState((old) => ({
      locale,
      runs: keepNewest(old.locale === locale ? old.runs : NONE, changes),
    })),
  );
  const read = useRereadPages(query, query.data?.pendingApprovals, pickPending);
  const list = useMemo(() => {
    if (!read) return undefined;
    const runs = read.edges.map(({ node }) => node.run);
    const edges = listPendingApprovals(runs, changed, wanted).map((node) => ({ node }));
    return { edges, pageInfo: read.pageInfo };
  }, [read, changed, wanted]);
  return { list, query };
}
