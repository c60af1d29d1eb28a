/** What viewers may do. The core has what each mutation needs, and does bulk jobs by it. */
import {
  hasRoleFor,
  hasRoleSomewhere,
  includesRole,
  REQUIREMENTS,
  ROLES,
  scopesOfRole,
  type MutationName,
  type Requirement,
  type Rights,
} from '@keyway/core';
import type { Reader } from '@keyway/messages';
import type { Authenticated } from '@keyway/store';
import type { MutationResolvers } from '../generated/resolverTypes.ts';

/** Mutations that the token of a hand-off can run, and no viewer. */
type HandedOffMutation = 'checkHandedOff' | 'attestHandedOff';
// Does not compile where a mutation of the schema has no requirement.
REQUIREMENTS satisfies Record<Exclude<keyof MutationResolvers, HandedOffMutation>, Requirement>;
export type { MutationName };

/**
 * Whether the viewer is approver of this organization itself: by a grant for it, not by one for the
 * whole partner. A token counts by its maker's grants, and by its own where it acts for nobody.
 */
export const isOwnApprover = (
  { grants, makerGrants }: Rights,
  organizationId: string | null,
): boolean =>
  organizationId !== null &&
  (makerGrants ?? grants).some(
    (grant) => grant.organizationId === organizationId && includesRole(grant.role, 'APPROVER'),
  );

/** How sentences about an organization's run call the partner. */
export const readerOf = (
  viewer: Rights & Pick<Authenticated, 'organizationIds' | 'partnerName'>,
  organizationId: string,
): Reader => ({
  partner: viewer.partnerName,
  isPartner: viewer.organizationIds === null || hasRoleFor(viewer, 'OPERATOR', organizationId),
});

/** The scopes of a token; for a member, those that their role can use. */
export function scopesOf(viewer: Authenticated): readonly string[] {
  if (viewer.kind !== 'MEMBER') return viewer.scopes;
  const usable = new Set<string>(
    ROLES.filter((role) => hasRoleSomewhere(viewer, role)).flatMap(scopesOfRole),
  );
  return viewer.scopes.filter((scope) => usable.has(scope));
}
