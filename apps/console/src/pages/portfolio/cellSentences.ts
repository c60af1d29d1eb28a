/** Status messages are queried for one cell at a time. */
import { graphql } from '../../generated/gql.ts';

export const CELL_SENTENCES = graphql(`
  query CellSentences($runId: ID!, $locale: String!) {
    run(id: $runId) {
      id
      sentence(locale: $locale)
      tracks {
        id
        steps {
          id
          sentence(locale: $locale)
        }
      }
    }
  }
`);
