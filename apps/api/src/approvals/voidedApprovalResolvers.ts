/** Which approvals a policy would void, before it is set. */
import { parseGlobalId, type VoidCode } from '@keyway/core';
import { requireSignedIn } from '../context.ts';
import type { ApprovalVoidReason, Resolvers } from '../generated/resolverTypes.ts';

const REASONS: Readonly<Record<VoidCode, ApprovalVoidReason>> = {
  policyLoosened: 'POLICY_LOOSENED',
  ownApproverRequired: 'OWN_APPROVER_REQUIRED',
  // A policy changes no other evidence than what was accepted.
  evidenceChanged: 'ACCEPTED_WARNING',
  factsDiffer: 'ACCEPTED_WARNING',
  stored: 'ACCEPTED_WARNING',
  expired: 'EXPIRED',
};

export const voidedApprovalResolvers: Resolvers = {
  Query: {
    approvalsVoidedBy: async (_, { organizationId, approvalValidSeconds, ...rules }, context) => {
      const { partner } = requireSignedIn(context);
      const id = organizationId == null ? null : parseGlobalId('Organization', organizationId);
      if (organizationId != null && id === null) return { approvals: [] };
      const policy = { ...rules, approvalValidForSeconds: approvalValidSeconds };
      return { approvals: await partner.voidedApprovals({ policy, organizationId: id }) };
    },
  },
  VoidedApprovals: {
    totalCount: ({ approvals }) => approvals.length,
    nodes: ({ approvals }, { first }) => approvals.slice(0, first),
  },
  VoidedApproval: {
    run: async ({ runId }, _args, context) => {
      const found = await requireSignedIn(context).loaders.run.load(runId);
      if (!found) throw new Error(`run ${runId} is gone`);
      return found;
    },
    given: ({ status }) => status === 'approved',
    reason: ({ voided }) => REASONS[voided],
  },
};
