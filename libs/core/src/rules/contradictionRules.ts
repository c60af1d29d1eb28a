/** Where documents contradict each other or are silent, and what Keyway does. */
import type { RuleTable } from './rule.ts';

export const CONTRADICTION_RULES = {
  'GAP-01': {
    title:
      "Case of the configuration's name: Adobe's sample contradicts itself; the exact name counts",
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'GAP-02': {
    title: "The answer's name is not the configuration's; match by request name and ID",
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'GAP-03': {
    title: 'A version that is not hex is a warning; other lengths are refused',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'GAP-04': {
    title: "Consent and role are separate; consent never closes the role's step",
    proof: ['conflicting'],
    sources: ['CJA/cmk.md'],
  },
  'GAP-05': {
    title: 'The ticket carries both key identifier and vault address',
    proof: ['conflicting'],
    sources: ['CJA/cmk.md'],
  },
  'GAP-06': {
    title: 'Content-Type is always sent',
    proof: ['conflicting'],
    sources: ['AEPL/troubleshooting.md'],
  },
  'GAP-07': {
    title: 'Azure unwraps with an expired key, Adobe may purge: warn early, treat as severe',
    proof: ['conflicting'],
    sources: [
      'KVI/key-attributes.md',
      'AEP/customer-managed-keys/azure/alert-resolution-reference.md',
    ],
  },
  'GAP-08': {
    title: 'After recovering a vault the role is assigned again',
    proof: ['conflicting'],
    sources: ['KVG/soft-delete-overview.md', 'KVG/rbac-migration.md'],
  },
  'GAP-09': {
    title: "Cosmos DB as trusted service is contradictory: a warning, Adobe's job decides",
    proof: ['conflicting'],
    sources: [
      'KVG/overview-vnet-service-endpoints.md',
      'COS/how-to-setup-customer-managed-keys.md',
    ],
  },
  'GAP-10': {
    title: "Adobe's address is recommended and required; without it a restricted vault is refused",
    proof: ['conflicting'],
    sources: ['KVG/network-security.md', 'AEP/customer-managed-keys/azure/alerts-and-ip-access.md'],
  },
  'GAP-11': {
    title: 'Managed HSM was unsupported and now is supported',
    proof: ['conflicting'],
    sources: [
      'AEP/customer-managed-keys/azure/azure-key-vault-config.md',
      'AEP/customer-managed-keys/overview.md',
    ],
  },
  'GAP-12': {
    title: 'The permission is printed in singular and plural',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md', 'AEPX/home.md'],
  },
  'GAP-13': {
    title: 'The HSM role is in Local RBAC, not in Access control',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md', 'HSM/built-in-roles.md'],
  },
  'GAP-14': {
    title: 'Durations disagree; time alone is never a failure',
    proof: ['conflicting'],
    sources: ['KVG/network-security.md'],
  },
  'GAP-15': {
    title: 'Journey Optimizer on AWS needs a written confirmation; never complete automatically',
    proof: ['conflicting'],
    sources: ['AJO/cmk.md'],
  },
  'GAP-16': {
    title: 'Link to the real guides',
    proof: ['conflicting'],
    sources: ['AJO/cmk.md', 'AEP/encryption.md'],
  },
  'GAP-17': {
    title: 'The text says subscriptions, the mechanism is tenants',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md'],
  },
  'GAP-18': {
    title: 'Consent is proven by the directory, not by the page shown',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md'],
  },
  'GAP-19': {
    title: "CJA states no vault or key requirements: Keyway's baseline, overridable with a reason",
    proof: ['undocumented'],
    sources: ['CJA/cmk.md'],
  },
  'GAP-20': {
    title: 'Access policies appear in the alerts though RBAC is required',
    proof: ['conflicting'],
    sources: [
      'AEP/customer-managed-keys/azure/alert-resolution-reference.md',
      'AEP/customer-managed-keys/overview.md',
    ],
  },
  'GAP-21': {
    title: 'Key disablement is another name of Key access disabled',
    proof: ['conflicting'],
    sources: [
      'AEP/customer-managed-keys/azure/alert-resolution-reference.md',
      'AEP/customer-managed-keys/azure/alerts-and-ip-access.md',
    ],
  },
  'GAP-22': {
    title: 'Overlapping causes are treated as purge class',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'GAP-23': {
    title: 'Alert payloads are not published: kept raw',
    proof: ['undocumented'],
    sources: ['AEPO/subscribe.md'],
  },
  'GAP-24': {
    title: 'Where reversible and irreversible contradict, plan for the worst',
    proof: ['conflicting'],
    sources: [
      'AEP/customer-managed-keys/overview.md',
      'AEP/customer-managed-keys/aws/configure-kms.md',
      'AEP/customer-managed-keys/aws/ui-set-up.md',
    ],
  },
  'GAP-25': {
    title: 'AWS policy: merge, not overwrite',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/key-management-service/overview.md'],
  },
  'GAP-26': {
    title: 'NDL2 is read as NLD2',
    proof: ['conflicting'],
    sources: ['AEPL/multi-cloud.md'],
  },
  'GAP-27': {
    title: '3027 is a misprint of 3072',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/azure-key-vault-config.md'],
  },
  'GAP-28': {
    title: 'Adobe requires 3072 bits where Microsoft recommends them',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/azure-key-vault-config.md', 'KVK/about-keys.md'],
  },
  'GAP-29': {
    title: 'The authentication URL is opened in a browser, not pasted into a role',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/ui-set-up.md'],
  },
  'GAP-30': {
    title: 'Only keyVaultKeyIdentifier is sent',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'GAP-31': {
    title: 'Answers to the POST are not documented: any 2xx is accepted, then read by name',
    proof: ['undocumented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'GAP-32': {
    title: "Adobe's address replaces an older page's placeholder",
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/alerts-and-ip-access.md'],
  },
  'GAP-33': {
    title: 'Four statements are added, which makes five',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/aws/ui-set-up.md'],
  },
  'GAP-34': {
    title: 'The newer, stricter alert reference counts',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'GAP-35': {
    title: 'Recovery without purge protection works only until somebody purges',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
} as const satisfies RuleTable;
