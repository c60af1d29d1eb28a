/** What a run's page does without a dialog. Each returns the whole run. */
import { graphql } from '../../../generated/gql.ts';

export const VERIFY = graphql(`
  mutation Verify($input: VerifyInput!, $locale: String!) {
    verify(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const RETRY_STEP = graphql(`
  mutation RetryStep($input: RunStepInput!, $locale: String!) {
    retryStep(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
