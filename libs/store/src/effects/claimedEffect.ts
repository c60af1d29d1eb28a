/** Effects as workers get them: claimed under a lease, ended by the event they bring. */
import type { Effect, Instant } from '@keyway/core';

export interface Lease {
  effectId: string;
  leaseToken: string;
  /** Grows each time the run asks for the effect again. */
  generation: number;
}
export type ClaimedEffect = Effect & {
  lease: Lease;
  runId: string;
  partnerId: string;
  organizationId: string;
  dueAt: Instant;
  /** How often it was claimed, this time included; more than 1 after a worker died with it. */
  claims: number;
};

/** A run that waited for effects which were not there, by their job keys. */
export interface ResumedWork {
  runId: string;
  missing: string[];
  /** Why nothing could be found out or done; the next round tries again. */
  failure?: unknown;
}

/**
 * What became of an effect that its holder found unwanted. `kept`: the run wants it after all, so
 * it waits to be claimed again; `lost`: it is somebody else's by now, and nothing was done.
 */
export type Discarded = 'discarded' | 'kept' | 'lost';

/** How long a claim stands without a heartbeat. */
export const LEASE_SECONDS = 7;

/**
 * An effect claimed this often without finishing counts as failing.
 */
export const FAILING_CLAIMS = 3;

/**
 * Whether it came to nothing the last time: a cloud hangs, throttles or refuses, and may do so
 * again.
 */
export const isRetrying = ({ data }: ClaimedEffect): boolean =>
  'attempt' in data && data.attempt > 0;

/** How long a worker counts as there after its last report. */
export const REPORT_SECONDS = 90;

export interface QueueDepth {
  due: number;
  waiting: number;
  /** Begun `FAILING_CLAIMS` times or more without an end. */
  failing: number;
  /** Configurations whose status at Adobe could not be read more often than is tolerated. */
  statusesUnread: number;
  /** Age of the oldest due effect. */
  oldestDueSeconds: number;
  /** How often work was ever found without an effect (`SystemStore.resumeLostWork`). */
  resumed: number;
  /** That reported within `REPORT_SECONDS`. */
  workers: number;
  /**
   * Of the worker among them whose clock is the farthest from the database's, and how far it is
   * ahead; 0 without workers.
   */
  workerSkewSeconds: number;
}
