/** Queries and mutations of members. */
import { graphql } from '../../generated/gql.ts';

export const MEMBERS_QUERY = graphql(`
  query Members($first: Int! = 50, $after: String, $text: String) {
    members(first: $first, after: $after, text: $text) {
      totalCount
      removedCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...MemberRow
        }
      }
    }
  }
`);

/** Whom the partner can't lose. Changes of other members change it too. */
export const LAST_OWNER = graphql(`
  query LastOwner {
    lastOwner {
      id
    }
  }
`);

export const CHANGE_GRANTS = graphql(`
  mutation ChangeGrants($input: ChangeGrantsInput!, $locale: String!) {
    changeGrants(input: $input) {
      member {
        ...MemberRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

/** What a removal ends and leaves, as it is now. */
export const MEMBER_HOLDINGS = graphql(`
  query MemberHoldings($id: ID!) {
    node(id: $id) {
      id
      ... on Member {
        holdings {
          openRuns
          apiTokens
          handOffs
          sharedViews
          runOrganizations {
            id
            name
          }
          handOffOrganizations {
            id
            name
          }
        }
      }
    }
  }
`);

export const REMOVE_MEMBER = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!, $locale: String!) {
    removeMember(input: $input) {
      member {
        ...MemberRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
