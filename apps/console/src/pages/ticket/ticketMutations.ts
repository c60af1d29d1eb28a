/** What is recorded of the case with Customer Care. Each returns the whole run. */
import { graphql } from '../../generated/gql.ts';

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
