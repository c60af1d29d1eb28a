import { scenario } from './scenario.ts';

export const adobeUnknownStatus = scenario(
  'Adobe’s job stays in a status that no document lists (ST-07).',
  ({ customer }) => {
    customer.adobe.outcome = 'unknownStatus';
  },
);
