/** The query of the list of organizations. */
import { graphql } from '../../generated/gql.ts';

export const ORGANIZATIONS_QUERY = graphql(`
  query Organizations(
    $first: Int! = 50
    $after: String
    $filter: OrganizationFilter
    $orderBy: OrganizationOrder! = NAME
    $locale: String!
  ) {
    organizations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          name
          imsOrgId
          cloud
          region
          shield
          keyHealth {
            ...HealthSummary
          }
          adobeConnection {
            ...ConnectionFields
          }
          azureConnection {
            ...ConnectionFields
          }
          currentRun {
            id
            status
            ...TurnFields
            ...WorkFields
            tracks {
              id
              steps {
                id
                status
                since
              }
            }
          }
        }
      }
    }
  }
`);
