/** Asking for an approval, and deciding. Each returns the whole run. */
import { graphql } from '../../generated/gql.ts';

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
