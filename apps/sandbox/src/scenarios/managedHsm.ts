import { deriveGuid } from '../azure/derive.ts';
import { scenario } from './scenario.ts';

export const managedHsm = scenario(
  'The AEP key lies in a Managed HSM, with a local role that ARM cannot see (HSM-03).',
  ({ customer, vaults }) => {
    const { name, properties } = vaults.AEP;
    const { tenantId, publicNetworkAccess, networkAcls } = properties;
    vaults.AEP = {
      kind: 'managedHsm',
      name,
      sku: { family: 'B', name: 'Standard_B1' },
      properties: {
        tenantId,
        hsmUri: `https://${name}.managedhsm.azure.net/`,
        initialAdminObjectIds: [deriveGuid('admin', customer.tenantId)],
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
        enablePurgeProtection: true,
        provisioningState: 'Succeeded',
        statusMessage: 'The Managed HSM is provisioned and ready to use.',
        publicNetworkAccess,
        networkAcls,
        securityDomainProperties: {
          activationStatus: 'Active',
          activationStatusMessage:
            'Your HSM has been activated and can be used for cryptographic operations.',
        },
      },
    };
  },
);
