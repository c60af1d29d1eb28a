/** AWS, and other Adobe products by contrast. */
import type { RuleTable } from './rule.ts';

export const AWS_RULES = {
  'AWS-01': {
    title: 'AWS has one region, VA6, with limited availability',
    proof: ['documented'],
    sources: ['AEPL/multi-cloud.md'],
  },
  'AWS-02': {
    title: "The AWS key is symmetric, single-Region and in Adobe's region",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/aws/configure-kms.md'],
  },
  'AWS-03': {
    title: 'Another region makes data inaccessible',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/aws/configure-kms.md'],
  },
  'AWS-04': {
    title: "Adobe's four statements are added to the key policy",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/aws/ui-set-up.md'],
  },
  'AWS-05': {
    title: 'The key policy is merged, never overwritten',
    proof: ['superseded'],
    sources: ['AEP/customer-managed-keys/key-management-service/overview.md'],
  },
  'AWS-06': {
    title: "Adobe's first statement needs a Sid of its own",
    proof: ['inferred'],
    sources: [],
  },
  'AWS-07': {
    title: "Account IDs come from the organization's own page",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/key-management-service/overview.md'],
  },
  'AWS-08': {
    title: "The wizard's warning is about accounts of your own, not Adobe's",
    proof: ['conflicting'],
    sources: [
      'AEP/customer-managed-keys/aws/configure-kms.md',
      'AEP/customer-managed-keys/aws/ui-set-up.md',
    ],
  },
  'AWS-09': {
    title: "The configuration's name and the key's ARN are entered in Adobe's page",
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/aws/configure-kms.md',
      'AEP/customer-managed-keys/aws/ui-set-up.md',
    ],
  },
  'AWS-10': {
    title: 'Only the ARN of a single-Region key is accepted',
    proof: ['general'],
    sources: [],
  },
  'AWS-11': {
    title: 'The set-up takes less than a day',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/aws/configure-kms.md',
      'AEP/customer-managed-keys/aws/ui-set-up.md',
    ],
  },
  'AWS-12': {
    title: 'Whether revocation on AWS can be undone is contradictory',
    proof: ['conflicting'],
    sources: [
      'AEP/customer-managed-keys/aws/configure-kms.md',
      'AEP/customer-managed-keys/aws/ui-set-up.md',
    ],
  },
  'AWS-13': {
    title: 'CJA depends on its statements in the key policy',
    proof: ['documented', 'inferred'],
    sources: [
      'AEP/customer-managed-keys/aws/configure-kms.md',
      'AEP/customer-managed-keys/aws/ui-set-up.md',
    ],
  },
  'AWS-14': {
    title: "AWS is set up in Adobe's page only",
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/aws/configure-kms.md',
      'AEP/customer-managed-keys/aws/ui-set-up.md',
    ],
  },
  'AWS-15': {
    title: 'A deletion that KMS has scheduled can be cancelled until its date, not afterwards',
    proof: ['general'],
    sources: [],
  },
  'OTH-01': {
    title: 'Real-Time CDP uses the same mechanism',
    proof: ['superseded'],
    sources: ['AEP/customer-managed-keys.md'],
  },
  'OTH-02': {
    title: 'Attribution AI uses the same set-up',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'OTH-03': {
    title: 'AEM has its own process and roles',
    proof: ['documented'],
    sources: ['AEM/customer-managed-keys.md'],
  },
  'OTH-04': {
    title: 'Campaign uses AWS KMS with figures of its own',
    proof: ['documented'],
    sources: ['CAMPAIGN/enhanced-security.md'],
  },
  'OTH-05': { title: 'Marketo documents no CMK', proof: ['undocumented'], sources: [] },
} as const satisfies RuleTable;
