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
          ...ListedOrganization
        }
      }
    }
  }

  fragment ListedOrganization on Organization {
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
    awsConnection {
      ...ConnectionFields
    }
    currentRun {
      id
      status
      ...TurnFields
      ...DelayFields
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
`);

/** The same for a file, with what blocks a run, for which the server reads it whole. */
export const ORGANIZATIONS_FILE = graphql(`
  query OrganizationsFile(
    $first: Int!
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
        node {
          ...ListedOrganization
          ...FileDetails
        }
      }
    }
  }
`);
