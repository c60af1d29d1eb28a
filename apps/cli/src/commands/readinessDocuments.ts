/** Documents of `keyway readiness`. */
import { graphql } from '../generated/gql.ts';

graphql(`
  fragment DryRunFields on DryRun {
    id
    status
    tracks
    total
    checked
    skipped
    startedBy
    startedAt
    endedAt
    outcomes {
      outcome
      count
    }
    causes {
      outcome
      step
      kind
      code
      count
      message(locale: $locale)
    }
  }
`);

export const startDryRunDocument = graphql(`
  mutation StartDryRun($input: StartDryRunInput!, $locale: String) {
    startDryRun(input: $input) {
      dryRun {
        ...DryRunFields
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const cancelDryRunDocument = graphql(`
  mutation CancelDryRun($input: CancelDryRunInput!, $locale: String) {
    cancelDryRun(input: $input) {
      dryRun {
        ...DryRunFields
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const dryRunsDocument = graphql(`
  query DryRuns($first: Int!, $after: String, $locale: String) {
    dryRuns(first: $first, after: $after) {
      nodes {
        ...DryRunFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const dryRunResultsDocument = graphql(`
  query DryRunResults($id: ID!, $first: Int!, $after: String, $locale: String) {
    node(id: $id) {
      id
      ... on DryRun {
        ...DryRunFields
        organizations(first: $first, after: $after) {
          totalCount
          nodes {
            organization {
              id
              name
              imsOrgId
            }
            outcome
            skipped
            checkedAt
            message(locale: $locale)
            tracks {
              id
              outcome
              keyIdentifier
              steps {
                id
                outcome
                actor
                message(locale: $locale)
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const dryRunChangedDocument = graphql(`
  subscription DryRunChanged($id: ID!) {
    dryRunChanged(id: $id) {
      id
      status
      total
      checked
      skipped
    }
  }
`);
