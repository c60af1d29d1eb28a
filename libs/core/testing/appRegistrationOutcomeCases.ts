/** The part of `OUTCOME_CASES` about the APP_REGISTRATION step. Imported by tests only. */
import { absent, aContext, registrationStep } from './exampleFacts.ts';
import type { OutcomeCase } from './outcomeCases.ts';

const organization = (region: 'VA7' | 'CAN2' | 'IND2') => ({
  organization: { ...aContext().organization, region },
});
const CUSTOM = '99999999-9999-4999-8999-999999999999';

export const APP_REGISTRATION_OUTCOME_CASES: readonly OutcomeCase[] = [
  { check: 'platformHostIsKnown', outcome: 'ok', facts: registrationStep() },
  {
    check: 'platformHostIsKnown',
    outcome: 'unconfirmed',
    facts: registrationStep(),
    context: organization('CAN2'),
  },
  {
    check: 'platformHostIsKnown',
    outcome: 'noHost',
    facts: registrationStep(),
    context: organization('IND2'),
  },
  { check: 'appRegistrationHoldsTogether', outcome: 'ok', facts: registrationStep() },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'absent',
    facts: { step: 'APP_REGISTRATION', registration: absent() },
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'incomplete',
    facts: registrationStep({ applicationId: 'not a GUID' }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherSignInHost',
    facts: registrationStep({
      applicationRedirectUrl:
        'https://login.microsoftonline.com@evil.example/common/oauth2/authorize?x=1',
    }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherClient',
    facts: registrationStep({ applicationId: CUSTOM }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherRedirect',
    facts: registrationStep({ applicationUri: 'https://adobe.com/other/acpX' }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherAdobeHost',
    facts: registrationStep({
      applicationUri: 'https://adobe.com.evil.example/acpX',
      applicationRedirectUrl: `https://login.microsoftonline.com/common/oauth2/authorize?client_id=e463a445-c6ac-4ca2-b36a-b5146fcf6a52&redirect_uri=https%3A%2F%2Fadobe.com.evil.example%2FacpX`,
    }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherName',
    facts: registrationStep({ name: 'acpY' }),
  },
];
