/**
 * Permissions: a mutation needs a role and a scope (docs/reference/api.md, "Roles", "Scopes of
 * tokens").
 */
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

interface Demand {
  scope: Scope;
  role: Role;
}
const DRIVE: Demand = { scope: 'runs:write', role: 'OPERATOR' };
const DECIDE: Demand = { scope: 'approve', role: 'APPROVER' };
const MANAGE: Demand = { scope: 'admin', role: 'OWNER' };

/** What each mutation needs. */
export const DEMANDS: Record<MutationName, Demand> = {
  createOrganization: DRIVE,
  importOrganizations: DRIVE,
  updateOrganization: DRIVE,
  archiveOrganization: DRIVE,
  restoreOrganization: DRIVE,
  connectAdobe: DRIVE,
  connectAzure: DRIVE,
  disconnectAdobe: DRIVE,
  disconnectAzure: DRIVE,
  tryConnection: DRIVE,
  startRun: DRIVE,
  startRuns: DRIVE,
  provideKey: DRIVE,
  verify: DRIVE,
  attestStep: DRIVE,
  overrideCheck: DRIVE,
  requestApproval: DRIVE,
  approve: DECIDE,
  refuse: DECIDE,
  withdrawApproval: DECIDE,
  submitConfiguration: DRIVE,
  recordTicket: DRIVE,
  confirmCja: DRIVE,
  retryStep: DRIVE,
  cancelRun: DRIVE,
  createApiToken: MANAGE,
  revokeApiToken: MANAGE,
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
  const { scope, role } = DEMANDS[mutation];
  return hasScope(viewer, scope) && hasRole(viewer, role);
}

/** The scopes of a token; for a member, those that their role can use. */
export function scopesOf(viewer: Authenticated): readonly string[] {
  if (viewer.kind !== 'MEMBER') return viewer.scopes;
  const usable = new Set<string>(
    Object.values(DEMANDS).flatMap(({ scope, role }) => (hasRole(viewer, role) ? [scope] : [])),
  );
  return viewer.scopes.filter((scope) => scope === 'read' || usable.has(scope));
}

/** Why the viewer may not run a mutation: a scope that the token lacks, or else the role. */
export function missingFor(viewer: Authenticated, mutation: MutationName): Refusal {
  const { scope, role } = DEMANDS[mutation];
  if (!hasScope(viewer, scope)) return refuse('scopeMissing', null, { scope, mutation });
  return refuse('roleMissing', null, { role: viewer.role, mutation, needed: role });
}
