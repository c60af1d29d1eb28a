/** Imports organizations; with `dryRun`, only reports what an import would do. */
import { graphql } from '../../generated/gql.ts';

export const IMPORT_ORGANIZATIONS = graphql(`
  mutation ImportOrganizations($input: ImportOrganizationsInput!, $locale: String!) {
    importOrganizations(input: $input) {
      created
      unchanged
      updated
      updates {
        line
        organization {
          id
          name
        }
        changes {
          field
          from
          to
        }
      }
      rejected {
        line
        field
        message(locale: $locale)
      }
      keys {
        toProvide
        unchanged
        runsToStart
        refused {
          line
          organizationName
          track
          keyIdentifier
          message(locale: $locale)
        }
        warnings {
          line
          organizationName
          track
          keyIdentifier
          message(locale: $locale)
        }
        job {
          id
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
