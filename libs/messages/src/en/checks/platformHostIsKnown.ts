import type { CheckMessages } from '../../checkMessages.ts';

export const platformHostIsKnown: CheckMessages<'platformHostIsKnown'> = {
  title: 'Adobe’s host for this region is known',
  expected: 'A documented Experience Platform host',
  outcomes: {
    ok: '{host}',
    unconfirmed: {
      observed: '{host}',
      cause:
        'Adobe documents this host for region {region}, but not for customer-managed keys; it follows the same pattern as the others.',
      remedy: 'Ask the Adobe account team to confirm the host, then accept this with their answer.',
    },
    noHost: {
      observed: 'No host is known for region {region}',
      cause:
        'Adobe documents no Experience Platform host for this region, and a token is sent to documented hosts only.',
      remedy:
        'Check the organization’s region with Adobe. If it is right, set the key up on Adobe’s own page and attest the steps here.',
    },
  },
};
