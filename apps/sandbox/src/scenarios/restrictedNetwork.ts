import { scenario } from './scenario.ts';

export const restrictedNetwork = scenario(
  'The AEP vault lets in trusted services and Adobe only: allowed, but worth a warning (GAP-09).',
  ({ vaults }) => {
    vaults.AEP.properties.networkAcls = {
      bypass: 'AzureServices',
      defaultAction: 'Deny',
      ipRules: [{ value: '20.88.123.53/32' }],
      virtualNetworkRules: [],
    };
  },
);
