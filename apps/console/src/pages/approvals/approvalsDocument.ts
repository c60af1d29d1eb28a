/** The query for pending approvals. */
import { graphql } from '../../generated/gql.ts';
import type { ApprovalsQuery } from '../../generated/graphql.ts';

export const APPROVALS_QUERY = graphql(`
  query Approvals($after: String) {
    runs(first: 50, after: $after, filter: { step: APPROVAL, stepStatus: [WAITING] }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          version
          organization {
            id
            name
            imsOrgId
          }
          tracks {
            id
            key {
              identifier
              resolvedIdentifier
            }
            approval {
              status
              requestedBy
              requestedAt
              evidenceHash
              keyIdentifier
              mayNotDecide
            }
            steps {
              id
              status
              since
            }
          }
        }
      }
    }
  }
`);

export type ApprovalRun = ApprovalsQuery['runs']['edges'][number]['node'];
