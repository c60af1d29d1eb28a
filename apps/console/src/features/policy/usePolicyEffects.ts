/** What a policy would do, asked before it is saved: nothing is said while it is not known. */
import { useQuery } from '@apollo/client/react';
import { graphql } from '../../generated/gql.ts';
import type { VoidedApprovalsQuery } from '../../generated/graphql.ts';
import { useWithoutApprover, type WithoutApproverFound } from '../approvers/WithoutApprover.tsx';
import { COMPARE_ORGANIZATION_POLICY, COMPARE_PARTNER_POLICY } from './policyDocuments.ts';
import { toRules, type PolicyRules } from './policyDrafts.ts';

const VOIDED_APPROVALS = graphql(`
  query VoidedApprovals(
    $fourEyes: FourEyes!
    $coolingOffSeconds: Int!
    $approvalValidSeconds: Int!
    $neverAccept: [String!]!
    $organizationId: ID
  ) {
    approvalsVoidedBy(
      fourEyes: $fourEyes
      coolingOffSeconds: $coolingOffSeconds
      approvalValidSeconds: $approvalValidSeconds
      neverAccept: $neverAccept
      organizationId: $organizationId
    ) {
      totalCount
      nodes {
        run {
          id
          organization {
            id
            name
          }
        }
        track
        given
        reason
      }
      held {
        totalCount
        until
        nodes {
          run {
            id
            organization {
              id
              name
            }
          }
          track
          until
        }
      }
    }
  }
`);

export type VoidedFound = VoidedApprovalsQuery['approvalsVoidedBy'];

export interface PolicyEffects {
  loosens: boolean;
  /** Those that become void, and beside them those that are put off. */
  approvals: VoidedFound | null;
  withoutApprover: WithoutApproverFound | null;
}

interface Proposal {
  /** What would hold. */
  rules: PolicyRules;
  /** False: they are no rules yet, or those that hold. */
  isChange: boolean;
  /** Null: every organization that follows the partner's policy. */
  organizationId: string | null;
}

export function usePolicyEffects({ rules, isChange, organizationId }: Proposal): PolicyEffects {
  const asked = toRules(rules);
  const { data } = useQuery(VOIDED_APPROVALS, {
    variables: { ...asked, organizationId },
    skip: !isChange,
    fetchPolicy: 'no-cache',
  });
  const ofPartner = useQuery(COMPARE_PARTNER_POLICY, {
    variables: asked,
    skip: !isChange || organizationId !== null,
    fetchPolicy: 'no-cache',
  });
  const ofOne = useQuery(COMPARE_ORGANIZATION_POLICY, {
    variables: { id: organizationId ?? '', ...asked },
    skip: !isChange || organizationId === null,
    fetchPolicy: 'no-cache',
  });
  const compared = organizationId === null ? ofPartner.data : ofOne.data?.organization;
  const withoutApprover = useWithoutApprover({ fourEyes: rules.fourEyes, organizationId });
  return {
    loosens: isChange && (compared?.policy.loosenedBy ?? false),
    approvals: (isChange && data?.approvalsVoidedBy) || null,
    withoutApprover,
  };
}
