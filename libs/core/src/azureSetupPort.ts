/**
 * How Keyway sets things up in Azure. No call repeats a change, undoes one, or overwrites a setting
 * that is there.
 */
import type { AzureSetupFacts } from './azureSetupFacts.ts';
import type { VaultFacts } from './azureFacts.ts';
import type { AzureConnection, CallOptions } from './ports.ts';

/** Where Keyway sets things up. The core has validated the names. */
export interface SetupTarget {
  subscriptionId: string;
  resourceGroup: string;
  vaultName: string;
  keyName: string;
}

/** Who reaches a vault that is made: everybody, or the addresses alone (AEP-08, AEP-09). */
export type NewVaultNetwork =
  | { defaultAction: 'Allow' }
  | { defaultAction: 'Deny'; bypass: 'AzureServices'; ipRules: readonly string[] };

/** A vault as Keyway makes it: always Azure RBAC, soft delete and purge protection (AEP-03). */
export interface NewVaultSettings {
  /** Azure's name of the region, such as `westeurope`. */
  location: string;
  sku: 'standard' | 'premium';
  /** 7 to 90; it cannot be changed afterwards (KV-02). */
  retentionDays: number;
  network: NewVaultNetwork;
}

/** What is changed of a vault that is there. Nothing else of it is. */
export interface VaultChange {
  /** One way (KV-03). */
  enablePurgeProtection?: true;
  /** Rules are added to those that are there, and trusted services may pass (AEP-09). */
  network?: {
    bypass: 'AzureServices';
    addIpRules: readonly string[];
    /** As the person saw it who confirmed; other rules than these refuse the change. */
    present: VaultFacts['networkAcls'];
  };
}

/** A key as Keyway makes it (AEP-13, AEP-14). */
export interface NewKeySettings {
  kty: 'RSA' | 'RSA-HSM';
  size: 3072 | 4096;
  /** Such as `wrapKey`. */
  keyOps: readonly string[];
  /** Rotates so long after a version was made, an ISO 8601 duration (ROT-04); null: not at all. */
  rotateAfter: string | null;
}

/**
 * Each call answers or throws a ConnectorError. Those that change something read first what is
 * there, send at most one change, as `maySend` allows, and answer `created: false` where what they
 * would make is there already. Something else under its name is `rejected` with
 * `KEYWAY_OTHERWISE_THERE`, and nothing is sent.
 */
export interface AzureSetupPort {
  /**
   * A part that could not be read is `unreadable`; only a credential that is not accepted, which
   * reads none, is thrown.
   */
  readSetup(
    connection: AzureConnection,
    target: SetupTarget,
    options?: CallOptions,
  ): Promise<AzureSetupFacts>;
  /**
   * Azure may still be making it after the call: its `provisioningState` says so, and that of
   * `readSetup` whether it is done.
   */
  createVault(
    connection: AzureConnection,
    target: SetupTarget,
    settings: NewVaultSettings,
    options?: CallOptions,
  ): Promise<{ created: boolean }>;
  /** `changed: false` where the vault is as wanted already. */
  updateVault(
    connection: AzureConnection,
    target: SetupTarget,
    change: VaultChange,
    options?: CallOptions,
  ): Promise<{ changed: boolean }>;
  /**
   * Makes the first version of a key, never a second one: a key of that name, of whatever kind, is
   * answered as it is.
   */
  createKey(
    connection: AzureConnection,
    target: SetupTarget,
    settings: NewKeySettings,
    options?: CallOptions,
  ): Promise<{ created: boolean; keyIdentifier: string }>;
  /** Sends the audit log to a Log Analytics workspace, given by its ARM ID. */
  putDiagnosticSetting(
    connection: AzureConnection,
    target: SetupTarget,
    setting: { name: string; workspaceId: string },
    options?: CallOptions,
  ): Promise<{ created: boolean }>;
  /** A lock of the vault against deletion (`CanNotDelete`). */
  putLock(
    connection: AzureConnection,
    target: SetupTarget,
    lock: { name: string; notes: string },
    options?: CallOptions,
  ): Promise<{ created: boolean }>;
}
