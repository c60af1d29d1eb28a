/** Queries and mutations of API tokens. */
import { graphql } from '../../generated/gql.ts';

export const TOKENS_QUERY = graphql(`
  query ApiTokens($first: Int! = 50, $after: String) {
    apiTokens(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...TokenRow
        }
      }
    }
  }

  fragment TokenRow on ApiToken {
    id
    name
    prefix
    createdBy
    role
    organizations {
      id
      name
    }
    scopes
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

export const ROLE_SCOPES = graphql(`
  query RoleScopes {
    roles {
      role
      scopes
    }
  }
`);

export const CREATE_TOKEN = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!, $locale: String!) {
    createApiToken(input: $input) {
      token
      apiToken {
        ...TokenRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const REVOKE_TOKEN = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!, $locale: String!) {
    revokeApiToken(input: $input) {
      apiToken {
        ...TokenRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
