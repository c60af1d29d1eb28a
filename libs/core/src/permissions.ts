/** What each mutation needs and can take, and why somebody may not run it. */
import {
  hasRoleFor,
  includesRole,
  mainRole,
  organizationsWithRole,
  type Rights,
} from './grants.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Role } from './vocabulary.ts';

/** Every scope of a token. */
export const SCOPES = ['read', 'runs:write', 'approve', 'admin'] as const;
/** What a token may be used for. */
export type Scope = (typeof SCOPES)[number];

/** What suffices for a mutation. */
export interface Requirement {
  scope: Scope;
  role: Role;
  /** May end rights of whoever asks, too. All of these are done one after the other. */
  endsAccess: boolean;
}
const OPERATE: Requirement = { scope: 'runs:write', role: 'OPERATOR', endsAccess: false };
const DECIDE: Requirement = { scope: 'approve', role: 'APPROVER', endsAccess: false };
/** Of oneself: everybody. */
const OWN: Requirement = { scope: 'read', role: 'AUDITOR', endsAccess: false };
const ADMINISTER: Requirement = { scope: 'admin', role: 'OWNER', endsAccess: false };
const END_ACCESS: Requirement = { ...ADMINISTER, endsAccess: true };

/** What each mutation needs, and whether access can end by it. */
export const REQUIREMENTS = {
  createOrganization: OPERATE,
  createPracticeOrganization: OPERATE,
  importOrganizations: OPERATE,
  updateOrganization: OPERATE,
  archiveOrganization: OPERATE,
  restoreOrganization: OPERATE,
  connectAdobe: OPERATE,
  connectAzure: OPERATE,
  connectAws: OPERATE,
  disconnectAdobe: OPERATE,
  disconnectAzure: OPERATE,
  disconnectAws: OPERATE,
  tryConnection: OPERATE,
  withdrawReplacement: OPERATE,
  startRun: OPERATE,
  startRuns: OPERATE,
  provideKey: OPERATE,
  provideKeyPolicy: OPERATE,
  planSetup: OPERATE,
  confirmSetup: OPERATE,
  cancelSetup: OPERATE,
  verify: OPERATE,
  attestStep: OPERATE,
  overrideCheck: OPERATE,
  requestApproval: OPERATE,
  approve: DECIDE,
  refuse: DECIDE,
  withdrawApproval: DECIDE,
  submitConfiguration: OPERATE,
  recordTicket: OPERATE,
  confirmCja: OPERATE,
  retryStep: OPERATE,
  cancelRun: OPERATE,
  assignRun: OPERATE,
  addComment: OPERATE,
  startBulk: OPERATE,
  cancelBulk: OPERATE,
  startDryRun: OPERATE,
  cancelDryRun: OPERATE,
  checkHealth: OPERATE,
  acknowledgeAlert: OPERATE,
  acceptDrift: DECIDE,
  createEventGridAddress: OPERATE,
  createHandOff: OPERATE,
  revokeHandOff: OPERATE,
  createApiToken: ADMINISTER,
  revokeApiToken: END_ACCESS,
  inviteMember: ADMINISTER,
  revokeInvitation: ADMINISTER,
  changeGrants: END_ACCESS,
  removeMember: END_ACCESS,
  setSignInPolicy: END_ACCESS,
  // Others' sessions are for owners alone, as their members are.
  endSession: { ...OWN, endsAccess: true },
  endSessions: { ...OWN, endsAccess: true },
  setPolicy: ADMINISTER,
  createWebhook: ADMINISTER,
  updateWebhook: ADMINISTER,
  deleteWebhook: ADMINISTER,
  rotateWebhookSecret: ADMINISTER,
  testWebhook: ADMINISTER,
  redeliver: ADMINISTER,
  setChat: ADMINISTER,
  removeChat: ADMINISTER,
  testChat: ADMINISTER,
  // Whose views they may change is decided view by view.
  saveView: OWN,
  updateView: OWN,
  deleteView: OWN,
  setDefaultView: OWN,
  markInboxRead: OWN,
  setNotificationSettings: OWN,
} as const satisfies Record<string, Requirement>;
/** Every mutation that somebody who signed in may run. */
export type MutationName = keyof typeof REQUIREMENTS;

/** What suffices as well: who decides may note why, and take care of alerts. */
const OTHER_WAYS: Partial<Record<MutationName, Requirement>> = {
  addComment: DECIDE,
  acknowledgeAlert: DECIDE,
};

/** Of a mutation: each suffices alone. */
export function requirementsOf(mutation: MutationName): Requirement[] {
  const other = OTHER_WAYS[mutation];
  return other ? [REQUIREMENTS[mutation], other] : [REQUIREMENTS[mutation]];
}

/** The scopes with which a role can do anything; a token with others has no use of them. */
export function scopesOfRole(role: Role): Scope[] {
  const usable = new Set<Scope>(['read']);
  for (const mutation of Object.keys(REQUIREMENTS) as MutationName[])
    for (const needed of requirementsOf(mutation))
      if (includesRole(role, needed.role)) usable.add(needed.scope);
  return SCOPES.filter((scope) => usable.has(scope));
}

/** A viewer's rights and scopes: everything that decides what they may do, except who they are. */
export type Access = Rights & { scopes: readonly string[] };

/** Whether a token has the scope; members have every one. */
export const hasScope = (viewer: Pick<Access, 'scopes'>, scope: Scope): boolean =>
  viewer.scopes.includes(scope);

/** Whether scope and role allow it for an organization; null: for the partner as a whole. */
export function mayMutate(
  viewer: Access,
  mutation: MutationName,
  organizationId: string | null,
): boolean {
  return requirementsOf(mutation).some(
    ({ scope, role }) => hasScope(viewer, scope) && hasRoleFor(viewer, role, organizationId),
  );
}

/** The organizations for which the viewer may do it; null: every one of the partner. */
export function organizationsToMutate(viewer: Access, mutation: MutationName): string[] | null {
  const found = new Set<string>();
  for (const { scope, role } of requirementsOf(mutation)) {
    const organizationIds = hasScope(viewer, scope) ? organizationsWithRole(viewer, role) : [];
    if (organizationIds === null) return null;
    organizationIds.forEach((id) => found.add(id));
  }
  return [...found];
}

const somewhere = (organizationIds: readonly string[] | null): boolean =>
  organizationIds === null || organizationIds.length > 0;

/** Whether there is any organization for which the viewer may do it. */
export const mayMutateSomewhere = (viewer: Access, mutation: MutationName): boolean =>
  somewhere(organizationsToMutate(viewer, mutation));

/** Whether somebody has the role for at least one organization. */
export const hasRoleSomewhere = (viewer: Access, role: Role): boolean =>
  somewhere(organizationsWithRole(viewer, role));

/** The role that says the most about a viewer; their grants say where they have which. */
export function roleOf({ grants, makerGrants }: Rights): Role {
  const role = mainRole(grants);
  const ofMaker = makerGrants && mainRole(makerGrants);
  return ofMaker && !includesRole(ofMaker, role) ? ofMaker : role;
}

/** Whether a token acts for nobody: the bootstrap token, and those made with it. */
export const standsForNobody = ({ memberId }: { memberId?: string | null }): boolean =>
  memberId === null;

/** Why the viewer may not run a mutation: a scope that the token lacks, or else the role. */
export function missingFor(
  viewer: Access & { memberId?: string | null },
  mutation: MutationName,
  organizationId: string | null,
): Refusal {
  const ways = requirementsOf(mutation);
  const usable = ways.filter(({ scope }) => hasScope(viewer, scope));
  const { scope } = REQUIREMENTS[mutation];
  if (usable.length === 0)
    return scope === 'approve' && standsForNobody(viewer)
      ? refuse('personNeeded', null, { mutation })
      : refuse('scopeMissing', null, { scope, mutation });
  const needed = usable.map(({ role }) => role).join(', ');
  if (organizationId === null && usable.some(({ role }) => hasRoleSomewhere(viewer, role)))
    return refuse('partnerGrantMissing', null, { mutation, needed });
  return refuse('roleMissing', null, { role: roleOf(viewer), mutation, needed });
}
