/** Queries of credentials that expire soon. */
import { graphql } from '../../generated/gql.ts';

export const EXPIRING_QUERY = graphql(`
  query ExpiringCredentials($first: Int! = 50, $after: String) {
    expiringCredentials(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ExpiringCredentialRow
        }
      }
    }
  }

  fragment ExpiringCredentialRow on ExpiringCredential {
    organization {
      id
      name
    }
    kind
    clientId
    credentialKind
    inUse
    expiry {
      expiresAt
      state
    }
  }
`);

/** The nearest of them, for the list of tasks. */
export const EXPIRING_TASKS_QUERY = graphql(`
  query ExpiringTasks {
    expiringCredentials(first: 3) {
      totalCount
      nodes {
        ...ExpiringCredentialRow
      }
    }
  }
`);
