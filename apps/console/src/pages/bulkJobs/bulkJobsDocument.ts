import { graphql } from '../../generated/gql.ts';

export const BULK_JOBS_QUERY = graphql(`
  query BulkJobs($first: Int! = 50, $after: String) {
    bulkJobs(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...BulkJobFields
        }
      }
    }
  }
`);
