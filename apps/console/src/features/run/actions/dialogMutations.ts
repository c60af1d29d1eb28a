/** What the dialogs of a run do; loaded with them. Each returns the whole run. */
import { graphql } from '../../../generated/gql.ts';

export const PROVIDE_KEY = graphql(`
  mutation ProvideKey($input: ProvideKeyInput!, $locale: String!) {
    provideKey(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const PROVIDE_KEY_POLICY = graphql(`
  mutation ProvideKeyPolicy($input: ProvideKeyPolicyInput!, $locale: String!) {
    provideKeyPolicy(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const ATTEST_STEP = graphql(`
  mutation AttestStep($input: AttestStepInput!, $locale: String!) {
    attestStep(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const OVERRIDE_CHECK = graphql(`
  mutation OverrideCheck($input: OverrideCheckInput!, $locale: String!) {
    overrideCheck(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const WITHDRAW_APPROVAL = graphql(`
  mutation WithdrawApproval($input: WithdrawApprovalInput!, $locale: String!) {
    withdrawApproval(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const CANCEL_RUN = graphql(`
  mutation CancelRun($input: CancelRunInput!, $locale: String!) {
    cancelRun(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
