/**
 * Queries of the portfolio. The matrix queries statuses only; status messages are queried for one
 * cell at a time.
 */
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
  subscription MatrixChanges {
    runsChanged {
      ...MatrixRun
      organization {
        id
        name
        imsOrgId
      }
    }
  }
`);

export const CELL_SENTENCES = graphql(`
  query CellSentences($runId: ID!, $locale: String!) {
    run(id: $runId) {
      id
      sentence(locale: $locale)
      tracks {
        id
        steps {
          id
          sentence(locale: $locale)
        }
      }
    }
  }
`);

export const TASKS_QUERY = graphql(`
  query Tasks($locale: String!) {
    portfolio {
      organizations
      needsYou(first: 20) {
        since
        action {
          mutation
          track
          step
          label(locale: $locale)
        }
        run {
          id
          organization {
            id
            name
          }
        }
      }
    }
  }
`);
