import { graphql } from '../../generated/gql.ts';

export const BULK_JOBS_QUERY = graphql(`
  query BulkJobs($after: String) {
    bulkJobs(first: 50, after: $after) {
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
