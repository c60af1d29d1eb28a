/** Queries and mutation of the policies for approvals, of the partner and of an organization. */
import { graphql } from '../../generated/gql.ts';
import type { PolicyFieldsFragment } from '../../generated/graphql.ts';

graphql(`
  fragment PolicyFields on Policy {
    fourEyes
    coolingOffSeconds
    approvalValidSeconds
    neverAccept
    own
    version
  }
`);

export type PolicyView = PolicyFieldsFragment;

export const PARTNER_POLICY = graphql(`
  query PartnerPolicy {
    policy {
      ...PolicyFields
      warning {
        code
      }
    }
  }
`);

export const ORGANIZATION_POLICY = graphql(`
  query OrganizationPolicy($id: ID!) {
    policy {
      ...PolicyFields
    }
    organization(id: $id) {
      id
      noApprover
      policy {
        ...PolicyFields
        warning {
          code
        }
      }
    }
  }
`);

graphql(`
  fragment PolicyComparison on Policy {
    ...PolicyFields
    loosenedBy(
      fourEyes: $fourEyes
      coolingOffSeconds: $coolingOffSeconds
      approvalValidSeconds: $approvalValidSeconds
      neverAccept: $neverAccept
    )
  }
`);

export const COMPARE_PARTNER_POLICY = graphql(`
  query ComparePartnerPolicy(
    $fourEyes: FourEyes
    $coolingOffSeconds: Int
    $approvalValidSeconds: Int
    $neverAccept: [String!]
  ) {
    policy {
      ...PolicyComparison
    }
  }
`);

export const COMPARE_ORGANIZATION_POLICY = graphql(`
  query CompareOrganizationPolicy(
    $id: ID!
    $fourEyes: FourEyes
    $coolingOffSeconds: Int
    $approvalValidSeconds: Int
    $neverAccept: [String!]
  ) {
    policy {
      ...PolicyFields
    }
    organization(id: $id) {
      id
      policy {
        ...PolicyComparison
      }
    }
  }
`);

export const SET_POLICY = graphql(`
  mutation SetPolicy($input: SetPolicyInput!, $locale: String!) {
    setPolicy(input: $input) {
      policy {
        ...PolicyFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
