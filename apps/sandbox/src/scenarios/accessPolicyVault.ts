import { deriveGuid } from '../azure/derive.ts';
import { scenario } from './scenario.ts';

export const accessPolicyVault = scenario(
  'The AEP vault still works with access policies (KV-05).',
  ({ vaults, customer, access }) => {
    const { properties } = vaults.AEP;
    const objectId = deriveGuid(
      'principal',
      access.AEP.principalTenantId,
      customer.applicationIds.AEP,
    );
    properties.enableRbacAuthorization = false;
    properties.accessPolicies = [
      {
        tenantId: customer.tenantId,
        objectId,
        permissions: { keys: ['get', 'wrapKey', 'unwrapKey'], secrets: [], certificates: [] },
      },
    ];
  },
);
