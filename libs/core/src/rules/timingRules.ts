/** How long things take, and what cannot be undone. */
import type { RuleTable } from './rule.ts';

export const TIMING_RULES = {
  'TM-01': {
    title: 'A firewall change takes up to 10 minutes',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alerts-and-ip-access.md'],
  },
  'TM-02': {
    title: 'A role assignment takes up to 10 minutes, hours at management groups',
    proof: ['documented'],
    sources: ['AZ/articles/role-based-access-control/troubleshooting.md', 'KVG/rbac-guide.md'],
  },
  'TM-03': {
    title: 'A virtual network rule takes up to 15 minutes',
    proof: ['documented'],
    sources: ['KVG/network-security.md'],
  },
  'TM-04': {
    title: "Adobe's job takes minutes to a day; the documents disagree",
    proof: ['conflicting'],
    sources: ['KVG/network-security.md'],
  },
  'TM-05': {
    title: 'Revocation reaches primary stores within minutes to 24 hours',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'TM-06': {
    title: 'Revocation reaches cached stores within 7 days',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'TM-07': {
    title: 'Enabling again takes as long as revocation',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'TM-08': {
    title: "The beta's figures are superseded",
    proof: ['superseded'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'TM-09': {
    title: "Key Vault's audit logs arrive within 10 minutes",
    proof: ['documented'],
    sources: ['KVG/logging.md'],
  },
  'TM-10': {
    title: 'Storage checks for a new key version once a day',
    proof: ['documented'],
    sources: [
      'AZ/articles/storage/common/customer-managed-keys-configure-cross-tenant-existing-account.md',
    ],
  },
  'TM-11': {
    title: 'Cosmos DB stops using the old version within 24 hours',
    proof: ['documented'],
    sources: ['COS/how-to-setup-customer-managed-keys.md'],
  },
  'TM-12': {
    title: 'KeyNearExpiry is raised 30 days before expiry by default',
    proof: ['documented'],
    sources: ['AZ/articles/event-grid/event-schema-key-vault.md'],
  },
  'TM-13': {
    title: "Adobe's token lives 24 hours",
    proof: ['documented'],
    sources: ['AEPL/api-authentication.md'],
  },
  'TM-14': {
    title: "After a purge-class alert the purge follows the customer's SLA",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'TM-15': {
    title: 'The CJA ticket has no stated time',
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'TM-16': {
    title: 'An Azure Policy scan takes up to 24 hours',
    proof: ['documented'],
    sources: ['KVK/how-to-configure-key-rotation.md'],
  },
  'TM-17': {
    title: 'A disabled AWS key shows within about 5 minutes',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/aws/ui-set-up.md'],
  },
  'TM-18': {
    title: 'Polling: 30 s for 5 minutes, 2 min up to 1 hour, then 10 min; never a failure by time',
    proof: ['inferred'],
    sources: [],
  },
  'IRR-01': {
    title: "An organization can never return to Adobe's own keys",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'IRR-02': {
    title: 'Purge protection and soft-delete cannot be turned off',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'IRR-03': {
    title: "A vault's retention cannot be changed later",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'IRR-04': {
    title: 'Vault and key name cannot be changed by any documented call',
    proof: ['documented', 'undocumented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'IRR-05': {
    title: 'Losing the key may lead Adobe to purge all data',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'IRR-06': {
    title: 'A purged key or vault cannot be recovered by anyone',
    proof: ['documented'],
    sources: ['KVG/soft-delete-overview.md'],
  },
  'IRR-07': {
    title: "Only Adobe can restore its application's registration",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'IRR-08': {
    title: "A key's type and size are fixed",
    proof: ['general', 'undocumented'],
    sources: [],
  },
  'IRR-09': {
    title: 'Each irreversible action is stated, typed to confirm, and recorded',
    proof: ['inferred'],
    sources: [],
  },
} as const satisfies RuleTable;
