import { deriveGuid } from '../azure/derive.ts';
import { scenario } from './scenario.ts';

export const wrongTenantConsent = scenario(
  'The AEP application was accepted, but into another directory than the vault’s (AEP-25).',
  ({ customer, access }) => {
    access.AEP.principalTenantId = deriveGuid('other tenant', customer.imsOrgId);
    access.AEP.assigned = false;
  },
);
