import { scenario } from './scenario.ts';

export const noPurgeProtection = scenario(
  'The AEP vault has no purge protection, which ARM shows by not mentioning it (KV-04).',
  ({ vaults }) => {
    delete vaults.AEP.properties.enablePurgeProtection;
  },
);
