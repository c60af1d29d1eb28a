/** What the stored credential of Azure may do, and the roles for it. */
import { graphql } from '../../generated/gql.ts';

export const AZURE_PERMISSIONS_QUERY = graphql(`
  query AzurePermissions($id: ID!) {
    organization(id: $id) {
      ...AzurePermissionsFields
    }
  }
  fragment AzurePermissionsFields on Organization {
    id
    permissions {
      permission
      scope
      step
      track
      state
    }
    azureRoles {
      name
      scope
      definition
    }
  }
`);
