/**
 * The set-up on AWS, documented for Adobe's UI only (AWS-14): every step but the approval is
 * attested, and CJA does not apply (CJA-14).
 */
import type { Plan } from '../plan.ts';

/**
 * Never completes automatically: the last step is the account team's written confirmation (GAP-15).
 */
export const AWS_PLAN: Plan = {
  tracks: {
    AEP: [
      { id: 'ENTITLEMENT', after: [], actor: 'PARTNER' },
      { id: 'KEY', after: ['ENTITLEMENT'], actor: 'PARTNER' }, // AWS-02..08
      { id: 'APPROVAL', after: ['KEY'], actor: 'PARTNER' },
      { id: 'SUBMISSION', after: ['APPROVAL'], actor: 'PARTNER', pointOfNoReturn: true }, // AWS-09
      { id: 'ACTIVATION', after: ['SUBMISSION'], actor: 'ADOBE' }, // AWS-11
      { id: 'CONFIRMATION', after: ['ACTIVATION'], actor: 'ADOBE' }, // GAP-15
    ],
  },
};
