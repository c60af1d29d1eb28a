/** A policy while it is edited, and whether it is still the one that was read. */
import { toDuration, toSeconds } from './duration.ts';
import type { Duration } from './duration.ts';
import type { PolicyView } from './policyDocuments.ts';

export type PolicyRules = Omit<PolicyView, 'own' | 'version' | '__typename'>;

export interface PolicyDraft {
  fourEyes: PolicyView['fourEyes'];
  coolingOff: Duration;
  approvalValid: Duration;
  neverAccept: readonly string[];
}

export const toDraft = (policy: PolicyRules): PolicyDraft => ({
  fourEyes: policy.fourEyes,
  coolingOff: toDuration(policy.coolingOffSeconds),
  approvalValid: toDuration(policy.approvalValidSeconds),
  neverAccept: policy.neverAccept,
});

export const isComplete = ({ coolingOff, approvalValid }: PolicyDraft): boolean =>
  Number.isFinite(coolingOff.value) && Number.isFinite(approvalValid.value);

/** Whether an approval would expire before its cooling-off period ends. */
export const isNeverUsable = ({ coolingOffSeconds, approvalValidSeconds }: PolicyRules): boolean =>
  approvalValidSeconds <= coolingOffSeconds;

/** Just the rules, with the checks in a fixed order, so that equal policies are equal. */
export const toRules = (policy: PolicyRules): PolicyRules => ({
  fourEyes: policy.fourEyes,
  coolingOffSeconds: policy.coolingOffSeconds,
  approvalValidSeconds: policy.approvalValidSeconds,
  neverAccept: policy.neverAccept.toSorted(),
});

export const rulesOf = (draft: PolicyDraft): PolicyRules =>
  toRules({
    fourEyes: draft.fourEyes,
    coolingOffSeconds: toSeconds(draft.coolingOff),
    approvalValidSeconds: toSeconds(draft.approvalValid),
    neverAccept: [...draft.neverAccept],
  });

export const areSameRules = (a: PolicyRules, b: PolicyRules): boolean =>
  JSON.stringify(toRules(a)) === JSON.stringify(toRules(b));
