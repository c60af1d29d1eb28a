/** Storing the credentials of an organization, and what is known of them. */
import { graphql } from '../../generated/gql.ts';

/** A small query, because the page polls it. */
export const CONNECTIONS_QUERY = graphql(`
  query Connections($id: ID!, $locale: String!) {
    organization(id: $id) {
      id
      ...StoredConnections
    }
  }

  fragment StoredConnections on Organization {
    adobeConnected
    azureConnected
    adobeConnection {
      ...ConnectionFields
    }
    azureConnection {
      ...ConnectionFields
    }
    azureCredential {
      kind
      expiresAt
    }
  }

  fragment ConnectionFields on CloudConnection {
    state
    checkedAt
    nextCheckAt
    code
    message
    cause(locale: $locale)
    remedy(locale: $locale)
    clientId
    tenantId
    tenantWarning(locale: $locale)
    subscriptionId
    expiry {
      expiresAt
    }
    replacement {
      state
      checkedAt
      nextCheckAt
      code
      message
      cause(locale: $locale)
      remedy(locale: $locale)
      clientId
      expiry {
        expiresAt
      }
    }
  }
`);

export const CONNECT_ADOBE = graphql(`
  mutation ConnectAdobe($input: ConnectAdobeInput!, $locale: String!) {
    connectAdobe(input: $input) {
      organization {
        ...OrganizationFacts
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const CONNECT_AZURE = graphql(`
  mutation ConnectAzure($input: ConnectAzureInput!, $locale: String!) {
    connectAzure(input: $input) {
      organization {
        ...OrganizationFacts
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
