/** Sends the configuration to Adobe. Each returns the whole run. */
import { graphql } from '../../generated/gql.ts';

export const SUBMIT_CONFIGURATION = graphql(`
  mutation SubmitConfiguration($input: SubmitConfigurationInput!, $locale: String!) {
    submitConfiguration(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
