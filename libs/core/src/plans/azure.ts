/** The set-up on Azure (AEP-01 to AEP-45, CJA-01 to CJA-16). */
import type { Plan } from '../plan.ts';

export const AZURE_PLAN: Plan = {
  tracks: {
    AEP: [
      { id: 'ENTITLEMENT', after: [], actor: 'PARTNER' }, // AEP-01
      { id: 'VAULT', after: ['ENTITLEMENT'], actor: 'AZURE_ADMIN' }, // AEP-03..07
      { id: 'NETWORK', after: ['VAULT'], actor: 'AZURE_ADMIN' }, // AEP-08..12
      { id: 'KEY', after: ['VAULT'], actor: 'AZURE_ADMIN' }, // AEP-13..18
      { id: 'APP_REGISTRATION', after: ['ENTITLEMENT'], actor: 'SYSTEM' }, // AEP-19..23
      { id: 'CONSENT', after: ['VAULT', 'APP_REGISTRATION'], actor: 'ENTRA_ADMIN' }, // AEP-24..28
      { id: 'ROLE', after: ['CONSENT'], actor: 'AZURE_ADMIN' }, // AEP-29..34
      { id: 'APPROVAL', after: ['NETWORK', 'KEY', 'ROLE'], actor: 'PARTNER' },
      // AEP-35..40
      { id: 'SUBMISSION', after: ['APPROVAL'], actor: 'PARTNER', pointOfNoReturn: true },
      { id: 'ACTIVATION', after: ['SUBMISSION'], actor: 'ADOBE' }, // AEP-41..45
    ],
    CJA: [
      { id: 'ENTITLEMENT', after: [], actor: 'PARTNER' }, // CJA-02
      { id: 'VAULT', after: ['ENTITLEMENT'], actor: 'AZURE_ADMIN' }, // CJA-04
      { id: 'NETWORK', after: ['VAULT'], actor: 'AZURE_ADMIN' },
      { id: 'KEY', after: ['VAULT'], actor: 'AZURE_ADMIN' },
      { id: 'CONSENT', after: ['VAULT'], actor: 'ENTRA_ADMIN' }, // CJA-06..09
      { id: 'ROLE', after: ['CONSENT'], actor: 'AZURE_ADMIN' }, // CJA-08
      { id: 'APPROVAL', after: ['NETWORK', 'KEY', 'ROLE'], actor: 'PARTNER' }, // CJA-10
      { id: 'TICKET', after: ['APPROVAL'], actor: 'PARTNER', pointOfNoReturn: true }, // CJA-11
      { id: 'CONFIRMATION', after: ['TICKET'], actor: 'ADOBE' }, // CJA-13
    ],
  },
};
