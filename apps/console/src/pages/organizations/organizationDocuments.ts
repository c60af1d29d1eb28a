/** Queries and mutations of the list of organizations. */
import { graphql } from '../../generated/gql.ts';

export const ORGANIZATIONS_QUERY = graphql(`
  query Organizations($after: String, $filter: OrganizationFilter, $locale: String!) {
    organizations(first: 50, after: $after, filter: $filter) {
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

export const START_RUNS = graphql(`
  mutation StartRuns($input: StartRunsInput!, $locale: String!) {
    startRuns(input: $input) {
      started {
        id
      }
      startable {
        id
        name
      }
      blocked {
        organization {
          id
          name
        }
        code
        message(locale: $locale)
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
