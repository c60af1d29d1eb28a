/** Starts the run of an organization. */
import { graphql } from '../../generated/gql.ts';

export const START_RUN = graphql(`
  mutation StartRun($input: StartRunInput!, $locale: String!) {
    startRun(input: $input) {
      run {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
