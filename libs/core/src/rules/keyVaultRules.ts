/** Azure Key Vault: vaults, identifiers and keys. */
import type { RuleTable } from './rule.ts';

export const KEY_VAULT_RULES = {
  'KV-01': {
    title: 'New vaults have soft-delete; it cannot be turned off',
    proof: ['documented'],
    sources: ['KVG/soft-delete-overview.md'],
  },
  'KV-02': {
    title: 'Retention is 7 to 90 days, 90 by default, and set only at creation',
    proof: ['documented'],
    sources: ['KVG/soft-delete-overview.md'],
  },
  'KV-03': {
    title: 'Purge protection is off by default and nobody can turn it off once on',
    proof: ['documented'],
    sources: ['KVG/key-vault-recovery.md'],
  },
  'KV-04': { title: 'An absent enablePurgeProtection means off', proof: ['general'], sources: [] },
  'KV-05': {
    title: 'enableRbacAuthorization false or null means access policies',
    proof: ['documented'],
    sources: ['KVG/access-control-default.md'],
  },
  'KV-06': {
    title: 'Changing to RBAC voids all access policies at once',
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md'],
  },
  'KV-07': {
    title: 'Standard holds software keys; Premium also holds HSM keys',
    proof: ['documented'],
    sources: ['KVK/about-keys.md'],
  },
  'KV-08': {
    title: 'Vault names are global; a soft-deleted name stays taken until it is purged',
    proof: ['documented'],
    sources: ['KVG/soft-delete-overview.md'],
  },
  'KV-09': {
    title: 'Recovering a vault does not restore its role assignments and event subscriptions',
    proof: ['documented'],
    sources: ['KVG/soft-delete-overview.md', 'KVG/rbac-migration.md'],
  },
  'KV-10': {
    title: 'Moving a vault to another tenant or subscription breaks its role assignments',
    proof: ['documented'],
    sources: [
      'KVG/move-subscription.md',
      'AZ/articles/role-based-access-control/troubleshooting.md',
    ],
  },
  'KV-11': {
    title: 'One vault per application, environment and region',
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md'],
  },
  'KV-12': {
    title: 'Key Vault throttles with 429; wait 1, 2, 4, 8, 16 seconds',
    proof: ['documented', 'superseded'],
    sources: [
      'KVG/rest-error-codes.md',
      'KVG/overview-throttling.md',
      'AZ/includes/key-vault-limits.md',
    ],
  },
  'KV-13': {
    title: '403 is a permission or the firewall, 401 the token; error codes of Key Vault',
    proof: ['documented'],
    sources: [
      'KVG/common-error-codes.md',
      'KVG/rest-error-codes.md',
      'KVG/authentication-requests-and-responses.md',
    ],
  },
  'KID-01': {
    title: 'Identifier hosts by cloud: public, China and US Government',
    proof: ['documented'],
    sources: ['KVG/about-keys-secrets-certificates.md'],
  },
  'KID-02': {
    title: 'Identifiers of sovereign clouds are valid but not supported',
    proof: ['inferred'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md', 'AEPL/multi-cloud.md'],
  },
  'KID-03': {
    title: 'Vault name: 3 to 24 letters, digits and single hyphens, starting with a letter',
    proof: ['documented'],
    sources: [
      'KVG/about-keys-secrets-certificates.md',
      'AZ/articles/azure-resource-manager/management/resource-name-rules.md',
    ],
  },
  'KID-04': {
    title: 'Key name: 1 to 127 letters, digits and hyphens',
    proof: ['documented'],
    sources: [
      'KVG/about-keys-secrets-certificates.md',
      'AZ/articles/azure-resource-manager/management/resource-name-rules.md',
    ],
  },
  'KID-05': {
    title: 'A version has 32 characters, in practice lowercase hex',
    proof: ['documented', 'general'],
    sources: [
      'KVG/about-keys-secrets-certificates.md',
      'AZ/articles/azure-resource-manager/management/resource-name-rules.md',
    ],
  },
  'KID-06': {
    title: "Adobe's sample version is not hex",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'KID-07': {
    title: 'Key identifiers are compared case-insensitively',
    proof: ['documented'],
    sources: ['KVG/about-keys-secrets-certificates.md'],
  },
  'KID-08': {
    title: 'Secrets and certificates are other objects than keys',
    proof: ['documented', 'inferred'],
    sources: ['KVG/about-keys-secrets-certificates.md'],
  },
  'KID-09': {
    title: 'Adobe is sent the versioned identifier; the base identifier is for comparing',
    proof: ['documented'],
    sources: [
      'COS/how-to-setup-cross-tenant-customer-managed-keys.md',
      'AEP/customer-managed-keys/azure/api-set-up.md',
    ],
  },
  'KID-10': {
    title: 'Whether Adobe accepts an identifier without version is not documented',
    proof: ['undocumented'],
    sources: [],
  },
  'KEY-01': {
    title: "Azure's RSA keys have 2048, 3072 or 4096 bits",
    proof: ['documented'],
    sources: ['KVK/about-keys.md'],
  },
  'KEY-02': {
    title: 'EC and symmetric keys are refused',
    proof: ['documented'],
    sources: ['KVK/about-keys.md'],
  },
  'KEY-03': {
    title: 'RSA-HSM needs Premium; a Managed HSM holds HSM keys only',
    proof: ['documented'],
    sources: ['KVK/about-keys.md'],
  },
  'KEY-04': {
    title: 'Key operations are written in camel case',
    proof: ['documented'],
    sources: ['KVI/key-operations.md'],
  },
  'KEY-05': {
    title: 'Outside its dates a key still unwraps; disabled it does nothing',
    proof: ['documented'],
    sources: [
      'KVI/key-attributes.md',
      'AEP/customer-managed-keys/azure/alert-resolution-reference.md',
    ],
  },
  'KEY-06': {
    title: 'A recovery level that contains Purgeable is unsafe',
    proof: ['documented'],
    sources: ['SDK/keyvault-keys'],
  },
  'KEY-07': {
    title: 'Software keys are FIPS 140-2 level 1; HSM keys level 2 or 140-3 level 3',
    proof: ['documented'],
    sources: ['KVK/about-keys-details.md'],
  },
  'KEY-08': {
    title: 'Key Vault never exports keys',
    proof: ['documented'],
    sources: ['KVI/key-operations.md'],
  },
} as const satisfies RuleTable;
