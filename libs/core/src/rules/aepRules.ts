/** The AEP track on Azure, step by step. */
import type { RuleTable } from './rule.ts';

export const AEP_RULES = {
  'AEP-01': {
    title: 'The account owner confirms the shield; an AEP admin grants the permission',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'AEP-02': {
    title: 'The entitlement shows by a visible Encryption entry or a readable app registration',
    proof: ['documented', 'inferred'],
    sources: ['AEPX/home.md'],
  },
  'AEP-03': {
    title: 'The vault has soft-delete, purge protection and Azure RBAC',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/azure-key-vault-config.md',
      'AEP/customer-managed-keys/overview.md',
    ],
  },
  'AEP-04': {
    title: 'Standard, Premium and Managed HSM are supported; Dedicated and Payment HSM are not',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/azure-key-vault-config.md',
      'AEP/customer-managed-keys/overview.md',
    ],
  },
  'AEP-05': {
    title: 'RBAC is set under Settings, Access configuration of the vault',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/azure-key-vault-config.md',
      'AEP/customer-managed-keys/overview.md',
    ],
  },
  'AEP-06': {
    title: "ARM's description of the vault proves its settings",
    proof: ['inferred'],
    sources: [],
  },
  'AEP-07': {
    title:
      'Purge protection and soft-delete can be turned on later; changing to RBAC voids policies',
    proof: ['documented'],
    sources: ['KVG/key-vault-recovery.md', 'KVG/rbac-guide.md'],
  },
  'AEP-08': {
    title: 'With open public access there is nothing to do for the network',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/azure-key-vault-config.md'],
  },
  'AEP-09': {
    title: "A restricted vault allows trusted Microsoft services and Adobe's address",
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/azure-key-vault-config.md',
      'AEP/customer-managed-keys/azure/alerts-and-ip-access.md',
    ],
  },
  'AEP-10': {
    title: "The address goes into the firewall's IP rules, in place of one's own",
    proof: ['documented', 'inferred'],
    sources: ['AEP/customer-managed-keys/azure/alerts-and-ip-access.md'],
  },
  'AEP-11': {
    title: 'A change of the firewall takes up to 10 minutes',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alerts-and-ip-access.md'],
  },
  'AEP-12': {
    title: "Network proof: open access, or trusted services and a rule that covers Adobe's address",
    proof: ['inferred'],
    sources: [],
  },
  'AEP-13': {
    title: 'The key is RSA or RSA-HSM with at least 3072 bits',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/azure-key-vault-config.md'],
  },
  'AEP-14': {
    title: 'The key permits wrapKey and unwrapKey; other operations may stay',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-15': {
    title: 'The key is enabled, active now and not expired',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'AEP-16': {
    title: "The key's bundle proves type, size by modulus, operations and attributes",
    proof: ['general', 'inferred'],
    sources: [],
  },
  'AEP-17': {
    title: 'A wrong type or size needs a new key; operations and state can be changed',
    proof: ['documented', 'general'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'AEP-18': {
    title: 'Forbidden just after creating the vault: the role is missing or not yet effective',
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md'],
  },
  'AEP-19': {
    title: 'The app registration is read at byok/app-registration with three headers',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-20': {
    title: 'The app registration has id, name, applicationUri, applicationId and a redirect URL',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-21': {
    title: "Adobe's page shows the authentication URL and the application ID",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md'],
  },
  'AEP-22': {
    title: 'The redirect URL must agree with applicationId, applicationUri and name',
    proof: ['inferred'],
    sources: [],
  },
  'AEP-23': {
    title: 'The application ID belongs to one organization; it is never reused or hard-coded',
    proof: ['inferred'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-24': {
    title: 'An Entra admin opens the redirect URL and selects Accept',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-25': {
    title: "The consent URL names the vault's tenant instead of `common`",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md'],
  },
  'AEP-26': {
    title: 'The page shown after consent proves nothing',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md'],
  },
  'AEP-27': {
    title: "Consent proof: a service principal with the application ID in the vault's tenant",
    proof: ['inferred', 'documented'],
    sources: ['AZ/includes/entra-msi-cross-tenant-cmk-overview.md'],
  },
  'AEP-28': {
    title: 'An application missing from the picker was not accepted into this tenant',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-29': {
    title: "Adobe's service principal gets Key Vault Crypto Service Encryption User on the vault",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md', 'KVG/rbac-guide.md'],
  },
  'AEP-30': {
    title: 'A Managed HSM has a local role of its own for this',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md', 'HSM/built-in-roles.md'],
  },
  'AEP-31': {
    title: 'The service principal is recognized by its application ID, not its name',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md'],
  },
  'AEP-32': {
    title: 'Role proof: the exact role for the principal at the vault, above it, or at the key',
    proof: ['inferred'],
    sources: [],
  },
  'AEP-33': {
    title: 'PrincipalNotFound just after consent is replication delay',
    proof: ['documented'],
    sources: ['AZ/articles/role-based-access-control/troubleshooting.md'],
  },
  'AEP-34': {
    title: 'Broader roles include wrapping but grant too much',
    proof: ['inferred'],
    sources: [],
  },
  'AEP-35': {
    title: "The key identifier is copied from the key's latest version",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-36': {
    title: 'The configuration is submitted once, by POST to customer/config',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/api-set-up.md',
      'AEP/customer-managed-keys/azure/ui-set-up.md',
    ],
  },
  'AEP-37': {
    title: 'Submitting is the point of no return and needs a typed confirmation',
    proof: ['inferred'],
    sources: [],
  },
  'AEP-38': {
    title:
      "The configuration's exact name is stored before sending; the status is found only by it",
    proof: ['documented', 'inferred'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-39': {
    title: 'The POST carries Content-Type application/json though the sample omits it',
    proof: ['documented'],
    sources: ['AEPL/troubleshooting.md'],
  },
  'AEP-40': {
    title: 'The POST is never repeated blindly; the configuration is read by name first',
    proof: ['undocumented', 'inferred'],
    sources: [],
  },
  'AEP-41': {
    title: 'The status is read at customer/config/{name} with configType BYOK_CONFIG',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-42': {
    title: 'Only COMPLETED and FAILED are final; any other text is neither success nor failure',
    proof: ['documented', 'inferred'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-43': {
    title: 'FAILED carries no reason; the checks are run again to find it',
    proof: ['documented', 'inferred'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'AEP-44': {
    title: "Audit events with Adobe's application ID prove that the key is used",
    proof: ['inferred'],
    sources: ['KVG/logging.md'],
  },
  'AEP-45': {
    title: 'After completion: alerts, events, expiry watch, rotation and a resource lock',
    proof: ['documented', 'inferred'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md'],
  },
} as const satisfies RuleTable;
