/** Whether anybody can decide an approval, and the approvals that wait for a decision. */
import {
  isClosed,
  isFrozen,
  mayMutate,
  noApprover,
  onlyApprover,
  organizationsToMutate,
  parseGlobalId,
  type FourEyes,
  type NoApprover,
  type Run,
  type TrackId,
} from '@keyway/core';
import type { ApprovingViewer, Authenticated } from '@keyway/store';
import { approverOptions, requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { presentItems } from '../loaders.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import { searchText } from '../schema/searchText.ts';
import { isOwnApprover } from '../viewer/permissions.ts';
import { principalComparedWith } from '../viewer/sharedViewer.ts';

/** Where a viewer may approve, and of which organizations they are approver themselves. */
function approvingViewer(viewer: Authenticated): ApprovingViewer {
  const named = [...viewer.grants, ...(viewer.makerGrants ?? [])].flatMap(
    ({ organizationId }) => organizationId ?? [],
  );
  return {
    principal: viewer.principal,
    organizationIds: organizationsToMutate(viewer, 'approve'),
    ownOrganizationIds: [...new Set(named)].filter(
      (id) => isOwnApprover(viewer, id) && mayMutate(viewer, 'approve', id),
    ),
  };
}

/** Of a request by this viewer, or by anybody where they may not request. */
async function ofRequest(
  context: RequestContext,
  organizationId: string,
  fourEyes: FourEyes,
): Promise<NoApprover | null> {
  const { viewer, loaders } = requireSignedIn(context);
  const approvers = await loaders.approvers.load(organizationId);
  const only = onlyApprover(fourEyes, approvers);
  const matters = only !== null && mayMutate(viewer, 'requestApproval', organizationId);
  const requester = matters ? principalComparedWith(only, context) : null;
  return noApprover(fourEyes, approvers, requester);
}

/** Of a pending request; null where there is none. */
async function ofPending(
  context: RequestContext,
  run: Run,
  track: TrackId,
): Promise<NoApprover | null> {
  const { approval } = run.tracks[track];
  if (approval?.status !== 'requested' || isClosed(run) || isFrozen(run, track)) return null;
  const approvers = await requireSignedIn(context).loaders.approvers.load(run.organization.id);
  return noApprover(run.policy.fourEyes, approvers, approval.requestedBy.principal);
}

function ofTrack(context: RequestContext, run: Run, track: TrackId): Promise<NoApprover | null> {
  const { applicable, approval } = run.tracks[track];
  if (approval?.status === 'requested') return ofPending(context, run, track);
  const isDecided = approval?.status === 'approved' || approval?.status === 'spent';
  if (!applicable || isDecided || isClosed(run) || isFrozen(run, track))
    return Promise.resolve(null);
  return ofRequest(context, run.organization.id, run.policy.fourEyes);
}

export const approverResolvers: Resolvers = {
  Query: {
    pendingApprovals: async (_, { first, after, mayDecide, text, orderBy }, context) => {
      const { partner, viewer } = requireSignedIn(context);
      const wanted = { mayDecide: mayDecide ?? null, text: searchText(text) };
      const filter = { viewer: approvingViewer(viewer), ...wanted };
      const page = await pageOf(partner.pendingApprovals({ first, after }, filter, orderBy));
      return { ...page, count: () => partner.countPendingApprovals(filter) };
    },
    organizationsWithoutApprover: async (_, { fourEyes, organizationId }, context) => {
      const { partner } = requireSignedIn(context);
      const id = organizationId == null ? null : parseGlobalId('Organization', organizationId);
      if (organizationId != null && id === null) return { ids: [] };
      const reach = { fourEyes, organizationId: id };
      return { ids: await partner.withoutApprover(reach, approverOptions(context.services)) };
    },
  },
  PendingApproval: {
    run: async ({ runId }, _args, context) => {
      const found = await requireSignedIn(context).loaders.run.load(runId);
      if (!found) throw new Error(`run ${runId} is gone`);
      return found;
    },
  },
  PendingApprovalConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
  },
  OrganizationsWithoutApprover: {
    totalCount: ({ ids }) => ids.length,
    nodes: async ({ ids }, { first }, context) =>
      presentItems(
        await requireSignedIn(context).loaders.organization.loadMany(ids.slice(0, first)),
      ),
  },
  Approval: {
    noApprover: ({ run, track }, _args, context) => ofPending(context, run, track),
  },
  Track: {
    noApprover: ({ id, whole }, _args, context) => {
      if (!whole) throw new Error(`the state of ${id} was not read`);
      return ofTrack(context, whole.run, whole.state.id);
    },
  },
  Organization: {
    noApprover: async ({ id }, _args, context) => {
      const { fourEyes } = await requireSignedIn(context).loaders.policy.load(id);
      return ofRequest(context, id, fourEyes);
    },
  },
};
