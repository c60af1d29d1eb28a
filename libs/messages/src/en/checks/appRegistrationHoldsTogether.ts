import type { CheckMessages } from '../../checkMessages.ts';

const REGISTRATION_REMEDY =
  'Do not open the URL. Compare with Adobe’s own page (Administration > Encryption > Customer Managed Keys > Configure) and report the difference to Adobe Customer Care.';

export const appRegistrationHoldsTogether: CheckMessages<'appRegistrationHoldsTogether'> = {
  title: 'Adobe’s app registration is consistent',
  expected: 'One application ID, one Adobe address, and Microsoft’s sign-in host',
  outcomes: {
    ok: 'Application {applicationId} ({name})',
    absent: {
      observed: 'Adobe has no app registration for this organization: {answer}',
      cause:
        'The organization may not be entitled, or its region may not be {region}, whose host {platformHost} was called.',
      remedy:
        'Check the organization’s shield and region. If both are right, ask Adobe Customer Care to provide the app registration.',
    },
    incomplete: {
      observed: 'Adobe’s answer lacks the application’s ID, name or addresses',
      cause: 'The answer is incomplete.',
      remedy:
        'Check again later. If it persists, take the values from Adobe’s Encryption page and report it to Customer Care.',
    },
    otherSignInHost: {
      observed: 'The URL of application {applicationId} does not lead to login.microsoftonline.com',
      cause:
        'A consent URL must be Microsoft’s; this one leads elsewhere and may have been tampered with.',
      remedy: REGISTRATION_REMEDY,
    },
    otherClient: {
      observed: 'The URL requests consent for another application than {applicationId}',
      cause:
        'client_id and applicationId differ; consent would give access to the wrong application.',
      remedy: REGISTRATION_REMEDY,
    },
    otherRedirect: {
      observed: 'The URL does not lead back to {applicationUri}',
      cause: 'redirect_uri and applicationUri differ; the consent’s code would be sent elsewhere.',
      remedy: REGISTRATION_REMEDY,
    },
    otherAdobeHost: {
      observed: 'The application’s address is {applicationUri}',
      cause: 'This is not an address of adobe.com.',
      remedy: REGISTRATION_REMEDY,
    },
    otherName: {
      observed: '{applicationUri} does not end in {name}',
      cause: 'The application’s name and address do not match.',
      remedy: REGISTRATION_REMEDY,
    },
  },
};
