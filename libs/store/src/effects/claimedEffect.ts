/** Effects as workers claim them. */
import type { Effect, Instant } from '@keyway/core';
import type { CarriedTrace } from '@keyway/telemetry';
import type { ClaimedWork } from './claimedWork.ts';

/** Proof of a claim, valid for `EFFECT_LEASE_SECONDS` after the claim or the last heartbeat. */
export interface Lease {
  effectId: string;
  partnerId: string;
  jobKey: string;
  leaseToken: string;
  /** Grows each time the run requests the effect again. */
  generation: number;
}
/** An effect that only this process may finish, while it holds the lease. */
export type ClaimedEffect = Effect & {
  lease: Lease;
  runId: string;
  partnerId: string;
  organizationId: string;
  dueAt: Instant;
  /** How often it was claimed, including this time; more than 1 after a worker died. */
  claims: number;
  /** Of all that was claimed with it, as it was then. */
  work: ClaimedWork;
  /** Of whoever requested it, where that was traced. */
  trace?: CarriedTrace;
};

/** A run whose effects were missing, by their job keys. */
export interface ResumedWork {
  runId: string;
  missing: string[];
  /** Why the run could not be read or written; the next pass tries again. */
  failure?: unknown;
}

/**
 * Outcome of discarding an effect. `kept`: the run needs it, so it can be claimed again; `lost`:
 * another worker holds it, and nothing was done.
 */
export type Discarded = 'discarded' | 'kept' | 'lost';

/** How long a claim lasts without a heartbeat. */
export const EFFECT_LEASE_SECONDS = 7;

/** Whether its last attempt failed: a cloud hangs, throttles or refuses, and may do so again. */
export const isRetrying = ({ data }: ClaimedEffect): boolean =>
  'attempt' in data && data.attempt > 0;

/** How long a worker counts as running after its last report. */
export const REPORT_SECONDS = 90;

export interface QueueDepth {
  due: number;
  waiting: number;
  /** Claimed three times or more without finishing (`effect.failing`). */
  failing: number;
  /** Configurations whose status at Adobe failed to be read more than `MAX_FAILED_POLLS` times. */
  statusesUnread: number;
  /** Age of the oldest due effect. */
  oldestDueSeconds: number;
  /** How often lost work was resumed, ever (`SystemStore.resumeLostWork`). */
  resumed: number;
  /** Workers that reported within `REPORT_SECONDS`. */
  workers: number;
  /** How far the worst of their clocks is ahead of the database's; 0 without workers. */
  workerSkewSeconds: number;
}
