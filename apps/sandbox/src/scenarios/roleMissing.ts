import { scenario } from './scenario.ts';

export const roleMissing = scenario(
  'The AEP application is in the tenant and has no role at the vault (AEP-29).',
  ({ access }) => {
    access.AEP.assigned = false;
  },
);
