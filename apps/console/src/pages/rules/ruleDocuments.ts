/** The query of the rules page: rules, and checks based on them. */
import { graphql } from '../../generated/gql.ts';

export const RULE_CATALOG = graphql(`
  query RuleCatalog($locale: String!) {
    rules {
      id
      title(locale: $locale)
      proof
      sources
    }
    checkCatalog {
      id
      track
      rules
    }
  }
`);
