/** The pending approvals with the changes of their runs, and what was decided. */
import { graphql } from '../../generated/gql.ts';
import type { ApprovalRunFragment, DecisionFragment } from '../../generated/graphql.ts';

export const APPROVALS_QUERY = graphql(`
  query Approvals($after: String, $mayDecide: Boolean!, $locale: String!) {
    pendingApprovals(first: 50, after: $after, mayDecide: $mayDecide) {
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

export const APPROVAL_CHANGES = graphql(`
  subscription ApprovalChanges($locale: String!) {
    runsChanged(withRecent: true) {
      ...ApprovalRun
    }
  }
`);

export type ApprovalRun = ApprovalRunFragment;

export const DECISIONS_QUERY = graphql(`
  query Decisions($after: String, $filter: HistoryFilter!, $locale: String!) {
    history(first: 25, after: $after, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...Decision
        }
      }
    }
  }

  fragment Decision on HistoryEntry {
    id
    at
    actor(locale: $locale)
    kind
    data
    organization {
      id
      name
    }
    run {
      id
    }
  }
`);

/** Whether something was decided: more than one change adds entries. */
export const DECISION_CHANGES = graphql(`
  subscription DecisionChanges {
    runsChanged(withRecent: true) {
      history(first: 10) {
        nodes {
          kind
        }
      }
    }
  }
`);

export type Decision = DecisionFragment;
