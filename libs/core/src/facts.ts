/**
 * What connectors observe in the clouds, normalized and without evaluation (docs/reference/run.md,
 * rule 3). Facts are plain JSON: they are stored with the run, hashed as evidence and kept in
 * history, so they hold no secret and nothing that changes by itself.
 */
import type { ConnectorErrorKind } from './connectorError.ts';
import type { Instant, ObservedStepId } from './vocabulary.ts';

/**
 * Why something could not be read. `message` is the other side's own words; `permission` is what
 * has to be granted, if known.
 */
export interface ReadFailure {
  kind: ConnectorErrorKind;
  message: string;
  /** HTTP status, where there was an answer. */
  status: number | null;
  /** The other side's error code, verbatim (`ForbiddenByFirewall`, `403025`, `AADSTS7000215`). */
  code: string | null;
  /** Such as `Microsoft.KeyVault/vaults/read` or `Application.Read.All`. */
  permission: string | null;
  /** Seconds the other side asked to wait. Never shortened by KEYWAY_POLL_SCALE. */
  retryAfterSeconds: number | null;
  /**
   * Which host was called, where the cloud has several (Adobe's sign-in service, its region hosts).
   */
  host?: string;
}

/**
 * One thing that was looked for: seen, proven absent, or unreadable. "Could not check" is never
 * "failed" and never "passed".
 */
export type Observed<T> =
  | { outcome: 'seen'; value: T }
  | { outcome: 'absent'; detail: string; failure?: ReadFailure }
  | { outcome: 'unreadable'; failure: ReadFailure };

/**
 * A vault or a Managed HSM as ARM describes it (docs/reference/clouds.md 2.3). `null` means absent
 * from the answer.
 */
export interface VaultFacts {
  kind: 'vault' | 'managedHsm';
  /** ARM resource ID as Azure wrote it. */
  resourceId: string;
  name: string;
  location: string | null;
  tenantId: string | null;
  /** `https://…`, no trailing slash, lower-case host (API-15). */
  vaultUri: string | null;
  skuFamily: string | null;
  skuName: string | null;
  enableSoftDelete: boolean | null;
  /** Days. */
  softDeleteRetentionInDays: number | null;
  /** Absent means off (KV-04). */
  enablePurgeProtection: boolean | null;
  /** Absent means access policies (KV-05). */
  enableRbacAuthorization: boolean | null;
  publicNetworkAccess: string | null;
  networkAcls: {
    bypass: string | null;
    defaultAction: string | null;
    /** IPv4 address or CIDR as written, sorted. */
    ipRules: string[];
    /** Subnet resource IDs, sorted. */
    virtualNetworkRules: string[];
  } | null;
  provisioningState: string | null;
}

/**
 * One version of a key. `source` tells how it was read: ARM needs no data action and passes the
 * firewall (docs/reference/clouds.md 2.3).
 */
export interface KeyFacts {
  source: 'arm' | 'dataPlane';
  /** Versioned identifier, `https://{vault}.vault.azure.net/keys/{key}/{version}`, no port. */
  keyIdentifier: string;
  kty: string;
  /** Bit length of the modulus; null for keys that have none. */
  bits: number | null;
  /** Camel case as on the wire, sorted (KEY-04). */
  keyOps: string[];
  enabled: boolean | null;
  /** Epoch seconds. */
  notBefore: number | null;
  /** Epoch seconds. */
  expires: number | null;
  recoveryLevel: string | null;
  /**
   * Lower case action types of the rotation policy (`rotate`, `notify`), sorted; null where the
   * policy could not be read.
   */
  rotationActions: string[] | null;
  /**
   * The key's current version, where that is another one than this and was told; it is the one
   * services use that name no version (AEP-35, API-09).
   */
  current?: { version: string; enabled: boolean | null };
}

/** Adobe's multi-tenant app as the app-registration endpoint describes it (AEP-20). */
export interface AppRegistrationFacts {
  id: string | null;
  name: string;
  applicationUri: string;
  applicationId: string;
  applicationRedirectUrl: string;
}

/** A service principal in one tenant's directory (AEP-27). */
export interface ServicePrincipalFacts {
  objectId: string;
  appId: string;
  displayName: string | null;
  accountEnabled: boolean | null;
  /** The tenant whose directory was asked. */
  tenantId: string;
}

/**
 * One role assignment that reaches the vault (docs/reference/clouds.md 2.2), or one local
 * assignment of a Managed HSM (HSM-03).
 */
export interface RoleAssignmentFacts {
  id: string;
  store: 'azureRbac' | 'hsmLocal';
  /** Trailing GUID of the role definition, lower case. */
  roleDefinitionGuid: string;
  scope: string;
  principalId: string;
  principalType: string | null;
  createdAt: Instant | null;
  /** An ABAC condition, verbatim. */
  condition: string | null;
  /**
   * The role's data actions, where the definition was read; null for roles that are not the
   * principal's.
   */
  dataActions: string[] | null;
}

/** Somebody a deny assignment names; "everybody" is the zero GUID of type `SystemDefined`. */
export interface DeniedPrincipal {
  id: string;
  /** `User`, `Group`, `ServicePrincipal`, `SystemDefined`; null where it is not said. */
  type: string | null;
}

/**
 * One deny assignment that takes the use of keys from somebody, at or above the vault or its key
 * (RB-06). It wins over every role.
 */
export interface DenyAssignmentFacts {
  id: string;
  name: string | null;
  scope: string;
  /** It does not reach what lies below its scope. */
  onlyAtScope: boolean;
  principals: DeniedPrincipal[];
  excludedPrincipals: DeniedPrincipal[];
  /** Of reading, wrapping and unwrapping, the data actions that it denies, sorted. */
  dataActions: string[];
  /** Conditions, verbatim. */
  condition: string | null;
}

/** What one look at one step saw. */
export interface StepFactsByStep {
  VAULT: {
    vault: Observed<VaultFacts>;
    /** A soft-deleted vault of that name, where one was found (KV-08). */
    deletedVault: { name: string; scheduledPurgeDate: Instant | null } | null;
    /** How many other organizations of this partner use the same vault (VAL-09). */
    otherOrganizations: number;
  };
  NETWORK: { vault: Observed<VaultFacts> };
  KEY: { key: Observed<KeyFacts> };
  APP_REGISTRATION: { registration: Observed<AppRegistrationFacts> };
  CONSENT: { servicePrincipal: Observed<ServicePrincipalFacts> };
  ROLE: {
    assignments: Observed<RoleAssignmentFacts[]>;
    /**
     * Not there on a Managed HSM, which knows only its own roles, and where an earlier version
     * looked.
     */
    denials?: Observed<DenyAssignmentFacts[]>;
  };
}
export type StepFacts = { [S in ObservedStepId]: { step: S } & StepFactsByStep[S] }[ObservedStepId];
export type StepFactsOf<S extends ObservedStepId> = { step: S } & StepFactsByStep[S];

/**
 * What Adobe says of a configuration (API-06); `status` verbatim, null where it said none (ST-07).
 */
export interface ConfigurationFacts {
  /** Adobe's job ID. */
  id: string | null;
  status: string | null;
  keyVaultKeyIdentifier: string | null;
  imsOrgId: string | null;
}
