import type { Instant } from '@keyway/core';

export interface HistoryRecord {
  /** UUID; the ID that is served and hashed is `globalId('HistoryEntry', id)`. */
  id: string;
  at: Instant;
  /** As shown. */
  actor: string;
  /**
   * The actor's stable ID, which the four-eyes rule compares. Null in entries from before the hash
   * covered it.
   */
  principal: string | null;
  kind: string;
  organizationId: string | null;
  runId: string | null;
  data: unknown;
  /** Position in its chain, from 1. */
  seq: number;
  previousHash: string;
  hash: string;
}

export interface HistoryFilter {
  organizationId?: string | null;
  runId?: string | null;
  kind?: readonly string[] | null;
  /** Prefix of the actor's name, in any letter case. */
  actor?: string | null;
  /** Inclusive. */
  since?: Instant | null;
  /** Exclusive. */
  until?: Instant | null;
}

export interface ChainVerification {
  ok: boolean;
  entries: number;
  /** UUID of the first entry that doesn't fit. */
  brokenAt: string | null;
}
