/** The role and the scope that each mutation needs (docs/reference/api.md). */
import { refuse, type Refusal, type Role } from '@keyway/core';
import type { Authenticated } from '@keyway/store';
import type { MutationResolvers } from '../generated/resolverTypes.ts';

export type MutationName = keyof MutationResolvers;
export const SCOPES = ['read', 'runs:write', 'approve', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** The roles that each role includes. OPERATOR and APPROVER don't include each other. */
const INCLUDES: Record<Role, readonly Role[]> = {
  OWNER: ['OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  OPERATOR: ['OPERATOR', 'AUDITOR'],
  APPROVER: ['APPROVER', 'AUDITOR'],
  AUDITOR: ['AUDITOR'],
};

interface Requirement {
  scope: Scope;
  role: Role;
}
const OPERATE: Requirement = { scope: 'runs:write', role: 'OPERATOR' };
const DECIDE: Requirement = { scope: 'approve', role: 'APPROVER' };
const ADMINISTER: Requirement = { scope: 'admin', role: 'OWNER' };

/** What each mutation needs. */
export const REQUIREMENTS: Record<MutationName, Requirement> = {
  createOrganization: OPERATE,
  importOrganizations: OPERATE,
  updateOrganization: OPERATE,
  archiveOrganization: OPERATE,
  restoreOrganization: OPERATE,
  connectAdobe: OPERATE,
  connectAzure: OPERATE,
  disconnectAdobe: OPERATE,
  disconnectAzure: OPERATE,
  tryConnection: OPERATE,
  startRun: OPERATE,
  startRuns: OPERATE,
  provideKey: OPERATE,
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
  createApiToken: ADMINISTER,
  revokeApiToken: ADMINISTER,
};

/** Whether a role may do everything that the other one may. */
export const includesRole = (role: Role, other: Role): boolean => INCLUDES[role].includes(other);

/** The viewer's own role and, for a token, that of its creator. */
export const hasRole = (viewer: Authenticated, role: Role): boolean =>
  includesRole(viewer.role, role) &&
  (viewer.makerRole === null || includesRole(viewer.makerRole, role));

export const hasScope = (viewer: Authenticated, scope: Scope): boolean =>
  viewer.scopes.includes(scope);

export function mayMutate(viewer: Authenticated, mutation: MutationName): boolean {
  const { scope, role } = REQUIREMENTS[mutation];
  return hasScope(viewer, scope) && hasRole(viewer, role);
}

/** The scopes of a token; for a member, those that their role can use. */
export function scopesOf(viewer: Authenticated): readonly string[] {
  if (viewer.kind !== 'MEMBER') return viewer.scopes;
  const usable = new Set<string>(
    Object.values(REQUIREMENTS).flatMap(({ scope, role }) =>
      hasRole(viewer, role) ? [scope] : [],
    ),
  );
  return viewer.scopes.filter((scope) => scope === 'read' || usable.has(scope));
}

/** Why the viewer may not run a mutation: a scope that the token lacks, or else the role. */
export function missingFor(viewer: Authenticated, mutation: MutationName): Refusal {
  const { scope, role } = REQUIREMENTS[mutation];
  if (!hasScope(viewer, scope)) return refuse('scopeMissing', null, { scope, mutation });
  return refuse('roleMissing', null, { role: viewer.role, mutation, needed: role });
}
