/** What an effect handler gets and returns. It returns an event; the core decides. */
import type {
  AdobeConnection,
  AdobePort,
  AwsConnection,
  AwsPort,
  AzureConnection,
  AzurePort,
  AzureSetupPort,
  EffectData,
  EffectType,
  EventData,
  EventKind,
  Instant,
  Run,
  VaultProbePort,
} from '@keyway/core';
import type { Settling } from '@keyway/store';

/**
 * A result in past tense; becomes an event of the run, and completes the effect in the same
 * transaction.
 */
export type Result = { [K in EventKind]: { kind: K; data: EventData[K] } }[EventKind];

export interface EffectContext {
  run: Run;
  azure: AzurePort & AzureSetupPort;
  adobe: AdobePort;
  aws: AwsPort;
  vaults: VaultProbePort;
  /** Counts a question to a vault without a credential; false: its partner asked many already. */
  mayProbe(): Promise<boolean>;
  /**
   * With the secret opened; throws ConnectorError `credential` where the organization has no such
   * connection any more.
   */
  azureConnection(): Promise<AzureConnection>;
  adobeConnection(): Promise<AdobeConnection>;
  awsConnection(): Promise<AwsConnection>;
  /** How many other organizations of the partner use this vault, or this KMS key (VAL-09). */
  otherOrganizationsSharing(vaultOrKey: string): Promise<number>;
  /**
   * Records an event before the effect is complete and answers the run after it, also where the
   * same event was recorded by this holder before; null where the lease is lost or the run does not
   * take it.
   */
  record(result: Result): Promise<Run | null>;
  /**
   * Signs where history ends, what was just recorded included: before a call that can't be undone.
   * Throws ConnectorError `unavailable` where nothing can be signed now.
   */
  signHistory(): Promise<void>;
  /** Whether `signHistory` can sign; throws as it does, also where history was changed. */
  prepareToSign(): Promise<void>;
  /**
   * False when another worker may soon take over: then no state-changing call may be sent. Checked
   * just before such a call.
   */
  maySend(): boolean;
  /** Asks the database for the whole lease again; false where it is lost. */
  renewLease(): Promise<boolean>;
  /**
   * How many seconds nothing may be sent yet: within `seconds` after the database lost what was
   * written last, the intent of a send that left may be among it.
   */
  settling(seconds: number): Promise<Settling>;
  /** Whether the database's address still leads to a database in this era. Asked last of all. */
  isInEra(era: number): Promise<boolean>;
  /** By the database's clock, as the instants in a run. */
  now(): Instant;
  timeScale: number;
  signal: AbortSignal;
  /**
   * For a call whose answer is wanted although the effect is lost meanwhile: ends with the process
   * alone. `maySend` holds back what has not left.
   */
  stopping: AbortSignal;
}

/** The run does not need the effect any more. The store checks that against the current run. */
export interface NotWanted {
  notWanted: string;
}
/** This worker may not do it now: the effect waits for the next worker. */
export interface Release {
  release: string;
  afterSeconds: number;
}
/** The event that completes the effect, or why there is none. */
export type EffectOutcome = Result | NotWanted | Release;
export type EffectHandler<T extends EffectType> = (
  data: EffectData[T],
  context: EffectContext,
) => Promise<EffectOutcome>;
