/** What commands about steps, keys and approvals send. */
import { graphql } from '../generated/gql.ts';

graphql(`
  fragment RunResult on Run {
    id
    status
    waitingOn
    sentence(locale: $locale)
    organization {
      id
      name
      imsOrgId
    }
    progress {
      done
      total
    }
  }
`);

export const verifyDocument = graphql(`
  mutation CliVerify($input: VerifyInput!, $locale: String) {
    verify(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const attestDocument = graphql(`
  mutation CliAttest($input: AttestStepInput!, $locale: String) {
    attestStep(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const overrideDocument = graphql(`
  mutation CliOverride($input: OverrideCheckInput!, $locale: String) {
    overrideCheck(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const retryDocument = graphql(`
  mutation CliRetry($input: RunStepInput!, $locale: String) {
    retryStep(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const provideKeyDocument = graphql(`
  mutation CliProvideKey($input: ProvideKeyInput!, $locale: String) {
    provideKey(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const provideKeyPolicyDocument = graphql(`
  mutation CliProvideKeyPolicy($input: ProvideKeyPolicyInput!, $locale: String) {
    provideKeyPolicy(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const requestApprovalDocument = graphql(`
  mutation CliRequestApproval($input: RunTrackInput!, $locale: String) {
    requestApproval(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const approveDocument = graphql(`
  mutation CliApprove($input: ApproveInput!, $locale: String) {
    approve(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const refuseDocument = graphql(`
  mutation CliRefuse($input: RefuseInput!, $locale: String) {
    refuse(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const withdrawDocument = graphql(`
  mutation CliWithdraw($input: WithdrawApprovalInput!, $locale: String) {
    withdrawApproval(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const submitDocument = graphql(`
  mutation CliSubmit($input: SubmitConfigurationInput!, $locale: String) {
    submitConfiguration(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const recordTicketDocument = graphql(`
  mutation CliRecordTicket($input: RecordTicketInput!, $locale: String) {
    recordTicket(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const confirmDocument = graphql(`
  mutation CliConfirm($input: ConfirmCjaInput!, $locale: String) {
    confirmCja(input: $input) {
      run {
        ...RunResult
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const instructionsDocument = graphql(`
  query StepInstructions($id: ID!, $locale: String) {
    run(id: $id) {
      tracks {
        id
        steps {
          id
          status
          instructions(locale: $locale) {
            text
            remarks
            values {
              label
              value
            }
            scripts {
              tool
              text
            }
          }
        }
      }
    }
  }
`);
