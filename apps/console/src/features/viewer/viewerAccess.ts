/** What follows from somebody's grants, to decide what the console shows. */
import type { Role } from '../../generated/enums.ts';

export interface NamedOrganization {
  id: string;
  name: string;
}

export interface ScopedRole {
  role: Role;
  /** Null: every organization of the partner. */
  organization: NamedOrganization | null;
}

/** Whether one of the roles is given for the partner as a whole, or for any organization. */
export const hasRole = (
  grants: readonly ScopedRole[],
  roles: readonly Role[],
  where: 'partner' | 'anywhere',
): boolean =>
  grants.some(
    ({ role, organization }) =>
      roles.includes(role) && (where === 'anywhere' || organization === null),
  );

/** Each organization that the grants name, once; null if one holds for every organization. */
export function organizationsOf(grants: readonly ScopedRole[]): NamedOrganization[] | null {
  const found = new Map<string, NamedOrganization>();
  for (const { organization } of grants) {
    if (!organization) return null;
    found.set(organization.id, organization);
  }
  return [...found.values()];
}

/** The organization, if all grants are about the same one. */
export function findOnlyOrganization(grants: readonly ScopedRole[]): NamedOrganization | null {
  const organizations = organizationsOf(grants);
  return organizations?.length === 1 ? (organizations[0] ?? null) : null;
}

/** The organizations with the role OWNER; null for every one of the partner. */
export const ownedOrganizations = (grants: readonly ScopedRole[]): NamedOrganization[] | null =>
  organizationsOf(grants.filter(({ role }) => role === 'OWNER'));
