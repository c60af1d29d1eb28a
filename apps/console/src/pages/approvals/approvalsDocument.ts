/** The pending approvals with the changes of their runs. */
import { graphql } from '../../generated/gql.ts';
import type { ApprovalRunFragment } from '../../generated/graphql.ts';

export const APPROVALS_QUERY = graphql(`
  query Approvals(
    $after: String
    $mayDecide: Boolean!
    $text: String
    $orderBy: PendingApprovalOrder! = SINCE
    $locale: String!
  ) {
    pendingApprovals(
      first: 50
      after: $after
      mayDecide: $mayDecide
      text: $text
      orderBy: $orderBy
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          run {
            ...ApprovalRun
          }
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
        noApprover
      }
      steps {
        id
        status
        since
      }
    }
  }
`);

/** The same for a file, a line for each approval. */
export const APPROVALS_FILE = graphql(`
  query ApprovalsFile(
    $first: Int!
    $after: String
    $mayDecide: Boolean!
    $text: String
    $orderBy: PendingApprovalOrder! = SINCE
    $locale: String!
  ) {
    pendingApprovals(
      first: $first
      after: $after
      mayDecide: $mayDecide
      text: $text
      orderBy: $orderBy
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          track
          since
          run {
            ...ApprovalRun
          }
        }
      }
    }
  }
`);

export const APPROVAL_CHANGES = graphql(`
  subscription ApprovalChanges($locale: String!) {
    runsChanged(withRecent: true) {
      ...ApprovalRun
    }
  }
`);

export type ApprovalRun = ApprovalRunFragment;
