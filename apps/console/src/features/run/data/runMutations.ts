/** The mutations of a run. Each returns the whole run, so that the page shows the new state. */
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

export const REQUEST_APPROVAL = graphql(`
  mutation RequestApproval($input: RunTrackInput!, $locale: String!) {
    requestApproval(input: $input) {
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

export const APPROVE = graphql(`
  mutation Approve($input: ApproveInput!, $locale: String!) {
    approve(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const REFUSE = graphql(`
  mutation Refuse($input: RefuseInput!, $locale: String!) {
    refuse(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

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

export const RECORD_TICKET = graphql(`
  mutation RecordTicket($input: RecordTicketInput!, $locale: String!) {
    recordTicket(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const CONFIRM_CJA = graphql(`
  mutation ConfirmCja($input: ConfirmCjaInput!, $locale: String!) {
    confirmCja(input: $input) {
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
