/** What was decided, which comes with the list of it. */
import { graphql } from '../../generated/gql.ts';
import type { DecisionFragment } from '../../generated/graphql.ts';

export const DECISIONS_QUERY = graphql(`
  query Decisions($first: Int! = 25, $after: String, $filter: HistoryFilter!, $locale: String!) {
    history(first: $first, after: $after, filter: $filter) {
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
      tracks {
        id
        approval {
          status
          decidedAt
          voidedAt
          reason(locale: $locale)
        }
      }
    }
  }
`);

/** Whether something was decided, or became void: more than one change adds entries. */
export const DECISION_CHANGES = graphql(`
  subscription DecisionChanges {
    runsChanged(withRecent: true) {
      id
      tracks {
        id
        approval {
          status
        }
      }
      history(first: 10) {
        nodes {
          kind
        }
      }
    }
  }
`);

export type Decision = DecisionFragment;
