/** The pending approvals, page by page, kept current by the changes of runs. */
import { useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useRunChanges } from '../../features/run/data/useRunChanges.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { APPROVALS_QUERY, APPROVAL_CHANGES } from './approvalsDocument.ts';
import { keepNewest, listPendingApprovals } from './pendingApprovals.ts';
import type { ChangedRuns } from './pendingApprovals.ts';

export function usePendingApprovals() {
  const { locale } = useAppLocale();
  const variables = useMemo(() => ({ locale }), [locale]);
  const query = useQuery(APPROVALS_QUERY, {
    variables,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const [changed, setChanged] = useState<ChangedRuns>(new Map());
  useRunChanges(APPROVAL_CHANGES, variables, (changes) =>
    setChanged((known) => keepNewest(known, changes)),
  );
  const read = query.data?.runs;
  const list = useMemo(() => {
    if (!read) return undefined;
    const runs = read.edges.map(({ node }) => node);
    const edges = listPendingApprovals(runs, changed).map((node) => ({ node }));
    return { edges, pageInfo: read.pageInfo };
  }, [read, changed]);
  return { list, query };
}
