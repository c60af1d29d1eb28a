import { scenario } from './scenario.ts';

export const slowAdobe = scenario(
  'Adobe’s job takes fifteen times as long (GAP-14).',
  ({ customer }) => {
    customer.adobe.pace = 15;
  },
);
