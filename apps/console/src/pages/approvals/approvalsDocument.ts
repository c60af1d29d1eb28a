/** The pending approvals, and the changes of their runs. */
import { graphql } from '../../generated/gql.ts';
import type { ApprovalRunFragment } from '../../generated/graphql.ts';

export const APPROVALS_QUERY = graphql(`
  query Approvals($after: String, $locale: String!) {
    runs(first: 50, after: $after, filter: { step: APPROVAL, stepStatus: [WAITING] }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ApprovalRun
        }
      }
    }
  }

  fragment ApprovalRun on Run {
    id
    version
    organization {
      id
      name
      imsOrgId
      archivedAt
    }
    tracks {
      id
      key {
        identifier
        resolvedIdentifier
      }
      approval {
        status
        requestedBy(locale: $locale)
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
`);

export const APPROVAL_CHANGES = graphql(`
  subscription ApprovalChanges($locale: String!) {
    runsChanged {
      ...ApprovalRun
    }
  }
`);

export type ApprovalRun = ApprovalRunFragment;
