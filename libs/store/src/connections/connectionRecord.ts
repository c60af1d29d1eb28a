/** Stored credentials and their trials, which a worker claims and records. */
import type { AzureCredential, Connections, Instant, PermissionList } from '@keyway/core';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';

/** An OAuth Server-to-Server credential of Adobe (AUTH-01), with its secret. */
export interface AdobeConnection {
  clientId: string;
  clientSecret: string;
  scopes: string[];
  /** When the secret expires or has to be replaced, as a person entered it. */
  expiresAt?: Instant | null;
}
/** An application in a customer's Entra tenant. */
interface AzureApplication {
  tenantId: string;
  /** Where a vault is searched by its name; null: in every subscription that it sees. */
  subscriptionId: string | null;
  clientId: string;
  /** `WRITE`: Keyway may also assign roles. */
  access: 'READ' | 'WRITE';
}
/** As the worker uses it, with what it signs in with. */
export type AzureConnection = AzureApplication & AzureCredential;

/** How Keyway authenticates to Azure, as in the public contract. `FEDERATED` stores no secret. */
export const AZURE_CREDENTIAL_KINDS = ['CLIENT_SECRET', 'CERTIFICATE', 'FEDERATED'] as const;
/** What may be shown of the credential of an application. */
export interface ShownAzureCredential {
  kind: (typeof AZURE_CREDENTIAL_KINDS)[number];
  /** Of the secret or certificate; null: never, or not known. */
  expiresAt: Instant | null;
  /** Of `FEDERATED` alone: the issuer that signs, as it was entered in Entra. */
  issuer: string | null;
  /** Of `CERTIFICATE` alone: its SHA-256, hexadecimal. */
  thumbprint: string | null;
}
/** What is stored: a secret, a private key with its certificate, or nothing but the issuer. */
export type NewAzureCredential =
  | { clientSecret: string; expiresAt?: Instant | null }
  | { certificatePem: string; expiresAt: Instant; thumbprint: string }
  | { issuer: string };
/** What is stored of an application and its credential. */
export type NewAzureConnection = AzureApplication & NewAzureCredential;
/** A role in the customer's AWS account. It has no secret of the customer's. */
export interface AwsRole {
  roleArn: string;
  region: string;
  /** Of `aws_trust`: Keyway's own for this organization, never chosen by a customer. */
  externalId: string;
}
/** What a role's trust policy asks for; there before the role is, and after it. */
export interface AwsTrustRecord {
  organizationId: string;
  externalId: string;
  /** Of the stored role, else the one that was asked for last. */
  region: string;
  /** Null: no role is stored. */
  roleArn: string | null;
}
/**
 * A credential to store, and to try. Where one of its kind is stored, that one stays in use until
 * this one worked.
 */
export type NewConnection =
  | { kind: 'adobe'; connection: AdobeConnection }
  | { kind: 'azure'; connection: NewAzureConnection }
  | { kind: 'aws'; connection: AwsRole };

/** Which cloud a credential is for. An organization has at most one of each. */
export type ConnectionKind = 'adobe' | 'azure' | 'aws';

/** `NOT_TRIED`: stored, and no trial of it has ended yet. */
export type ConnectionState = 'NOT_TRIED' | 'CONNECTED' | 'FAILED';

/** What may be shown of a stored connection. */
export interface ConnectionRecord {
  organizationId: string;
  kind: ConnectionKind;
  /** On AWS the role's ARN. */
  clientId: string;
  /** Of Azure alone. */
  tenantId: string | null;
  subscriptionId: string | null;
  /** Of Adobe alone. */
  scopes: string[];
  /** Of Azure alone. */
  credential: ShownAzureCredential | null;
  /** Of the secret or certificate; null: never, or not known. */
  expiresAt: Instant | null;
  state: ConnectionState;
  /** When this credential was stored. */
  storedAt: Instant;
  /** When the last trial ended with an outcome. */
  checkedAt: Instant | null;
  /** Why the last trial failed or had no outcome: the cloud's own code and message. */
  code: string | null;
  message: string | null;
  /** When it is tried next; null: when somebody asks or a call is refused. */
  nextCheckAt: Instant | null;
  /** What takes its place once it worked. */
  replacement: ReplacementRecord | null;
  /** What Azure listed that it may do, by scope; empty until a trial read it. */
  permissions: PermissionList[];
}

/** What may be shown of a credential that is to replace a stored one. */
export interface ReplacementRecord extends Pick<
  ConnectionRecord,
  | 'organizationId'
  | 'kind'
  | 'clientId'
  | 'tenantId'
  | 'subscriptionId'
  | 'credential'
  | 'expiresAt'
  | 'storedAt'
  | 'checkedAt'
  | 'code'
  | 'message'
> {
  /** Of Azure alone. */
  access: 'READ' | 'WRITE' | null;
  /** `PENDING`: no trial of it has ended yet. */
  state: 'PENDING' | 'FAILED';
  nextCheckAt: Instant;
}

/** A trial of a credential that only this process may record, until its lease ends. */
export interface ClaimedTrial extends OrganizationIds {
  kind: ConnectionKind;
  /** Trials begun since the credential was stored or a trial was asked for, this one included. */
  attempts: number;
  /** The ID of a credential that is to replace the stored one; null: the stored one is tried. */
  replacement: string | null;
  /** Names the credential that is tried and this claim on it. */
  lease: { credentialVersion: number; token: string };
}

/** `undecided`: the cloud could not be asked, so that nothing is known of the credential. */
export interface TrialOutcome {
  result: 'connected' | 'failed' | 'undecided';
  code: string | null;
  message: string | null;
  status: number | null;
  /** Null: not tried again unless asked. */
  againAfterSeconds: number | null;
  /** What Azure listed, by scope; what was listed before stays where absent. */
  permissions?: PermissionList[];
}

/** With secrets, for the worker alone. */
export interface OpenedConnections {
  adobe: AdobeConnection | null;
  azure: AzureConnection | null;
  aws: AwsRole | null;
  /**
   * Null above although it is stored: the sealing key is another one than it was sealed under.
   * Connecting again helps.
   */
  unopenable: ConnectionKind[];
  /** What the run may know of them. */
  public: Connections;
}
