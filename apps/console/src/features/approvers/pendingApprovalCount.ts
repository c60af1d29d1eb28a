/** The number of pending approvals that this person may give, as the shell keeps it. */
import { useQuery } from '@apollo/client/react';
import { graphql } from '../../generated/gql.ts';

export const PENDING_APPROVAL_COUNT = graphql(`
  query ShellCounts {
    pendingApprovals(first: 1, mayDecide: true) {
      totalCount
    }
  }
`);

/** What is known of it: nothing is asked for. */
export const useKnownApprovalCount = (): number =>
  useQuery(PENDING_APPROVAL_COUNT, { fetchPolicy: 'cache-only' }).data?.pendingApprovals
    .totalCount ?? 0;
