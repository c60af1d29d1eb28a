/** Queries and mutations of the organization page. */
import { graphql } from '../../generated/gql.ts';

export const ORGANIZATION_QUERY = graphql(`
  query Organization($id: ID!, $locale: String!) {
    organization(id: $id) {
      ...OrganizationFacts
      createdAt
      runs(first: 20) {
        totalCount
        edges {
          cursor
          node {
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
            startedAt
            completedAt
            sentence(locale: $locale)
            progress {
              done
              total
            }
          }
        }
      }
    }
  }

  fragment OrganizationFacts on Organization {
    id
    name
    imsOrgId
    cloud
    region
    shield
    ownsCja
    azureTenantId
    archivedAt
    noApprover
    settings(locale: $locale) {
      field
      editable
      fixedBecause
    }
    nextActions {
      mutation
      needsReason
    }
    ...StoredConnections
    azureFederation {
      issuer
      subject
      audience
    }
    currentRun {
      id
      status
      sentence(locale: $locale)
    }
  }
`);

export const WITHDRAW_REPLACEMENT = graphql(`
  mutation WithdrawReplacement($input: WithdrawReplacementInput!, $locale: String!) {
    withdrawReplacement(input: $input) {
      organization {
        ...OrganizationFacts
        awsConnection {
          ...ConnectionFields
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const TRY_CONNECTION = graphql(`
  mutation TryConnection($input: TryConnectionInput!, $locale: String!) {
    tryConnection(input: $input) {
      organization {
        ...OrganizationFacts
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const UPDATE_ORGANIZATION = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!, $locale: String!) {
    updateOrganization(input: $input) {
      organization {
        ...OrganizationFacts
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const ARCHIVE_ORGANIZATION = graphql(`
  mutation ArchiveOrganization($input: ArchiveOrganizationInput!, $locale: String!) {
    archiveOrganization(input: $input) {
      organization {
        ...OrganizationFacts
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const RESTORE_ORGANIZATION = graphql(`
  mutation RestoreOrganization($input: OrganizationIdInput!, $locale: String!) {
    restoreOrganization(input: $input) {
      organization {
        ...OrganizationFacts
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const DISCONNECT_ADOBE = graphql(`
  mutation DisconnectAdobe($input: OrganizationIdInput!, $locale: String!) {
    disconnectAdobe(input: $input) {
      organization {
        ...OrganizationFacts
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const DISCONNECT_AZURE = graphql(`
  mutation DisconnectAzure($input: OrganizationIdInput!, $locale: String!) {
    disconnectAzure(input: $input) {
      organization {
        ...OrganizationFacts
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
