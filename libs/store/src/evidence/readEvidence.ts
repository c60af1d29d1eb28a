/** Reads what an evidence pack has, in parts, so that little of it is in memory at a time. */
import { hash } from 'node:crypto';
import { canonicalJson } from '@keyway/core';
import { historyLine } from '@keyway/evidence';
import { Parameters } from '../database/parameters.ts';
import { hashedText } from '../history/historyChain.ts';
import type { HistoryRecord } from '../history/historyRecord.ts';
import { findRuns } from '../runs/findRuns.ts';
import type { StoredRun } from '../runs/runRecord.ts';
import type { View } from '../tenancy/view.ts';
import { ofChain, type SnapshotRun } from './exportEvidence.ts';
import { readCheckpoints } from './listCheckpoints.ts';

const MAX_ENTRIES = 250;
/** Of data, read at a time: an entry has 1 MiB at most. */
const MAX_BYTES = 256 * 1024;

/** An entry, with its data as the text that is stored. */
export interface ExportedEntry extends Omit<HistoryRecord, 'data'> {
  text: string;
}

/** Some entries, and their lines of `history.jsonl`. */
export interface ExportedLines {
  entries: ExportedEntry[];
  bytes: Buffer;
}

type LineRow = Omit<ExportedEntry, 'at'> & { at: Date; principalHashed: boolean };

/** Of the row itself: a copy of each would be as much again. */
const exportedEntry = (row: LineRow): ExportedEntry =>
  Object.assign(row, {
    at: row.at.toISOString(),
    principal: row.principalHashed ? row.principal : null,
  });

/** An entry's data as it is kept is what was hashed, except in entries of early versions. */
function lineOf(entry: ExportedEntry): string {
  const kept = hashedText(entry, entry.text);
  // In one call: objects of `createHash` stay in memory until garbage is collected.
  const isHashed = hash('sha256', kept, 'hex') === entry.hash;
  const hashed = isHashed ? kept : hashedText(entry, canonicalJson(JSON.parse(entry.text)));
  return `${historyLine(hashed, entry.hash)}\n`;
}

/** Which entries are read: those of an organization after `from` up to `to`. */
export interface EntryRange {
  organizationId: string;
  from: number;
  to: number;
}

/** Lines of `history.jsonl`, some at a time. */
async function* readHistoryLines(view: View, range: EntryRange): AsyncGenerator<ExportedLines> {
  for (let after = range.from; after < range.to;) {
    const to = Math.min(range.to, after + MAX_ENTRIES);
    const entries = await readEntries(view, { ...range, from: after, to }, null);
    if (entries.length === 0)
      throw new Error(
        `History of ${range.organizationId} has no entry ${after + 1}: it was changed.`,
      );
    yield { entries, bytes: Buffer.from(entries.map(lineOf).join('')) };
    after = entries.at(-1)!.seq;
  }
}

/** Entries of some kinds, some at a time. */
async function* readEntriesOf(
  view: View,
  range: EntryRange,
  kinds: readonly string[],
): AsyncGenerator<ExportedEntry[]> {
  for (let after = range.from; ;) {
    const entries = await readEntries(view, { ...range, from: after }, kinds);
    if (entries.length === 0) return;
    yield entries;
    after = entries.at(-1)!.seq;
  }
}

/** The first of a range, no more than `MAX_ENTRIES` and `MAX_BYTES`, but at least one. */
async function readEntries(
  view: View,
  range: EntryRange,
  kinds: readonly string[] | null,
): Promise<ExportedEntry[]> {
  const positions = await readPositions(view, range, kinds);
  if (positions.length === 0) return [];
  const parameters = new Parameters();
  const chain = ofChain(view, range.organizationId, parameters);
  const rows = await view.sql.query<LineRow>(
    `select h.id, h.at, h.actor, h.principal, h.principal_hashed as "principalHashed", h.kind, h.organization_id as "organizationId",
       h.run_id as "runId", h.seq::int as seq, h.previous_hash as "previousHash", h.hash, h.data::text as text
     from history_entry h where ${chain} and h.seq = any (${parameters.add(positions)}::bigint[]) order by h.seq`,
    parameters.values,
  );
  return rows.map(exportedEntry);
}

/** Of which entries the data is read together: their sizes are read without it. */
async function readPositions(
  view: View,
  { organizationId, from, to }: EntryRange,
  kinds: readonly string[] | null,
): Promise<number[]> {
  const parameters = new Parameters();
  const chain = ofChain(view, organizationId, parameters);
  const ofKinds = kinds === null ? '' : `and h.kind = any (${parameters.add(kinds)}::text[])`;
  const found = await view.sql.query<{ seq: number; bytes: number }>(
    `select h.seq::int as seq, octet_length(h.data::text) as bytes from history_entry h
     where ${chain} and h.seq > ${from} and h.seq <= ${to} ${ofKinds} order by h.seq limit ${MAX_ENTRIES}`,
    parameters.values,
  );
  let bytes = 0;
  const isOver = ({ bytes: own }: { bytes: number }): boolean => (bytes += own) > MAX_BYTES;
  const over = found.findIndex(isOver);
  return found.slice(0, over < 0 ? undefined : Math.max(1, over)).map(({ seq }) => seq);
}

const MAX_RUNS = 5;

/** The runs of a snapshot in its order, some at a time. */
async function* readSnapshotRuns(
  view: View,
  runs: readonly SnapshotRun[],
): AsyncGenerator<StoredRun[]> {
  for (let from = 0; from < runs.length; from += MAX_RUNS) {
    const some = runs.slice(from, from + MAX_RUNS);
    const ended = some.flatMap((run) => ('run' in run ? [] : [run.id]));
    const found = ended.length > 0 ? await findRuns(view, ended) : [];
    yield some.flatMap((one) => ('run' in one ? [one] : found.filter(({ id }) => id === one.id)));
  }
}

/** Evidence of an approval, in its canonical form. */
export interface KeptEvidence {
  hash: string;
  evidence: string;
}

const MAX_EVIDENCE = 20;

/** All that was approved, some at a time. */
async function* readKeptEvidence(
  view: View,
  organizationId: string,
): AsyncGenerator<KeptEvidence[]> {
  for (let after = ''; ;) {
    const parameters = new Parameters();
    const rows = await view.sql.query<KeptEvidence>(
      `select e.hash, e.evidence from approval_evidence e
       where e.organization_id = ${parameters.add(organizationId)}::uuid and ${view.visibility.condition(parameters, 'e')} and e.hash > ${parameters.add(after)}
       order by e.hash limit ${MAX_EVIDENCE}`,
      parameters.values,
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.hash;
  }
}

/** What a viewer reads of evidence. */
export const evidenceReads = {
  checkpoints: readCheckpoints,
  historyLines: readHistoryLines,
  entriesOf: readEntriesOf,
  snapshotRuns: readSnapshotRuns,
  keptEvidence: readKeptEvidence,
};
