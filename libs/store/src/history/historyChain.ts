/**
 * The hash chain of history: what is hashed, and how anyone with the entries verifies them
 * (docs/reference/api.md, "The chain").
 */
import { hash } from 'node:crypto';
import { canonicalJson, globalId } from '@keyway/core';
import type { ChainVerification, HistoryRecord } from './historyRecord.ts';

/** `previous` of the first entry of a chain. */
export const GENESIS_HASH = '0'.repeat(64);

export type HashedEntry = Pick<
  HistoryRecord,
  | 'id'
  | 'at'
  | 'actor'
  | 'principal'
  | 'kind'
  | 'organizationId'
  | 'runId'
  | 'data'
  | 'previousHash'
>;

/**
 * What is hashed of an entry: its RFC 8785 form exactly as the API serves it, with global ids and
 * instants with milliseconds. The outer object is put together here, its keys in RFC 8785's order;
 * `historyVerification.ts` does the same in SQL. A null `principal` (entries from before it was
 * hashed) is left out.
 * @param data in its canonical form
 */
export function hashedText(entry: Omit<HashedEntry, 'data'>, data: string): string {
  const text = JSON.stringify;
  const organization =
    entry.organizationId === null ? 'null' : `"${globalId('Organization', entry.organizationId)}"`;
  const principal = entry.principal === null ? '' : `,"principal":${text(entry.principal)}`;
  const run = entry.runId === null ? 'null' : `"${globalId('Run', entry.runId)}"`;
  return (
    `{"actor":${text(entry.actor)},"at":${text(entry.at)},"data":${data},"id":"${globalId('HistoryEntry', entry.id)}",` +
    `"kind":${text(entry.kind)},"organization":${organization},"previous":${text(entry.previousHash)}${principal},"run":${run}}`
  );
}

/**
 * Lowercase hex SHA-256 of `hashedText`. `data` is given in its canonical form where it is known.
 */
export const entryHash = (entry: HashedEntry, data = canonicalJson(entry.data)): string =>
  hash('sha256', hashedText(entry, data), 'hex');

/** Where a verified stretch ended, to continue from. */
export interface ChainPosition {
  seq: number;
  hash: string;
}

/**
 * Recomputes one chain's entries, given in order from its first (or after `from`). Finds any
 * changed, missing, added or moved entry.
 */
export function verifyChain(
  entries: readonly HistoryRecord[],
  from: ChainPosition = { seq: 0, hash: GENESIS_HASH },
): ChainVerification {
  let { seq, hash: previous } = from;
  for (const entry of entries) {
    const fits =
      entry.seq === seq + 1 && entry.previousHash === previous && entryHash(entry) === entry.hash;
    if (!fits) return { ok: false, entries: seq - from.seq, brokenAt: entry.id };
    seq = entry.seq;
    previous = entry.hash;
  }
  return { ok: true, entries: entries.length, brokenAt: null };
}
