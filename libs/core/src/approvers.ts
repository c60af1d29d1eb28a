/** Whether anybody can approve: a request may wait for nobody (docs/reference/run.md, rule 5). */
import { includesRole, type Grant } from './grants.ts';
import { REQUIREMENTS } from './permissions.ts';
import type { FourEyes } from './policy.ts';
import { ROLES, type Role } from './vocabulary.ts';

/** Somebody whose role for an organization allows to approve. */
export interface Approver {
  /** Whom four eyes compares: of a member and their tokens the same. */
  principal: string;
  /** By a grant for this organization itself, as `OWN_APPROVER` asks. */
  own: boolean;
  /** Not a token that acts for nobody. */
  isPerson: boolean;
}

/** The roles that allow to approve. */
export const APPROVING_ROLES: readonly Role[] = ROLES.filter((role) =>
  includesRole(role, REQUIREMENTS.approve.role),
);

/**
 * Why no person can approve: nobody has the role; nobody has it for the organization itself, which
 * the policy asks for; only who requests it has; or only tokens that act for nobody could.
 */
export type NoApprover = 'NO_APPROVER' | 'NO_OWN_APPROVER' | 'ONLY_REQUESTER' | 'ONLY_TOKENS';

const whoSuffice = (fourEyes: FourEyes, approvers: readonly Approver[]): readonly Approver[] =>
  fourEyes === 'OWN_APPROVER' ? approvers.filter(({ own }) => own) : approvers;

/** Whether somebody with these grants could approve for the organization, if another requests. */
export function couldApprove(
  grants: readonly Grant[],
  organizationId: string,
  fourEyes: FourEyes,
): boolean {
  const approvers = grants
    .filter((grant) => APPROVING_ROLES.includes(grant.role))
    .filter((grant) => grant.organizationId === null || grant.organizationId === organizationId)
    .map((grant) => ({ principal: '', own: grant.organizationId !== null, isPerson: true }));
  return whoSuffice(fourEyes, approvers).length > 0;
}

function theOnly(approvers: readonly Approver[]): string | null {
  const [first, ...others] = new Set(approvers.map(({ principal }) => principal));
  return others.length === 0 ? (first ?? null) : null;
}

const persons = (approvers: readonly Approver[]): readonly Approver[] =>
  approvers.filter(({ isPerson }) => isPerson);

/** The principal on whom it depends whether somebody else could approve; null where on nobody. */
export function onlyApprover(fourEyes: FourEyes, approvers: readonly Approver[]): string | null {
  const suffice = whoSuffice(fourEyes, approvers);
  return theOnly(suffice) ?? theOnly(persons(suffice));
}

/**
 * Null where a person can approve.
 * @param requester the principal who requested it; null: whoever requests it
 */
export function noApprover(
  fourEyes: FourEyes,
  approvers: readonly Approver[],
  requester: string | null,
): NoApprover | null {
  if (approvers.length === 0) return 'NO_APPROVER';
  const suffice = whoSuffice(fourEyes, approvers);
  if (suffice.length === 0) return 'NO_OWN_APPROVER';
  const others = suffice.filter(({ principal }) => principal !== requester);
  if (others.length === 0) return 'ONLY_REQUESTER';
  return persons(others).length === 0 ? 'ONLY_TOKENS' : null;
}
