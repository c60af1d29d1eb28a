import { scenario } from './scenario.ts';

export const firewallWithoutAdobe = scenario(
  'The AEP vault lets selected networks in, and Adobe is not among them (AEP-09).',
  ({ vaults }) => {
    vaults.AEP.properties.networkAcls = {
      bypass: 'AzureServices',
      defaultAction: 'Deny',
      ipRules: [{ value: '198.51.100.24/32' }],
      virtualNetworkRules: [],
    };
  },
);
