/** Queries and mutations of an organization's connection to AWS. */
import { graphql } from '../../generated/gql.ts';

/** A small query, because the panel polls it. */
export const AWS_QUERY = graphql(`
  query Aws($id: ID!, $locale: String!) {
    organization(id: $id) {
      ...AwsFields
    }
  }
  fragment AwsFields on Organization {
    id
    aws {
      roleArn
      externalId
      region
      trustPolicy
      permissionsPolicy
    }
    awsConnection {
      ...ConnectionFields
    }
  }
`);

export const CONNECT_AWS = graphql(`
  mutation ConnectAws($input: ConnectAwsInput!, $locale: String!) {
    connectAws(input: $input) {
      organization {
        ...OrganizationFacts
        ...AwsFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const DISCONNECT_AWS = graphql(`
  mutation DisconnectAws($input: OrganizationIdInput!, $locale: String!) {
    disconnectAws(input: $input) {
      organization {
        ...OrganizationFacts
        ...AwsFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const TRY_AWS = graphql(`
  mutation TryAws($input: TryConnectionInput!, $locale: String!) {
    tryConnection(input: $input) {
      organization {
        ...AwsFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
