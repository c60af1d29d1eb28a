import type { CheckMessages } from '../../checkMessages.ts';

const REGISTRATION_REMEDY =
  'Do not open the URL. Compare with Adobe’s own page (Administration > Encryption > Customer Managed Keys > Configure) and report the difference to Adobe Customer Care.';

export const appRegistrationHoldsTogether: CheckMessages<'appRegistrationHoldsTogether'> = {
  title: 'Adobe’s app registration agrees with itself',
  expected: 'One application ID, one Adobe address, and Microsoft’s sign-in host',
  outcomes: {
    ok: 'Application {applicationId} ({name})',
    absent: {
      observed: 'Adobe has no app registration for this organization: {answer}',
      cause:
        'The organization may not be entitled, or its region is not {region}, whose host {platformHost} was asked.',
      remedy:
        'Check shield and region of the organization. If both are right, ask Adobe Customer Care to provide the app registration.',
    },
    incomplete: {
      observed: 'Adobe’s answer lacks its application ID, name or addresses',
      cause: 'The answer is incomplete.',
      remedy:
        'Check again later. If it stays, take the values from Adobe’s Encryption page and report it to Customer Care.',
    },
    otherSignInHost: {
      observed: 'The URL of application {applicationId} does not lead to login.microsoftonline.com',
      cause:
        'A consent URL must be Microsoft’s; this one leads somewhere else and may have been tampered with.',
      remedy: REGISTRATION_REMEDY,
    },
    otherClient: {
      observed: 'The URL asks consent for another application than {applicationId}',
      cause:
        'client_id and applicationId differ; whoever consents would give access to the wrong application.',
      remedy: REGISTRATION_REMEDY,
    },
    otherRedirect: {
      observed: 'The URL does not lead back to {applicationUri}',
      cause: 'redirect_uri and applicationUri differ; the consent’s code would be sent elsewhere.',
      remedy: REGISTRATION_REMEDY,
    },
    otherAdobeHost: {
      observed: 'The application’s address is {applicationUri}',
      cause: 'That is not an address of adobe.com.',
      remedy: REGISTRATION_REMEDY,
    },
    otherName: {
      observed: '{applicationUri} does not end in {name}',
      cause: 'Name and address of the application do not belong together.',
      remedy: REGISTRATION_REMEDY,
    },
    unclear: {
      observed: 'Adobe’s answer cannot be understood',
      cause: 'It has not the documented form.',
      remedy: 'Nothing to do: it is read again by itself.',
    },
  },
};
