/** One bulk job, its changes and its end. */
import { graphql } from '../../generated/gql.ts';
import type { BulkJobQuery } from '../../generated/graphql.ts';

export const BULK_JOB_QUERY = graphql(`
  query BulkJob(
    $id: ID!
    $status: BulkItemStatus
    $needsAttention: Boolean
    $after: String
    $locale: String!
  ) {
    node(id: $id) {
      id
      ... on BulkJob {
        ...BulkJobFields
        actor
        linksUntil
        linksWorkUntil
        needsAttention
        outcomes {
          outcome
          count
        }
        items(first: 50, after: $after, status: $status, needsAttention: $needsAttention) {
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
              run {
                id
              }
              status
              code
              message(locale: $locale)
              outcome
              outcomeMessage(locale: $locale)
              findings {
                track
                step
              }
              keys {
                track
                keyIdentifier
              }
            }
          }
        }
      }
    }
  }
`);

/** The organizations of a job, for files of them. */
export const BULK_ITEMS_FILE = graphql(`
  query BulkItemsFile(
    $id: ID!
    $status: BulkItemStatus
    $needsAttention: Boolean
    $first: Int!
    $after: String
    $locale: String!
  ) {
    node(id: $id) {
      id
      ... on BulkJob {
        items(first: $first, after: $after, status: $status, needsAttention: $needsAttention) {
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
              run {
                id
              }
              status
              code
              message(locale: $locale)
              outcome
              outcomeMessage(locale: $locale)
            }
          }
        }
      }
    }
  }
`);

export const BULK_JOB_CHANGED = graphql(`
  subscription BulkJobChanged($id: ID!) {
    bulkJobChanged(id: $id) {
      ...BulkJobFields
    }
  }
`);

export const CANCEL_BULK = graphql(`
  mutation CancelBulk($input: CancelBulkInput!, $locale: String!) {
    cancelBulk(input: $input) {
      job {
        ...BulkJobFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

/** The node of the query, where it is a bulk job. */
export type JobView = Extract<NonNullable<BulkJobQuery['node']>, { items: object }>;
