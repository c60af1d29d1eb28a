/** The rules of approvals, and how two of them compare. */

/** Every `FourEyes`, as in the enum of the public contract. */
export const FOUR_EYES = ['ANOTHER_MEMBER', 'OWN_APPROVER'] as const;
/**
 * Who may approve: anybody but the requester, or of these only who is approver of this organization
 * itself (the customer's own).
 */
export type FourEyes = (typeof FOUR_EYES)[number];

/** Rules of approvals. A change reaches open runs as an event. */
export interface Policy {
  /** How long an approval may be used after it was given. */
  approvalValidForSeconds: number;
  /** How long after it was given an approval may first be used. */
  coolingOffSeconds: number;
  fourEyes: FourEyes;
  /** IDs of checks that nobody may override, in alphabetical order. */
  neverAccept: readonly string[];
}
/** Another member approves; an approval is valid for 7 days and can be used at once. */
export const DEFAULT_POLICY: Policy = {
  approvalValidForSeconds: 7 * 24 * 3600,
  coolingOffSeconds: 0,
  fourEyes: 'ANOTHER_MEMBER',
  neverAccept: [],
};

/** Shortest and longest of the times of a policy, in seconds. */
export const POLICY_LIMITS = {
  coolingOffSeconds: { min: 0, max: 30 * 24 * 3600 },
  approvalValidForSeconds: { min: 60, max: 90 * 24 * 3600 },
} as const;

/** In a fixed order, so that equal policies are equal texts. */
export const normalPolicy = (policy: Policy): Policy => ({
  approvalValidForSeconds: policy.approvalValidForSeconds,
  coolingOffSeconds: policy.coolingOffSeconds,
  fourEyes: policy.fourEyes,
  neverAccept: [...new Set(policy.neverAccept)].toSorted(),
});

/** Whether two policies say the same. */
export const samePolicy = (a: Policy, b: Policy): boolean =>
  JSON.stringify(normalPolicy(a)) === JSON.stringify(normalPolicy(b));

/** Whether something is allowed after the change that was not before. */
export const loosens = (before: Policy, after: Policy): boolean =>
  (before.fourEyes === 'OWN_APPROVER' && after.fourEyes !== 'OWN_APPROVER') ||
  after.coolingOffSeconds < before.coolingOffSeconds ||
  after.approvalValidForSeconds > before.approvalValidForSeconds ||
  before.neverAccept.some((check) => !after.neverAccept.includes(check));

/** Why a policy can't work as it is. */
export type PolicyWarningCode = 'NEVER_USABLE';

/** `NEVER_USABLE`: an approval expires when its cooling-off period ends, or before. */
export const policyWarning = (
  policy: Pick<Policy, 'approvalValidForSeconds' | 'coolingOffSeconds'>,
): PolicyWarningCode | null =>
  policy.approvalValidForSeconds <= policy.coolingOffSeconds ? 'NEVER_USABLE' : null;
