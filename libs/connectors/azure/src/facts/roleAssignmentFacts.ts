/**
 * Role assignments of Azure RBAC and of a Managed HSM's local RBAC (docs/reference/clouds.md 2.2,
 * 2.4) as facts. Pure.
 */
import type { RoleAssignmentFacts } from '@keyway/core';
import { z } from 'zod';
import { lenientText, optionalText, parseResponse, toInstant } from '@keyway/connector-transport';

/** Key Vault Crypto Service Encryption User (RB-01). */
export const VAULT_ROLE = 'e147488a-f6f5-4113-8e2d-b22465e65bf6';
/** Managed HSM Crypto Service Encryption User, local RBAC only (HSM-03). */
export const MANAGED_HSM_ROLE = '33413926-3206-4cdd-b39a-83574fe37a17';

const rowSchema = z.object({
  id: z.string().min(1),
  properties: z.object({
    roleDefinitionId: z.string().regex(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/?$/i),
    scope: z.string().min(1),
    principalId: z.string().min(1),
    principalType: lenientText,
    createdOn: z.unknown().optional(),
    condition: optionalText,
  }),
});

const trailingGuid = (roleDefinitionId: string): string =>
  roleDefinitionId.replace(/\/$/, '').slice(-36).toLowerCase();

/** One row of a list of either; throws `badResponse` for another form. */
export function roleAssignmentFacts(
  row: unknown,
  store: RoleAssignmentFacts['store'],
): RoleAssignmentFacts {
  const { id, properties: assignment } = parseResponse(rowSchema, row, 'A role assignment');
  return {
    id,
    store,
    roleDefinitionGuid: trailingGuid(assignment.roleDefinitionId),
    scope: assignment.scope,
    principalId: assignment.principalId,
    principalType: assignment.principalType,
    createdAt: toInstant(assignment.createdOn),
    condition: assignment.condition,
    dataActions: null,
  };
}

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The principal's, and others' with an exact role, each once, in the order of their IDs. */
export function relevantAssignments(
  assignments: RoleAssignmentFacts[],
  principalObjectId: string,
): RoleAssignmentFacts[] {
  const byId = new Map<string, RoleAssignmentFacts>();
  for (const assignment of assignments) {
    const exact =
      assignment.roleDefinitionGuid === VAULT_ROLE ||
      assignment.roleDefinitionGuid === MANAGED_HSM_ROLE;
    if (exact || sameText(assignment.principalId, principalObjectId))
      byId.set(assignment.id.toLowerCase(), assignment);
  }
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, assignment]) => assignment);
}

/**
 * Whether this assignment's role has to be read to evaluate it: it is the principal's, and not an
 * exact one.
 */
export const needsDefinition = (
  assignment: RoleAssignmentFacts,
  principalObjectId: string,
): boolean =>
  sameText(assignment.principalId, principalObjectId) &&
  assignment.roleDefinitionGuid !== VAULT_ROLE &&
  assignment.roleDefinitionGuid !== MANAGED_HSM_ROLE;
