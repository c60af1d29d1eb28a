import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsInTenant: CheckMessages<'vaultIsInTenant'> = {
  title: 'The vault is in the right tenant',
  expected: 'The tenant in which Adobe’s application is consented to',
  outcomes: {
    ok: 'Tenant {tenant}',
    otherThanConnection: {
      observed: 'The vault is in tenant {tenant}',
      cause:
        'The Azure connection is for tenant {expectedTenant}. Consent given there does not apply to this vault.',
      remedy:
        'Connect Azure again with tenant {tenant}, or use a vault of tenant {expectedTenant}.',
    },
    otherThanOrganization: {
      observed: 'The vault is in tenant {tenant}',
      cause: 'This organization is registered with tenant {organizationTenant}.',
      remedy:
        'Find out which tenant is the customer’s. Use a vault of tenant {organizationTenant}, or correct the organization’s tenant.',
    },
    notStated: {
      observed: 'Azure does not say to which tenant the vault belongs',
      cause: 'The answer lacks tenantId.',
      remedy:
        'Keyway reads it again automatically. If this persists, check Directory ID on the vault’s Overview.',
    },
    nothingToCompare: {
      observed: 'The vault is in tenant {tenant}',
      cause: 'Neither an Azure connection nor the organization names a tenant to compare with.',
      remedy:
        'Connect Azure for this organization with tenant {tenant}, if that is the customer’s.',
    },
  },
};
