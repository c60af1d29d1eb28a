import type { Instant } from '@keyway/core';

/** One entry of the history of an organization, or of a partner. Entries are only ever appended. */
export interface HistoryRecord {
  /** UUID; the ID that is served and hashed is `globalId('HistoryEntry', id)`. */
  id: string;
  at: Instant;
  /** As it is hashed; `parseActor` reads it. */
  actor: string;
  /**
   * The actor's stable ID, which the four-eyes rule compares. Null in entries from before the hash
   * covered it.
   */
  principal: string | null;
  /** An event's kind, or another name of `libs/messages/src/history/historyKind.ts`. */
  kind: string;
  /** Null: an entry of the partner, such as a new token. */
  organizationId: string | null;
  /** Null: no event of a run. */
  runId: string | null;
  /** JSON as it was written, perhaps by an earlier version; never a secret. */
  data: unknown;
  /** Position in its chain, from 1. */
  seq: number;
  /** `GENESIS_HASH` in the first entry. */
  previousHash: string;
  /** Lowercase hex SHA-256 (`entryHash`). */
  hash: string;
}

export interface HistoryFilter {
  organizationId?: string | null;
  runId?: string | null;
  kind?: readonly string[] | null;
  exceptKind?: readonly string[] | null;
  /** Prefix of the actor's name, in any letter case. */
  actor?: string | null;
  /** Inclusive. */
  since?: Instant | null;
  /** Exclusive. */
  until?: Instant | null;
  /** Of the entries that one change of a policy made, only the first that the filter finds. */
  oncePerChange?: boolean | null;
  /** The entries of the runs that a change reached: its `HistoryChange.key`. */
  change?: string | null;
}

/** What a viewer sees of a change of a policy: an entry of its own and one of each run. */
export interface HistoryChange {
  /** The position of the change's own entry, which the viewer may not see: for no client. */
  key: string;
  /** How many runs it reached. */
  runs: number;
  /** The change's own entry, or else that of the run that it reached first. */
  first: HistoryRecord;
}

export interface ChainVerification {
  ok: boolean;
  entries: number;
  /** UUID of the first entry that doesn't fit. */
  brokenAt: string | null;
}
