/** Whether anybody can approve: a request may wait for nobody (docs/reference/run.md, rule 5). */
import { includesRole } from './grants.ts';
import { REQUIREMENTS } from './permissions.ts';
import type { FourEyes } from './run.ts';
import { ROLES, type Role } from './vocabulary.ts';

/** Somebody whose role for an organization allows to approve. */
export interface Approver {
  /** Whom four eyes compares: of a member and their tokens the same. */
  principal: string;
  /** By a grant for this organization itself, as `OWN_APPROVER` asks. */
  own: boolean;
}

/** The roles that allow to approve. */
export const APPROVING_ROLES: readonly Role[] = ROLES.filter((role) =>
  includesRole(role, REQUIREMENTS.approve.role),
);

/**
 * Why nobody can approve: nobody has the role; nobody has it for the organization itself, which
 * the policy asks for; or only who requests it has.
 */
export type NoApprover = 'NO_APPROVER' | 'NO_OWN_APPROVER' | 'ONLY_REQUESTER';

const whoSuffice = (fourEyes: FourEyes, approvers: readonly Approver[]): readonly Approver[] =>
  fourEyes === 'OWN_APPROVER' ? approvers.filter(({ own }) => own) : approvers;

/** The only principal who could approve; null where it is nobody, or several. */
export function onlyApprover(fourEyes: FourEyes, approvers: readonly Approver[]): string | null {
  const [first, ...others] = new Set(
    whoSuffice(fourEyes, approvers).map(({ principal }) => principal),
  );
  return others.length === 0 ? (first ?? null) : null;
}

/**
 * Null where somebody can approve.
 * @param requester the principal who requested it; null: whoever requests it
 */
export function noApprover(
  fourEyes: FourEyes,
  approvers: readonly Approver[],
  requester: string | null,
): NoApprover | null {
  if (approvers.length === 0) return 'NO_APPROVER';
  if (whoSuffice(fourEyes, approvers).length === 0) return 'NO_OWN_APPROVER';
  const only = onlyApprover(fourEyes, approvers);
  return only !== null && only === requester ? 'ONLY_REQUESTER' : null;
}
