/** The list of invitations. */
import { graphql } from '../../generated/gql.ts';

export const INVITATIONS_QUERY = graphql(`
  query Invitations($after: String) {
    invitations(first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...InvitationRow
        }
      }
    }
  }
`);
