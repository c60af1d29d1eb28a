/** The part of `OUTCOME_CASES` about the CONSENT step. Imported by tests only. */
import { absent, consentStep } from './exampleFacts.ts';
import type { OutcomeCase } from './outcomeCases.ts';

const CUSTOM = '99999999-9999-4999-8999-999999999999';

export const CONSENT_OUTCOME_CASES: readonly OutcomeCase[] = [
  {
    check: 'servicePrincipalExists',
    outcome: 'ok',
    facts: consentStep({ appId: 'E463A445-C6AC-4CA2-B36A-B5146FCF6A52' }),
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'absent',
    facts: { step: 'CONSENT', servicePrincipal: absent() },
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'disabled',
    facts: consentStep({ accountEnabled: false }),
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'otherApplication',
    facts: consentStep({ appId: CUSTOM }),
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'otherTenant',
    facts: consentStep({ tenantId: CUSTOM }),
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'unclear',
    facts: consentStep(),
    context: { applicationId: null },
  },
];
