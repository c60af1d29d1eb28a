import { emptied } from './emptySubscription.ts';
import { scenario } from './scenario.ts';

export const lockDenied = scenario(
  'Neither vaults nor keys are there yet, and the credential may make everything but locks.',
  (plan) => {
    emptied(plan);
    plan.customer.deny = [...plan.customer.deny, 'Microsoft.Authorization/locks/write'];
  },
);
