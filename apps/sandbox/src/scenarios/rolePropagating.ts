import { scenario } from './scenario.ts';

export const rolePropagating = scenario(
  'The AEP role was assigned this moment and may take ten minutes to arrive (TM-02).',
  ({ access, now }) => {
    access.AEP.assignedAt = now;
  },
);
