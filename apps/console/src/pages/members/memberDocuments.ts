/** Queries and mutations of members. */
import { graphql } from '../../generated/gql.ts';
import type { MemberRowFragment } from '../../generated/graphql.ts';

export const MEMBERS_QUERY = graphql(`
  query Members($after: String, $text: String) {
    members(first: 50, after: $after, text: $text) {
      totalCount
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

  fragment MemberRow on Member {
    id
    name
    email
    grants {
      ...GrantFields
    }
    joinedAt
    lastSeenAt
    removedAt
  }
`);

export type MemberRow = MemberRowFragment;

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
