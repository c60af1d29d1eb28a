/** Terms, entitlement and who may do what. */
import type { RuleTable } from './rule.ts';

export const ENTITLEMENT_RULES = {
  'GL-01': {
    title: "CMK is also BYOK: Adobe's API says `byok`, `BYOK_CONFIG` and `BYOK_KEY`",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'GL-02': {
    title: 'The AEP track is set up in Experience Platform and has a status that can be read',
    proof: ['documented'],
    sources: ['AJO/cmk.md'],
  },
  'GL-03': {
    title: 'The CJA track is set up by a support ticket and has no API',
    proof: ['documented'],
    sources: ['AJO/cmk.md', 'CJA/cmk.md'],
  },
  'GL-04': {
    title: "Adobe's multi-tenant application needs a service principal in the customer's tenant",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md', 'CJA/cmk.md'],
  },
  'GL-05': {
    title:
      "The application ID is the same in every tenant; the service principal's object ID is not",
    proof: ['documented'],
    sources: ['AZ/includes/entra-msi-cross-tenant-cmk-overview.md'],
  },
  'GL-06': {
    title:
      'A key identifier names vault, key and version; without a version it is the base identifier',
    proof: ['documented'],
    sources: ['KVG/about-keys-secrets-certificates.md'],
  },
  'GL-07': {
    title: 'Primary stores hold the data; cached and transient stores keep copies for speed',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'GL-08': {
    title: 'Either shield, a paid add-on, carries the right to a customer-managed key',
    proof: ['documented'],
    sources: ['AJO/cmk.md'],
  },
  'GL-09': {
    title:
      'The IMS organization ID identifies the customer at Adobe, in the header and in the body',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'GL-10': {
    title: 'Customer Care is the only channel for the CJA request and its confirmation',
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'GL-11': {
    title:
      'Soft-delete makes deletion recoverable; purge protection prevents early permanent deletion',
    proof: ['documented'],
    sources: ['KVG/soft-delete-overview.md'],
  },
  'GL-12': {
    title: 'A Managed HSM has its own local RBAC, separate from Azure RBAC',
    proof: ['documented'],
    sources: ['HSM/access-control.md'],
  },
  'GL-13': {
    title: "Oberon, Flow and Integrity are names of CJA's back-end parts",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/aws/ui-set-up.md', 'CJA/cmk.md'],
  },
  'ENT-01': {
    title: 'CMK needs Healthcare Shield or Privacy and Security Shield',
    proof: ['documented'],
    sources: ['AJO/cmk.md', 'CJA/cmk.md', 'AEP/customer-managed-keys/overview.md'],
  },
  'ENT-02': {
    title: 'Both shields qualify on Azure; on AWS only Privacy and Security Shield does',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md', 'AEPL/multi-cloud.md'],
  },
  'ENT-03': {
    title:
      'The Adobe account team confirms the CJA entitlement and that the platform runs on Azure',
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'ENT-04': {
    title: 'No API reports the entitlement; a person attests it',
    proof: ['undocumented', 'inferred'],
    sources: [],
  },
  'ENT-05': {
    title: 'A shield changes limits: journey timeouts, audiences, expirations and deletions',
    proof: ['documented'],
    sources: ['JO/several pages'],
  },
  'AJO-01': {
    title: 'Journey Optimizer needs both tracks, AEP and CJA, even where CJA was never bought',
    proof: ['documented'],
    sources: ['AJO/cmk.md'],
  },
  'AJO-02': {
    title: 'The set-up is complete only when AEP is `COMPLETED` and Customer Care confirmed CJA',
    proof: ['inferred'],
    sources: [],
  },
  'AJO-03': {
    title: 'The Journey Optimizer page describes Azure keys only',
    proof: ['documented'],
    sources: ['AJO/cmk.md'],
  },
  'AJO-04': {
    title: "The Journey Optimizer page's step-by-step link leads to a page without the steps",
    proof: ['documented'],
    sources: ['AJO/cmk.md', 'AEP/encryption.md'],
  },
  'AJO-05': {
    title: 'Data is encrypted without CMK too; CMK changes who controls the key',
    proof: ['documented'],
    sources: ['AJO/cmk.md'],
  },
  'AJO-06': {
    title: 'The set-up covers all sandboxes of the organization',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'ROLE-01': {
    title: 'An AEP admin creates a role and grants Manage Customer Managed Key',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md', 'AEPX/home.md'],
  },
  'ROLE-02': {
    title: 'Anyone with that permission can turn on CMK for the whole organization',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'ROLE-03': {
    title: 'The API needs an OAuth Server-to-Server credential with a profile and the permission',
    proof: ['documented'],
    sources: ['AEPL/api-authentication.md'],
  },
  'ROLE-04': {
    title: 'An Entra application, cloud application or global administrator gives consent',
    proof: ['documented'],
    sources: ['CJA/cmk.md', 'AZ/includes/entra-msi-cross-tenant-cmk-overview.md'],
  },
  'ROLE-05': {
    title: 'A Key Vault Contributor, or a wider role, creates the vault',
    proof: ['documented'],
    sources: ['AZ/includes/entra-msi-cross-tenant-cmk-overview.md'],
  },
  'ROLE-06': {
    title:
      'A Key Vault Crypto Officer creates the key; who created the vault has no key rights yet',
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md', 'KVK/how-to-configure-key-rotation.md'],
  },
  'ROLE-07': {
    title:
      'Assigning the role needs roleAssignments/write: Owner, UAA or Data Access Administrator',
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md'],
  },
  'ROLE-08': {
    title:
      'Changing the permission model needs unrestricted roleAssignments/write and vaults/write',
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md'],
  },
  'ROLE-09': {
    title: 'Managed HSM administrators assign local roles; its Crypto Users create keys',
    proof: ['documented'],
    sources: ['HSM/built-in-roles.md'],
  },
  'ROLE-10': {
    title: 'A contact who may open a support ticket makes the CJA request',
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'ROLE-11': {
    title: 'Who deletes or disables keys should not be who operates the set-up',
    proof: ['inferred'],
    sources: [],
  },
} as const satisfies RuleTable;
