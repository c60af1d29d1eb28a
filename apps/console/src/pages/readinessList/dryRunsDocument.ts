/** The dry runs, newest first, for their list and its file. */
import { graphql } from '../../generated/gql.ts';

export const DRY_RUNS_QUERY = graphql(`
  query DryRuns($first: Int! = 50, $after: String) {
    dryRuns(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...DryRunFields
        }
      }
    }
  }
`);
