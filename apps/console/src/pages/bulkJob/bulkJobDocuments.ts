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
            }
          }
        }
      }
    }
  }
`);

/** All links of a job, for a file of them. */
export const BULK_LINKS = graphql(`
  query BulkLinks($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on BulkJob {
        items(first: 100, after: $after, status: DONE) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            organization {
              id
              name
              imsOrgId
            }
            message
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
