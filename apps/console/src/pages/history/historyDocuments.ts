/** The queries of the history page. */
import { graphql } from '../../generated/gql.ts';
import type { HistoryQuery } from '../../generated/graphql.ts';

export type HistoryEntry = HistoryQuery['history']['edges'][number]['node'];

export const HISTORY_QUERY = graphql(`
  query History($after: String, $filter: HistoryFilter, $locale: String!) {
    history(first: 50, after: $after, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          at
          actor
          principal
          kind
          summary(locale: $locale)
          data
          hash
          previousHash
          organization {
            id
            name
          }
          run {
            id
          }
        }
      }
    }
  }
`);

export const VERIFICATION_QUERY = graphql(`
  query HistoryVerification($organizationId: ID) {
    historyVerification(organizationId: $organizationId) {
      ok
      entries
      brokenAt
    }
  }
`);

export const ORGANIZATION_CHOICES = graphql(`
  query OrganizationChoices($filter: OrganizationFilter) {
    organizations(first: 20, filter: $filter) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

export const ORGANIZATION_NAME = graphql(`
  query OrganizationName($id: ID!) {
    organization(id: $id) {
      id
      name
    }
  }
`);
