/**
 * The store's interface. `forPartner` is limited to one partner's viewer; `system` is for the
 * worker and for signing in.
 */
import type { AuthorizationCodeStore } from './access/authorizationCodeStore.ts';
import type { BulkChange } from './bulk/bulkChanges.ts';
import type { BulkQueue } from './bulk/bulkQueue.ts';
import type { DryRunChange } from './dryRuns/dryRunChanges.ts';
import type { DryRunQueue } from './dryRuns/dryRunQueue.ts';
import type { DatabaseEras } from './continuity/databaseEras.ts';
import type { ConnectionTrials } from './connections/connectionTrials.ts';
import type { CredentialExpiries } from './connections/credentialExpiries.ts';
import type { QueueDepth } from './effects/claimedEffect.ts';
import type { EffectQueue } from './effects/effectQueue.ts';
import type { CheckpointStore } from './evidence/checkpointStore.ts';
import type { HookStore } from './hooks/hookStore.ts';
import type { Inboxes } from './inbox/inbox.ts';
import type { PartnerStore } from './partnerStore.ts';
import type { RateCounts } from './rateCounts.ts';
import type { RunChange } from './runs/runRecord.ts';
import type { SealingKeys } from './sealing/sealingKeys.ts';
import type { SystemStore } from './systemStore.ts';
import type { AlertChange } from './watch/alertChanges.ts';
import type { HealthChanges } from './watch/healthChanges.ts';
import type { AttentionFigures } from './watch/attentionFigures.ts';
import type { EraFigures } from './continuity/eraFigures.ts';
import type { ObservationDepth } from './watch/observationFigures.ts';
import type { VaultProbes } from './probes/vaultProbes.ts';
import type { WebhookFigures } from './webhooks/webhookFigures.ts';
import type { WebhookQueue } from './webhooks/webhookQueue.ts';
import type { ObservationQueue } from './watch/observationQueue.ts';
import type { PartnerScope } from './tenancy/visibility.ts';

/** An open database, for one process. `close` ends its connections. */
export interface Store {
  /** What a viewer of one partner may read and change. */
  /** `principal`: who reads; of a pool's connections it gets a part. */
  forPartner(scope: PartnerScope, principal?: string | null): PartnerStore;
  /**
   * The same from a read replica, for reading alone, as it was up to half a minute ago; null where
   * there is none, or none that follows.
   */
  fromReplica(scope: PartnerScope, principal: string | null): Promise<PartnerStore | null>;
  /** Access to the data of all partners, for the worker and for signing in. */
  system(): SystemStore;
  queue: EffectQueue;
  trials: ConnectionTrials;
  expiries: CredentialExpiries;
  bulk: BulkQueue;
  dryRuns: DryRunQueue;
  observations: ObservationQueue;
  hooks: HookStore;
  probes: VaultProbes;
  webhooks: WebhookQueue;
  inboxes: Inboxes;
  checkpoints: CheckpointStore;
  /** Whether the database lost what was written last. */
  eras: DatabaseEras;
  authorizationCodes: AuthorizationCodeStore;
  sealing: SealingKeys;
  /**
   * Every committed change of a run, of every partner; the listener filters. Reconnects
   * automatically. Returns the unsubscribe function.
   */
  onChange(listener: (change: RunChange) => void): () => void;
  /**
   * Every committed change of a bulk job, of every partner; null after a lost connection: any may
   * have changed. Returns the unsubscribe function.
   */
  onBulkChange(listener: (change: BulkChange | null) => void): () => void;
  /** The same of dry runs. */
  onDryRunChange(listener: (change: DryRunChange | null) => void): () => void;
  /** The same of alerts; null after a lost connection. Returns the unsubscribe function. */
  onAlertChange(listener: (change: AlertChange | null) => void): () => void;
  /** Committed changes of what is known of keys, of every partner. */
  health: HealthChanges;
  /** By the database's clock, as this process counts it on from its last answer. */
  now(): Date;
  /** How far this machine's clock is ahead of the database's; below zero: behind. */
  clockSkewSeconds(): number;
  /** Throws when the database does not answer (`/readyz`). */
  ping(): Promise<void>;
  /** For probes, metrics and shared limits: its own connections, which requests never occupy. */
  monitoring: {
    ping(): Promise<void>;
    depth(): Promise<QueueDepth>;
    observations(): Promise<ObservationDepth>;
    webhooks(): Promise<WebhookFigures>;
    attention(): Promise<AttentionFigures>;
    era(): Promise<EraFigures>;
    rates: RateCounts;
  };
  close(): Promise<void>;
}
