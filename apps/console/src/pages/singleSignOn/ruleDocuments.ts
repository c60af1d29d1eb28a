/** Query and mutation of the rules that admit people by single sign-on. */
import { graphql } from '../../generated/gql.ts';

export const SIGN_IN_POLICY_QUERY = graphql(`
  query SignInPolicy {
    signInPolicy {
      ...SignInRules
    }
  }

  fragment SignInRules on SignInPolicy {
    version
    providers {
      name
      issuer
    }
    rules {
      issuer
      claim
      value
      grant {
        role
        organization {
          id
          name
        }
      }
    }
  }
`);

export const SET_SIGN_IN_POLICY = graphql(`
  mutation SetSignInPolicy($input: SetSignInPolicyInput!, $locale: String!) {
    setSignInPolicy(input: $input) {
      signInPolicy {
        ...SignInRules
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
