import { scenario } from './scenario.ts';

export const throttledEverywhere = scenario(
  'Every address of the customer answers 429 at first, and now and then later, with and without Retry-After.',
  ({ customer }) => {
    customer.throttled = true;
  },
);
