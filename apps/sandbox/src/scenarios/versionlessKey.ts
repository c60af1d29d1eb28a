import { scenario } from './scenario.ts';

export const versionlessKey = scenario(
  'The customer hands over the AEP key without its version (KID-10).',
  ({ keys }) => {
    keys.AEP.quoteVersion = false;
  },
);
