/** The shapes of what the emulated AWS holds; the sandbox's own, as in `records.ts`. */

export interface PolicyStatement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal: { AWS: string | string[] };
  Action: string | string[];
  Resource: string;
  Condition?: Record<string, Record<string, string>>;
}

export interface KeyPolicy {
  Version: string;
  Id: string;
  Statement: PolicyStatement[];
}

/** A KMS key. Times are epoch seconds, as on the wire. */
export interface KmsKey {
  arn: string;
  account: string;
  region: string;
  keyId: string;
  spec: string;
  usage: string;
  state: 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport';
  multiRegion: boolean;
  origin: 'AWS_KMS' | 'EXTERNAL';
  manager: 'CUSTOMER' | 'AWS';
  created: number;
  deletionDate?: number;
  validTo?: number;
  policy: KeyPolicy;
  rotation: { enabled: boolean; periodInDays: number; next: number };
}

/** One Adobe organization on AWS with the account that belongs to it. */
export interface AwsCustomer {
  imsOrgId: string;
  name: string;
  scenario: string;
  region: string;
  account: string;
  roleArn: string;
  /** The ARN that a person at the customer would give. */
  keyArn: string;
  /** What the organization's page at Adobe shows, comments included (AWS-07). */
  keyPolicyTemplate: string;
  trust: {
    principalAccount: string;
    /** Null: the first one that arrives, as if the customer had just entered it. */
    externalId: string | null;
  };
  /** The organization whose account and key it uses too; absent: its own. */
  keyOf?: string;
  /** Permissions that the role lacks, such as `kms:GetKeyPolicy`. */
  deny: string[];
  /** Subjects of the identity provider whose sign-in is limited to this organization. */
  approvers: string[];
}
