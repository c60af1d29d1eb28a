/** The query of the check catalog. */
import { graphql } from '../../generated/gql.ts';

export const CHECK_CATALOG = graphql(`
  query CheckCatalog($locale: String!) {
    checkCatalog {
      id
      title(locale: $locale)
      rules
      track
      step
      overridable
      acceptable
    }
  }
`);
