/** Queries of the portfolio. The matrix queries statuses only. */
import { graphql } from '../../generated/gql.ts';

export const MATRIX_PAGE = graphql(`
  query MatrixPage($first: Int!, $after: String) {
    organizations(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        imsOrgId
        keyHealth {
          ...HealthSummary
        }
        currentRun {
          ...MatrixRun
        }
      }
    }
  }

  fragment MatrixRun on Run {
    id
    status
    version
    waitingOn
    ...TurnFields
    coolingOffs {
      track
      step
      until
      remainingSeconds
    }
    delays {
      track
      steps
      until
      remainingSeconds
    }
    ...WorkFields
    progress {
      done
      total
    }
    tracks {
      id
      status
      steps {
        id
        status
        actor
        mode
        since
      }
    }
  }
`);

export const MATRIX_CHANGES = graphql(`
  subscription MatrixChanges($locale: String!) {
    runsChanged(withRecent: true) {
      ...MatrixRun
      task {
        ...TaskFields
      }
      organization {
        id
        name
        imsOrgId
        keyHealth {
          ...HealthSummary
        }
      }
    }
  }

  fragment TaskFields on NeededAction {
    since
    urgency
    position
    action {
      mutation
      track
      step
      label(locale: $locale)
      reason(locale: $locale)
    }
  }
`);

/** For use without the cache: a version in the cache must belong to a complete run. */
export const TASKS_QUERY = graphql(`
  query Tasks($locale: String!, $first: Int!) {
    portfolio {
      taskGroups {
        mutation
        isProblem
        label(locale: $locale)
        count
        countCapped
      }
      tasks(first: $first) {
        ...TaskPage
      }
    }
  }

  fragment TaskPage on NeededActionConnection {
    totalCount
    totalCountCapped
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TaskFields
      run {
        id
        version
        refusedTracks
        ...WorkFields
        organization {
          id
          name
        }
      }
    }
  }
`);

export const TASK_GROUP_QUERY = graphql(`
  query TaskGroup(
    $locale: String!
    $first: Int!
    $after: String
    $mutation: String!
    $isProblem: Boolean!
  ) {
    portfolio {
      tasks(first: $first, after: $after, mutation: $mutation, isProblem: $isProblem) {
        ...TaskPage
      }
    }
  }
`);
