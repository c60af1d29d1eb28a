/**
 * The set-up on AWS, documented for Adobe's UI only (AWS-14): a person submits, and CJA does not
 * apply (CJA-14). KEY and POLICY are read where the organization lets Keyway.
 */
import type { Plan, PlanStep } from '../plan.ts';

/**
 * Never completes automatically: the last step is the account team's written confirmation (GAP-15).
 */
export const AWS_PLAN: Plan = {
  tracks: {
    AEP: [
      { id: 'ENTITLEMENT', after: [], actor: 'PARTNER' },
      { id: 'KEY', after: ['ENTITLEMENT'], actor: 'AWS_ADMIN' }, // AWS-02, AWS-10, VAL-29
      { id: 'POLICY', after: ['KEY'], actor: 'AWS_ADMIN' }, // AWS-04..08, VAL-31
      { id: 'APPROVAL', after: ['POLICY'], actor: 'PARTNER' },
      { id: 'SUBMISSION', after: ['APPROVAL'], actor: 'PARTNER', pointOfNoReturn: true }, // AWS-09
      { id: 'ACTIVATION', after: ['SUBMISSION'], actor: 'ADOBE' }, // AWS-11
      { id: 'CONFIRMATION', after: ['ACTIVATION'], actor: 'ADOBE' }, // GAP-15
    ],
  },
};

/**
 * The track of a run that had an approval, or was past it, when POLICY became a step: what was
 * approved stays what was approved (docs/decisions/0069-aws.md).
 */
export const AEP_BEFORE_POLICY: readonly PlanStep[] = AWS_PLAN.tracks
  .AEP!.filter(({ id }) => id !== 'POLICY')
  .map((step) => (step.id === 'APPROVAL' ? { ...step, after: ['KEY'] } : step));
