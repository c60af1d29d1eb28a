import type { CheckMessages } from '../../checkMessages.ts';

export const shieldIsEntitled: CheckMessages<'shieldIsEntitled'> = {
  title: 'The organization is entitled to its own key',
  expected: 'Healthcare Shield or Privacy & Security Shield; on AWS only the latter',
  outcomes: {
    ok: '{shield} on {cloud}',
    noShield: {
      observed: 'No shield',
      cause: 'Customer-managed keys belong to Healthcare Shield and Privacy & Security Shield.',
      remedy: 'Ask the Adobe account team which shield the organization bought.',
    },
    notOnAws: {
      observed: '{shield} on {cloud}',
      cause: 'Healthcare Shield carries customer-managed keys on Azure only.',
      remedy: 'On AWS Privacy & Security Shield is needed; ask the Adobe account team.',
    },
  },
};
