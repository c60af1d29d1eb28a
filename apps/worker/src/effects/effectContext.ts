/** What a handler gets: the run as it stands, the clouds, and ways to record. Handlers decide nothing; they bring back events. */
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

/** A result in past tense; becomes an event of the run, and completes the effect in the same transaction. */
export type Result = { [K in EventKind]: { kind: K; data: EventData[K] } }[EventKind];

export interface EffectContext {
  run: Run;
  azure: AzurePort;
  adobe: AdobePort;
  /** With the secret opened; throws ConnectorError `credential` where the organization has no such connection any more. */
  azureConnection(): Promise<AzureConnection>;
  adobeConnection(): Promise<AdobeConnection>;
  /** How many other organizations of the partner use this vault (VAL-09). */
  otherOrganizationsOnVault(vaultUri: string): Promise<number>;
  /** Records an event before the effect is complete and answers the run after it; null where the lease is lost. */
  record(result: Result): Promise<Run | null>;
  /** False once so much of the lease is gone that another worker might soon take over: no state-changing call may begin. */
  mayStillAct(): boolean;
  timeScale: number;
  signal: AbortSignal;
}

/** Answers the event that completes the effect; null drops the effect, since the run no longer wants it. */
export type Handler<T extends EffectType> = (data: EffectData[T], context: EffectContext) => Promise<Result | null>;
