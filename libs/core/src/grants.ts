/** Grants: which role somebody has, and where. A person may have several. */
import { ROLES, type Role } from './vocabulary.ts';

/** A role and its scope: one organization, or null for every organization of the partner. */
export interface Grant {
  role: Role;
  organizationId: string | null;
}

/** What decides over access. A token has at most the rights of the member it acts for. */
export interface Rights {
  grants: readonly Grant[];
  /** Of the member who made the token; null for members, and for tokens of nobody. */
  makerGrants: readonly Grant[] | null;
}

/** The roles that each role includes. OPERATOR and APPROVER don't include each other. */
const INCLUDES: Record<Role, readonly Role[]> = {
  OWNER: ['OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  OPERATOR: ['OPERATOR', 'AUDITOR'],
  APPROVER: ['APPROVER', 'AUDITOR'],
  AUDITOR: ['AUDITOR'],
};

/** Whether a role may do everything that the other one may. */
export const includesRole = (role: Role, other: Role): boolean => INCLUDES[role].includes(other);

/** The grants that hold for an organization; with null those that hold for all of them. */
const inScope = (grants: readonly Grant[], organizationId: string | null): readonly Grant[] =>
  grants.filter(
    (grant) => grant.organizationId === null || grant.organizationId === organizationId,
  );

const gives = (
  grants: readonly Grant[] | null,
  role: Role,
  organizationId: string | null,
): boolean =>
  grants === null ||
  inScope(grants, organizationId).some((grant) => includesRole(grant.role, role));

/**
 * Whether somebody has a role for an organization. With null: for the partner as a whole, as adding
 * an organization needs it.
 */
export const hasRoleFor = (
  { grants, makerGrants }: Rights,
  role: Role,
  organizationId: string | null,
): boolean => gives(grants, role, organizationId) && gives(makerGrants, role, organizationId);

/** The organizations that grants are about; null for every one of the partner. */
function organizationsIn(grants: readonly Grant[]): string[] | null {
  const ids = new Set<string>();
  for (const { organizationId } of grants) {
    if (organizationId === null) return null;
    ids.add(organizationId);
  }
  return [...ids];
}

/** What both lists have; null has everything. */
function common(a: string[] | null, b: string[] | null): string[] | null {
  if (!a || !b) return a ?? b;
  const others = new Set(b);
  return a.filter((id) => others.has(id));
}

/** The organizations that somebody sees; null for every one of the partner. */
export const visibleOrganizations = ({ grants, makerGrants }: Rights): string[] | null =>
  common(organizationsIn(grants), makerGrants && organizationsIn(makerGrants));

/** The organizations for which somebody has a role; null for every one of the partner. */
export function organizationsWithRole(rights: Rights, role: Role): string[] | null {
  const giving = (grants: readonly Grant[]): readonly Grant[] =>
    grants.filter((grant) => includesRole(grant.role, role));
  const { grants, makerGrants } = rights;
  return visibleOrganizations({
    grants: giving(grants),
    makerGrants: makerGrants && giving(makerGrants),
  });
}

/** The grant that says the most about somebody: the highest role, for the partner if possible. */
export function mainRole(grants: readonly Grant[]): Role {
  const roles = (found: readonly Grant[]): Set<Role> => new Set(found.map(({ role }) => role));
  const ofPartner = roles(inScope(grants, null));
  const all = ofPartner.size > 0 ? ofPartner : roles(grants);
  return ROLES.find((role) => all.has(role)) ?? 'AUDITOR';
}
