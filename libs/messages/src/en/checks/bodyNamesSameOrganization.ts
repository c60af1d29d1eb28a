import type { CheckMessages } from '../../checkMessages.ts';

export const bodyNamesSameOrganization: CheckMessages<'bodyNamesSameOrganization'> = {
  title: 'Body and header name the same organization',
  expected: 'imsOrgId in the body equals the header x-gw-ims-org-id',
  outcomes: {
    ok: '{body}',
    otherOrganization: {
      observed: 'The body names {body}, the header {header}',
      cause: 'The two must be the same, or the key would be set up for another organization.',
      remedy:
        'Nothing was sent. Request approval again; if it persists, report it as an error of Keyway.',
    },
    unreadableBody: {
      observed: 'The body names no organization',
      cause: 'It is not the documented JSON.',
      remedy: 'Nothing was sent. Report it as an error of Keyway.',
    },
  },
};
