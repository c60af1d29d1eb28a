/**
 * What a connector must offer. Every method returns facts or throws a ConnectorError; none
 * evaluates, none retries a state-changing call.
 */
import type {
  DenyAssignmentFacts,
  KeyFacts,
  RoleAssignmentFacts,
  ServicePrincipalFacts,
  VaultFacts,
} from './azureFacts.ts';
import type { AppRegistrationFacts, ConfigurationFacts } from './facts.ts';
import type { ListedPermissions } from './grantedPermissions.ts';
import type { KeyPolicyFacts, KmsKeyFacts, KmsRotationFacts } from './kmsFacts.ts';
import type { Instant } from './vocabulary.ts';

/** How an application proves to Entra that it is itself: exactly one of the three. */
export type AzureCredential =
  | { clientSecret: string; certificatePem?: undefined; federation?: undefined }
  | {
      /** An RSA private key (PKCS #8) and the certificate that is registered for it. */
      certificatePem: string;
      clientSecret?: undefined;
      federation?: undefined;
    }
  | { federation: AzureFederation; clientSecret?: undefined; certificatePem?: undefined };

/** Keyway as an identity provider that the application in Entra trusts; no secret is stored. */
export interface AzureFederation {
  /** As entered in Entra: names the organization. */
  subject: string;
  /** A new assertion, a JWT valid for some minutes. Throws a ConnectorError. */
  sign(): Promise<string>;
}

/**
 * An application in a customer's Entra tenant. Secrets live in memory only while a call is made.
 */
export type AzureConnection = {
  tenantId: string;
  /** Null: the subscription is found among those the credential can see. */
  subscriptionId: string | null;
  clientId: string;
} & AzureCredential;

/** An OAuth Server-to-Server credential (ROLE-03) and the organization and host it is used for. */
export interface AdobeConnection {
  imsOrgId: string;
  /** From the allow list of regions only (REG-09), such as `platform-nld2.adobe.io`. */
  host: string;
  clientId: string;
  clientSecret: string;
  scopes: string[];
}

/** A role in a customer's AWS account that Keyway's own identity may assume. */
export interface AwsConnection {
  /** `arn:aws:iam::{12 digits}:role/{path and name}`. */
  roleArn: string;
  /** Keyway's own for this organization, never chosen by a customer (confused deputy). */
  externalId: string;
  /** The only region that is asked. */
  region: string;
  /** The organization's ID: names the session in the customer's CloudTrail. */
  organizationId: string;
}

/** Names a vault or HSM: by its host's first label, and by ARM ID where that is known. */
export interface VaultReference {
  kind: 'vault' | 'managedHsm';
  name: string;
  resourceId: string | null;
}

/**
 * The platform's AbortSignal where there is one; the ES library knows none, and the core needs
 * none.
 */
type PlatformAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : never;

/** Per-call limits. */
export interface CallOptions {
  signal?: PlatformAbortSignal;
  /**
   * Of calls that change something: asked without waiting, at the moment the request would leave.
   * False: it does not leave, and the call fails as `unavailable`, not ambiguous. A process can be
   * stopped for a minute between any two lines while another takes over its work.
   */
  maySend?: () => boolean;
  /** Called for each request that is sent, repetitions and those for tokens included. */
  onRequest?: () => void;
}

/**
 * Calls of Azure. Each returns facts or throws a ConnectorError. Reads are repeated briefly,
 * `assignRole` never.
 */
export interface AzurePort {
  /**
   * Whether Entra gives the credential a token, and the connection's subscription can be read where
   * it names one. Remembers no token.
   */
  tryCredential(connection: AzureConnection, options?: CallOptions): Promise<void>;
  /** The vault by ARM ID, else found by name in the subscription; notFound where ARM says so. */
  readVault(
    connection: AzureConnection,
    vault: VaultReference,
    options?: CallOptions,
  ): Promise<VaultFacts>;
  /** A soft-deleted vault of that name, or null (KV-08). */
  readDeletedVault(
    connection: AzureConnection,
    vault: VaultReference,
    options?: CallOptions,
  ): Promise<{ name: string; scheduledPurgeDate: Instant | null } | null>;
  /**
   * The key through ARM first, the data plane second (docs/reference/clouds.md 2.3). `version` null
   * resolves the latest.
   */
  readKey(
    connection: AzureConnection,
    vault: VaultReference & { resourceId: string },
    key: { name: string; version: string | null },
    options?: CallOptions,
  ): Promise<KeyFacts>;
  /** The service principal of `appId` in the connection's tenant (AEP-27). */
  readServicePrincipal(
    connection: AzureConnection,
    appId: string,
    options?: CallOptions,
  ): Promise<ServicePrincipalFacts>;
  /**
   * Every assignment at, above and below the vault that concerns its keys: all of the principal's,
   * and the exact role's of others.
   */
  readRoleAssignments(
    connection: AzureConnection,
    vault: VaultReference & { resourceId: string },
    about: { keyName: string; principalObjectId: string },
    options?: CallOptions,
  ): Promise<RoleAssignmentFacts[]>;
  /**
   * Every deny assignment at or above the vault and at the key that takes the use of keys from
   * anybody (RB-06); of a vault only.
   */
  readDenyAssignments(
    connection: AzureConnection,
    vault: VaultReference & { resourceId: string },
    about: { keyName: string },
    options?: CallOptions,
  ): Promise<DenyAssignmentFacts[]>;
  /**
   * What the credential may do at a scope by Azure's own list: the ARM ID of a subscription, a
   * resource group, a vault or a Managed HSM. It leaves out deny assignments, so a call may still
   * be refused.
   */
  readPermissions(
    connection: AzureConnection,
    scope: string,
    options?: CallOptions,
  ): Promise<ListedPermissions>;
  /**
   * Assigns the exact role at the vault under a GUID of ours; an assignment already there (409) is
   * success (`created: false`).
   */
  assignRole(
    connection: AzureConnection,
    vault: VaultReference & { resourceId: string },
    assignment: { guid: string; principalObjectId: string },
    options?: CallOptions,
  ): Promise<{ created: boolean }>;
}

/**
 * Calls of Adobe. Each returns facts or throws a ConnectorError. Reads are repeated briefly,
 * `submitConfiguration` never.
 */
export interface AdobePort {
  /** Whether IMS gives the credential a token with these scopes (AUTH-02). Remembers no token. */
  tryCredential(
    credential: Pick<AdobeConnection, 'clientId' | 'clientSecret' | 'scopes'>,
    options?: CallOptions,
  ): Promise<void>;
  /** Adobe's app for this organization and region (AEP-20). */
  readAppRegistration(
    connection: AdobeConnection,
    options?: CallOptions,
  ): Promise<AppRegistrationFacts>;
  /** By exact name (GAP-01). notFound for 404, which is not proof of absence (ST-09). */
  readConfiguration(
    connection: AdobeConnection,
    name: string,
    options?: CallOptions,
  ): Promise<ConfigurationFacts>;
  /**
   * POSTs exactly these bytes, once, without any retry (AEP-40). Any 2xx is accepted, also one
   * whose body cannot be read (GAP-31): then every field of the answer is null.
   */
  submitConfiguration(
    connection: AdobeConnection,
    body: string,
    options?: CallOptions,
  ): Promise<ConfigurationFacts>;
}

/** Calls of AWS, all of them reads. Each returns facts or throws a ConnectorError. */
export interface AwsPort {
  /** Whether STS lets Keyway assume the role, and in which account. Remembers no session. */
  tryRole(
    connection: AwsConnection,
    options?: CallOptions,
  ): Promise<{
    /** Twelve digits. */
    account: string;
  }>;
  /** `DescribeKey`; `keyArn` is a key's ARN (AWS-10), and its region the connection's. */
  readKey(connection: AwsConnection, keyArn: string, options?: CallOptions): Promise<KmsKeyFacts>;
  /** `GetKeyRotationStatus` (ROT-09). */
  readRotation(
    connection: AwsConnection,
    keyArn: string,
    options?: CallOptions,
  ): Promise<KmsRotationFacts>;
  /** `GetKeyPolicy` of the policy `default`. KMS answers it within the key's account only. */
  readKeyPolicy(
    connection: AwsConnection,
    keyArn: string,
    options?: CallOptions,
  ): Promise<KeyPolicyFacts>;
}
