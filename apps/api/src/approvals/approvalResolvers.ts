/** Approvals: their status, what would be sent, and whether this viewer may decide. */
import {
  approvalProblem,
  approvalUsableAt,
  approvedName,
  approvedNameCheck,
  canApprove,
  canDecide,
  checkConfigurationName,
  configurationBody,
  evidenceHash,
  mayMutate,
  PROPOSED_CONFIGURATION_NAME,
  type Approval,
  type TrackId,
} from '@keyway/core';
import {
  checkTitle,
  describeActor,
  describeVoided,
  irreversibleConsequences,
} from '@keyway/messages';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { ApprovalStatus, Resolvers, UserErrorCode } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import type { ApprovalParent } from '../schema/parents.ts';
import { isOwnApprover } from '../viewer/permissions.ts';
import { principalFor } from '../viewer/sharedViewer.ts';

function statusOf(approval: Approval, now: string): ApprovalStatus {
  if (approval.status === 'approved' && approval.expiresAt !== null && now >= approval.expiresAt)
    return 'EXPIRED';
  return approval.status.toUpperCase() as Uppercase<Approval['status']>;
}

/** Checks role and scope first, as the mutation does. */
function mayNotDecide(
  { run, track }: { run: ApprovalParent['run']; track: TrackId },
  context: RequestContext,
): UserErrorCode | null {
  const { viewer } = requireSignedIn(context);
  if (!mayMutate(viewer, 'approve', run.organization.id)) return 'FORBIDDEN';
  const own = isOwnApprover(viewer, run.organization.id);
  return canApprove(run, track, principalFor(context, run), own)?.code ?? null;
}

/** As `mayNotDecide`: who may not approve by the policy may still refuse. */
function mayNotRefuse(
  { run, track }: { run: ApprovalParent['run']; track: TrackId },
  context: RequestContext,
): UserErrorCode | null {
  const { viewer } = requireSignedIn(context);
  if (!mayMutate(viewer, 'refuse', run.organization.id)) return 'FORBIDDEN';
  return canDecide(run, track, principalFor(context, run))?.code ?? null;
}

/** The POST that the connector sends (AEP-36, AEP-37), without secrets. */
const HEADERS = [
  { name: 'Content-Type', value: 'application/json' },
  { name: 'x-api-key', value: 'acp_provisioning' },
];

export const approvalResolvers: Resolvers = {
  Approval: {
    status: ({ approval }, _args, { services }) => statusOf(approval, services.now()),
    requestedBy: ({ approval }, { locale }) =>
      describeActor(approval.requestedBy, localeOf(locale)),
    requestedAt: ({ approval }) => approval.requestedAt,
    evidenceHash: ({ approval }) => approval.evidenceHash,
    keyIdentifier: ({ approval }) => approval.keyIdentifier,
    configurationName: ({ run, track }) => approvedName(run, track),
    configurationNameCheck: ({ run, track, approval }) => {
      const configurationName = approvedName(run, track);
      const result = approvedNameCheck({ ...approval, configurationName });
      return result && { run, track, result };
    },
    tenantId: ({ approval }) => approval.tenantId,
    imsOrgId: ({ approval }) => approval.imsOrgId,
    host: ({ approval }) => approval.host,
    decidedBy: ({ approval: { decidedBy } }, { locale }) =>
      decidedBy && describeActor(decidedBy, localeOf(locale)),
    decidedAt: ({ approval }) => approval.decidedAt,
    comment: ({ approval }) => approval.comment,
    acceptedBlocks: ({ approval }) => approval.acceptedBlocks?.map((id) => ({ id })) ?? null,
    usableAt: ({ run, approval }) => approvalUsableAt(run, approval),
    usable: ({ run, track }, _args, { services }) =>
      approvalProblem(run, track, services.now()) === null,
    expiresAt: ({ approval }) => approval.expiresAt,
    reason: ({ run, approval }, { locale }) =>
      approval.voided
        ? describeVoided(approval.voided, localeOf(locale), run.organization.name)
        : approval.reason,
    withdrawnBy: ({ approval: { withdrawn } }, { locale }) =>
      withdrawn ? describeActor(withdrawn.by, localeOf(locale)) : null,
    withdrawnAt: ({ approval }) => approval.withdrawn?.at ?? null,
    voidedAt: ({ approval }, _args, { services }) => {
      const { status, withdrawn, voided, expiresAt } = approval;
      if (status === 'void') return withdrawn?.at ?? voided?.at ?? null;
      return statusOf(approval, services.now()) === 'EXPIRED' ? expiresAt : null;
    },
    refusedBefore: ({ approval }) => approval.refusedBefore ?? null,
    mayNotDecide: (approval, _args, context) => mayNotDecide(approval, context),
    mayNotRefuse: (approval, _args, context) => mayNotRefuse(approval, context),
  },
  AcceptedBlock: {
    title: ({ id }, { locale }) => checkTitle(id, localeOf(locale)),
  },
  EarlierRefusal: {
    by: ({ by }, { locale }) => describeActor(by, localeOf(locale)),
    factsChanged: ({ evidenceChanged }) => evidenceChanged,
  },
  SubmissionPreview: {
    method: () => 'POST',
    host: ({ host }) => host,
    path: () => '/data/infrastructure/manager/customer/config',
    headers: ({ run }) => [
      ...HEADERS,
      { name: 'x-gw-ims-org-id', value: run.organization.imsOrgId },
    ],
    body: ({ run }, { configurationName }) =>
      configurationBody(
        run,
        configurationName ?? approvedName(run, 'AEP') ?? PROPOSED_CONFIGURATION_NAME,
      ) ?? '',
    configurationNameCheck: ({ run }, { configurationName }, { services }) => ({
      run,
      track: 'AEP',
      result: checkConfigurationName(configurationName, services.now()),
    }),
    evidenceHash: ({ run }) => evidenceHash(run, 'AEP'),
    irreversible: ({ run }, { locale }) =>
      irreversibleConsequences(run.organization.cloud, localeOf(locale)),
  },
};
