/** The queries of the page about the health of keys. */
import { graphql } from '../../generated/gql.ts';
import type { UnhealthyRowFragment } from '../../generated/graphql.ts';

export type UnhealthyRow = UnhealthyRowFragment;

export const HEALTH_QUERY = graphql(`
  query HealthPage {
    portfolio {
      checkedSince
      byHealth {
        health
        count
      }
    }
  }
`);

/** Organizations with one health. */
export const UNHEALTHY_QUERY = graphql(`
  query Unhealthy(
    $first: Int! = 50
    $after: String
    $filter: OrganizationFilter!
    $locale: String!
  ) {
    organizations(first: $first, after: $after, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...UnhealthyRow
        }
      }
    }
  }

  fragment UnhealthyRow on Organization {
    id
    name
    keyHealth {
      health
      since
      lookedAt
      tracks {
        track
        health
        cause(locale: $locale)
        clock {
          startedAt
          marks {
            at
            rule
            text(locale: $locale)
          }
        }
      }
    }
    topAlert {
      id
      status
      openedAt
      acknowledgedBy
      acknowledgedAt
    }
  }
`);
