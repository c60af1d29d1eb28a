/** Which approvals a policy would void or put off, before it is set. */
import { parseGlobalId, type VoidCode } from '@keyway/core';
import { requireSignedIn, type RequestContext } from '../context.ts';
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

async function runOf(runId: string, context: RequestContext) {
  const found = await requireSignedIn(context).loaders.run.load(runId);
  if (!found) throw new Error(`run ${runId} is gone`);
  return found;
}

export const voidedApprovalResolvers: Resolvers = {
  Query: {
    approvalsVoidedBy: async (_, { organizationId, approvalValidSeconds, ...rules }, context) => {
      const { partner } = requireSignedIn(context);
      const id = organizationId == null ? null : parseGlobalId('Organization', organizationId);
      if (organizationId != null && id === null) return { voided: [], held: [] };
      const policy = { ...rules, approvalValidForSeconds: approvalValidSeconds };
      return partner.policyEffects({ policy, organizationId: id });
    },
  },
  VoidedApprovals: {
    totalCount: ({ voided }) => voided.length,
    nodes: ({ voided }, { first }) => voided.slice(0, first),
    held: ({ held }) => held,
  },
  HeldApprovals: {
    totalCount: (held) => held.length,
    until: (held) =>
      held
        .map(({ heldUntil }) => heldUntil)
        .toSorted()
        .at(-1) ?? null,
    nodes: (held, { first }) => held.slice(0, first),
  },
  HeldApproval: {
    run: ({ runId }, _args, context) => runOf(runId, context),
    until: ({ heldUntil }) => heldUntil,
  },
  VoidedApproval: {
    run: ({ runId }, _args, context) => runOf(runId, context),
    given: ({ status }) => status === 'approved',
    reason: ({ voided }) => REASONS[voided],
  },
};
