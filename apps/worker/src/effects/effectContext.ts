/**
 * What a handler gets: the run as it stands, the clouds, and ways to record. Handlers decide
 * nothing; they bring back events.
 */
import type {
  AdobeConnection,
  AdobePort,
  AzureConnection,
  AzurePort,
  EffectData,
  EffectType,
  EventData,
  EventKind,
  Run,
} from '@keyway/core';

/**
 * A result in past tense; becomes an event of the run, and completes the effect in the same
 * transaction.
 */
export type Result = { [K in EventKind]: { kind: K; data: EventData[K] } }[EventKind];

export interface EffectContext {
  run: Run;
  azure: AzurePort;
  adobe: AdobePort;
  /**
   * With the secret opened; throws ConnectorError `credential` where the organization has no such
   * connection any more.
   */
  azureConnection(): Promise<AzureConnection>;
  adobeConnection(): Promise<AdobeConnection>;
  /** How many other organizations of the partner use this vault (VAL-09). */
  otherOrganizationsOnVault(vaultUri: string): Promise<number>;
  /**
   * Records an event before the effect is complete and answers the run after it, also where the
   * same event was recorded by this holder before; null where the lease is lost or the run does not
   * take it.
   */
  record(result: Result): Promise<Run | null>;
  /**
   * False once so much of the lease is gone that another worker might soon take over: nothing that
   * changes anything may leave. Asked last of all.
   */
  maySend(): boolean;
  /** Asks the database for the whole lease again; false where it is lost. */
  renewLease(): Promise<boolean>;
  timeScale: number;
  signal: AbortSignal;
}

/** The run does not want it any more. The store checks that again against the run of that time. */
export interface NotWanted {
  notWanted: string;
}
/** It may not be done now by this worker: it waits for whoever is next. */
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
