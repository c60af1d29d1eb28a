import { scenario } from './scenario.ts';

export const retention30 = scenario(
  'The AEP vault keeps deleted keys for 30 days, and that can never be changed (IRR-03).',
  ({ vaults }) => {
    vaults.AEP.properties.softDeleteRetentionInDays = 30;
  },
);
