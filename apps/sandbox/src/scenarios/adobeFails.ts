import { scenario } from './scenario.ts';

export const adobeFails = scenario(
  'Everything is ready, and Adobe’s job fails all the same, without a reason (AEP-43).',
  ({ customer }) => {
    customer.adobe.outcome = 'failed';
  },
);
