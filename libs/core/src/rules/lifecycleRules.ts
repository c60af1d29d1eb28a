/** After set-up: alerts, monitoring, rotation, revocation and recovery. */
import type { RuleTable } from './rule.ts';

export const LIFECYCLE_RULES = {
  'AL-01': {
    title: 'Three kinds of alert: Key access disabled, Key access failure, Alert notification',
    proof: ['conflicting'],
    sources: [
      'AEP/customer-managed-keys/azure/alert-resolution-reference.md',
      'AEP/customer-managed-keys/azure/alerts-and-ip-access.md',
    ],
  },
  'AL-02': {
    title: 'The alerts came with 2025 release notes',
    proof: ['documented'],
    sources: ['AEPO/release-notes'],
  },
  'AL-03': {
    title: 'Key access disabled: Adobe will purge all data of the organization',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'AL-04': {
    title: 'Causes of Key access disabled: key, permission, application or vault gone or disabled',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'AL-05': {
    title: 'Key access failure is recoverable and purges nothing',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'AL-06': {
    title: 'The causes of both alerts overlap; assume the worse',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'AL-07': {
    title: 'Alert notification: an unknown condition, maybe inside Adobe',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'AL-08': {
    title: 'The remedy by cause of an alert',
    proof: ['general', 'documented', 'inferred'],
    sources: ['AEP/customer-managed-keys/azure/alert-resolution-reference.md'],
  },
  'AL-09': {
    title: "Without Adobe's address allowed, no alert is no proof of health",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alerts-and-ip-access.md'],
  },
  'AL-10': {
    title: 'Alerts arrive by page, email, Slack and I/O Events',
    proof: ['documented'],
    sources: ['AEPO/ui.md', 'AEPO/subscribe.md'],
  },
  'AL-11': {
    title: 'A webhook registration is answered by echoing its challenge',
    proof: ['documented'],
    sources: ['AEPO/subscribe.md'],
  },
  'AL-12': {
    title: 'Events and payloads of CMK alerts are not documented',
    proof: ['undocumented'],
    sources: [],
  },
  'AL-13': {
    title: 'The alert reference may not be linked publicly',
    proof: ['documented'],
    sources: ['AEPO/subscribe.md'],
  },
  'AL-14': {
    title: 'Each delivery has two signatures; one valid one suffices',
    proof: ['documented'],
    sources: ['IOE/sdk/sdk_signature_verification'],
  },
  'AL-15': {
    title: "An event's recipient_client_id must be the registration's own",
    proof: ['documented'],
    sources: ['IOE/sdk/sdk_signature_verification'],
  },
  'AL-16': {
    title: 'Deliveries repeat and come out of order; the event ID identifies duplicates',
    proof: ['documented'],
    sources: ['IOE/webhooks'],
  },
  'AL-17': {
    title: "A registration may be validated by opening a URL of Adobe's own hosts",
    proof: ['general'],
    sources: [],
  },
  'MON-01': {
    title: 'Event Grid reports new versions, near expiry, expiry and policy changes',
    proof: ['documented'],
    sources: ['AZ/articles/event-grid/event-schema-key-vault.md'],
  },
  'MON-02': {
    title: 'Event Grid reports no disabled or deleted key, role, firewall or vault',
    proof: ['inferred'],
    sources: [],
  },
  'MON-03': {
    title: "Microsoft's sample events have odd field names and spaces",
    proof: ['documented'],
    sources: ['AZ/articles/event-grid/event-schema-key-vault.md'],
  },
  'MON-04': {
    title: 'Expiry events apply to versions created after subscribing',
    proof: ['documented'],
    sources: ['KVG/event-grid-overview.md'],
  },
  'MON-05': {
    title: "Audit events by Adobe's application IDs prove use and show denials",
    proof: ['documented', 'inferred'],
    sources: ['KVG/logging.md'],
  },
  'MON-06': {
    title: 'Near expiry and expiry are logged without a subscription too',
    proof: ['documented'],
    sources: ['KVG/logging.md'],
  },
  'MON-07': {
    title: 'Periodic checks: key, role, service principal, network, protection, status',
    proof: ['inferred'],
    sources: [],
  },
  'MON-08': { title: 'A resource lock does not protect keys', proof: ['general'], sources: [] },
  'ROT-01': {
    title: 'Rotation is a new version of the same key',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'ROT-02': {
    title: 'Old versions stay enabled; rotation wraps keys again, not data',
    proof: ['documented'],
    sources: ['KVK/how-to-configure-key-rotation.md', 'COS/how-to-setup-customer-managed-keys.md'],
  },
  'ROT-03': {
    title: 'Wait a day and read the audit log before disabling a version',
    proof: ['documented', 'inferred'],
    sources: ['KVK/how-to-configure-key-rotation.md', 'COS/how-to-setup-customer-managed-keys.md'],
  },
  'ROT-04': {
    title: 'Limits of a rotation policy: 7 days, and every two years at least',
    proof: ['documented'],
    sources: ['KVK/how-to-configure-key-rotation.md', 'COS/how-to-setup-customer-managed-keys.md'],
  },
  'ROT-05': {
    title: 'The form of a rotation policy',
    proof: ['documented'],
    sources: ['KVK/how-to-configure-key-rotation.md', 'COS/how-to-setup-customer-managed-keys.md'],
  },
  'ROT-06': {
    title: 'An expiry without automatic rotation is a scheduled outage',
    proof: ['inferred'],
    sources: [],
  },
  'ROT-07': {
    title: 'Imported keys cannot rotate automatically',
    proof: ['documented'],
    sources: ['KVK/how-to-configure-key-rotation.md', 'COS/how-to-setup-customer-managed-keys.md'],
  },
  'ROT-08': {
    title: 'Another key name or vault is a new configuration, not a rotation',
    proof: ['undocumented'],
    sources: [],
  },
  'ROT-09': {
    title: 'AWS rotates every 90 to 2560 days, off by default',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/aws/ui-set-up.md'],
  },
  'ROT-10': { title: 'Rotation for CJA is not documented', proof: ['undocumented'], sources: [] },
  'REV-01': {
    title: "The documented revocation removes the application's role",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'REV-02': {
    title: 'After revocation, operations downstream fail',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'REV-03': {
    title: 'Whether revocation can be undone is contradictory; never promised',
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'REV-04': {
    title: "Cutting off Journey Optimizer also needs CJA's vault",
    proof: ['inferred'],
    sources: [],
  },
  'REC-01': {
    title: 'A soft-deleted key is recoverable until its purge date',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'REC-02': {
    title: 'A recovered vault needs its roles and subscriptions again',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'REC-03': {
    title: 'In an incident: ticket first, then the cause, then proof',
    proof: ['inferred'],
    sources: [],
  },
  'REC-04': {
    title: 'Data that Adobe purged is not documented as recoverable',
    proof: ['undocumented'],
    sources: [],
  },
} as const satisfies RuleTable;
