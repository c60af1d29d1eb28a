/** One dry run with its organizations, its changes and its end. */
import { graphql } from '../../generated/gql.ts';
import type { DryRunPageQuery } from '../../generated/graphql.ts';

export const DRY_RUN_QUERY = graphql(`
  query DryRunPage(
    $id: ID!
    $outcome: ReadinessOutcome
    $cause: String
    $after: String
    $locale: String!
  ) {
    node(id: $id) {
      id
      ... on DryRun {
        ...DryRunFields
        expiresAt
        causes {
          id
          outcome
          count
          message(locale: $locale)
        }
        organizations(first: 50, after: $after, outcome: $outcome, cause: $cause) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              organization {
                id
                name
              }
              outcome
              skipped
              message(locale: $locale)
            }
          }
        }
      }
    }
  }
`);

/** The organizations of a dry run, for a file of them. */
export const DRY_RUN_FILE = graphql(`
  query DryRunFile(
    $id: ID!
    $outcome: ReadinessOutcome
    $cause: String
    $first: Int!
    $after: String
    $locale: String!
  ) {
    node(id: $id) {
      id
      ... on DryRun {
        organizations(first: $first, after: $after, outcome: $outcome, cause: $cause) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              organization {
                id
                name
                imsOrgId
              }
              outcome
              checkedAt
              message(locale: $locale)
            }
          }
        }
      }
    }
  }
`);

export const DRY_RUN_CHANGED = graphql(`
  subscription DryRunChanged($id: ID!) {
    dryRunChanged(id: $id) {
      ...DryRunFields
    }
  }
`);

export const CANCEL_DRY_RUN = graphql(`
  mutation CancelDryRun($input: CancelDryRunInput!, $locale: String!) {
    cancelDryRun(input: $input) {
      dryRun {
        ...DryRunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

/** The node of the query, where it is a dry run. */
export type DryRunView = Extract<NonNullable<DryRunPageQuery['node']>, { organizations: object }>;
