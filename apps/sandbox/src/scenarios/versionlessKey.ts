import { scenario } from './scenario.ts';

export const versionlessKey = scenario(
  'The customer gives the AEP key without its version (KID-10).',
  ({ keys }) => {
    keys.AEP.quoteVersion = false;
  },
);
