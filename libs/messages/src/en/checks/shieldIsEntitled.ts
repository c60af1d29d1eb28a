import type { CheckMessages } from '../../checkMessages.ts';

export const shieldIsEntitled: CheckMessages<'shieldIsEntitled'> = {
  title: 'The organization is entitled to its own key',
  expected: 'Healthcare Shield or Privacy & Security Shield; on AWS only the latter',
  outcomes: {
    ok: '{shield} on {cloud}',
    noShield: {
      observed: 'No shield',
      cause: 'Customer-managed keys are part of Healthcare Shield and Privacy & Security Shield.',
      remedy: 'Ask the Adobe account team which shield the organization bought.',
    },
    notOnAws: {
      observed: '{shield} on {cloud}',
      cause: 'Healthcare Shield includes customer-managed keys on Azure only.',
      remedy:
        'On AWS the organization needs Privacy & Security Shield; ask the Adobe account team.',
    },
  },
};
