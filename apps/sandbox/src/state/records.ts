/**
 * The shapes of what the emulated clouds hold. They are the sandbox's own and not the product's
 * facts: the two must be able to disagree, otherwise a mistake in one would hide in the other.
 */
import type { JsonObject } from '../isObject.ts';

/** The two halves of the set-up, each with its own application, vault and key (GL-02, GL-03). */
export type TrackName = 'AEP' | 'CJA';

/**
 * How Adobe's job ends for a customer: by what it finds, always FAILED, or stuck in a word that no
 * document lists (ST-07).
 */
export type JobOutcome = 'evaluated' | 'failed' | 'unknownStatus';

/** One Adobe organization with the Azure side that belongs to it. */
export interface Customer {
  imsOrgId: string;
  name: string;
  scenario: string;
  region: string;
  tenantId: string;
  subscriptionId: string;
  resourceGroup: string;
  applicationIds: Record<TrackName, string>;
  /** The key identifiers that a person at the customer would give. */
  keys: Record<TrackName, string>;
  /**
   * Permissions that the customer did not give to the reader, such as
   * `Microsoft.KeyVault/vaults/read`.
   */
  deny: string[];
  throttled: boolean;
  adobe: { applicationName: string; outcome: JobOutcome; pace: number };
  /** Subjects of the identity provider whose sign-in is limited to this organization. */
  approvers: string[];
}

export interface Tenant {
  tenantId: string;
  displayName: string;
}

export interface Subscription {
  subscriptionId: string;
  tenantId: string;
  displayName: string;
  resourceGroups: string[];
}

/** A Key Vault or a Managed HSM, with `properties` exactly as ARM would print them. */
export interface Vault {
  kind: 'vault' | 'managedHsm';
  name: string;
  subscriptionId: string;
  resourceGroup: string;
  location: string;
  /** As they were given. */
  tags: JsonObject;
  sku: { family: string; name: string };
  properties: Record<string, unknown>;
  createdAt: string;
  modifiedAt: string;
  deletedAt?: string;
}

/** One version of a key. Times are epoch seconds, as on the wire. */
export interface KeyVersion {
  version: string;
  kty: 'RSA' | 'RSA-HSM';
  bits: number;
  keyOps: string[];
  enabled: boolean;
  nbf?: number;
  exp?: number;
  created: number;
  updated: number;
}

export interface Key {
  vault: string;
  name: string;
  /** Oldest first; the last is the current one. */
  versions: KeyVersion[];
  /** As they were given. */
  tags?: JsonObject;
  rotationPolicy?: RotationPolicy;
  deletedAt?: number;
}

/** In the data plane's spelling (ROT-05). */
export interface RotationPolicy {
  lifetimeActions: {
    trigger: { timeAfterCreate?: string; timeBeforeExpiry?: string };
    action: { type: string };
  }[];
  attributes: { expiryTime?: string; created: number; updated: number };
}

/** `id` is the object ID, different in each tenant (GL-05). */
export interface ServicePrincipal {
  id: string;
  tenantId: string;
  appId: string;
  displayName: string;
  createdAt: string;
}

/** An Azure role assignment; `scope` starts with `/subscriptions/`. */
export interface RoleAssignment {
  name: string;
  scope: string;
  subscriptionId: string;
  roleDefinitionId: string;
  principalId: string;
  principalType: string;
  createdOn: string;
  createdBy: string;
}

/**
 * What Azure keeps everybody from who is not excluded, whatever their roles (RB-06); `scope` starts
 * with `/subscriptions/`.
 */
export interface DenyAssignment {
  name: string;
  displayName: string;
  scope: string;
  subscriptionId: string;
  dataActions: string[];
  notDataActions: string[];
  doNotApplyToChildScopes: boolean;
  principals: { id: string; type: string }[];
  excludePrincipals: { id: string; type: string }[];
}

/** A management lock; `scope` starts with `/subscriptions/`. */
export interface Lock {
  name: string;
  scope: string;
  subscriptionId: string;
  level: string;
  notes: string | null;
}

/** Where a vault's logs go, by category or by group of categories. */
export interface DiagnosticSetting {
  vault: string;
  name: string;
  workspaceId: string;
  logs: { category?: string; categoryGroup?: string; enabled: boolean }[];
}

/** A local role assignment of a Managed HSM, invisible to ARM (HSM-03). */
export interface HsmAssignment {
  hsm: string;
  name: string;
  scope: string;
  roleDefinitionId: string;
  principalId: string;
}

/**
 * A configuration that Adobe accepted. `verdict` is set once its validation ended, and never
 * changes again.
 */
export interface Configuration {
  id: string;
  imsOrgId: string;
  name: string;
  keyVaultKeyIdentifier: string;
  acceptedAt: number;
  verdict?: 'valid' | 'invalid';
}

/** A state-changing call as it was received (contract: "Ledger rows"). */
export interface LedgerRow {
  at: string;
  method: string;
  host: string;
  path: string;
  body: string;
  status: number;
}

/** A change of a customer's resources that waits for its time. */
export interface PlannedChange {
  id: string;
  imsOrgId: string;
  track: TrackName;
  change: string;
  undo: boolean;
  /** Epoch milliseconds. */
  at: number;
}

/** A wrong answer that waits for a call it matches. */
export interface Fault {
  id: string;
  host: string;
  path: string;
  method?: string;
  /** Text that a header or the body of the call has, such as an organization’s ID. */
  contains?: string;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  delayMs?: number;
  reset?: boolean;
  truncate?: boolean;
  /** The body is sent byte by byte, with this pause between them. */
  dripMs?: number;
  /** So many spaces follow the body, which remains what it is. */
  padBytes?: number;
  doneButLost?: boolean;
  /** Spoils each call that fits with this probability and stays. Absent: the next `count` calls. */
  chance?: number;
  /** How many calls it still spoils. */
  count: number;
}
