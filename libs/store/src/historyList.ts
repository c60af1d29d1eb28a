/** History as it is read and verified. */
import type { Sql } from './database.ts';
import { GENESIS_HASH, verifyChain, type ChainPosition } from './historyChain.ts';
import { decodeCursor, isGiven, pageOf } from './page.ts';
import { isUuid, Parameters, type Visibility } from './partnerScope.ts';
import type { ChainVerification, HistoryFilter, HistoryRecord, Page, PageRequest } from './store.ts';

interface HistoryRow {
  id: string;
  position: string;
  at: Date;
  actor: string;
  principal: string | null;
  kind: string;
  organization_id: string | null;
  run_id: string | null;
  data: unknown;
  seq: string;
  previous_hash: string;
  hash: string;
}

const COLUMNS = 'h.id, h.position, h.at, h.actor, h.principal, h.kind, h.organization_id, h.run_id, h.data, h.seq, h.previous_hash, h.hash';
/** How many entries a verification holds at a time. */
const VERIFY_BATCH = 2000;

const historyRecord = (row: HistoryRow): HistoryRecord => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: row.actor,
  principal: row.principal,
  kind: row.kind,
  organizationId: row.organization_id,
  runId: row.run_id,
  data: row.data,
  seq: Number(row.seq),
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** Entries of the partner itself are for viewers of every organization. */
function visible(parameters: Parameters, visibility: Visibility): string {
  return visibility.condition(parameters, 'h');
}

export async function listHistory(
  sql: Sql,
  visibility: Visibility,
  { first, after }: PageRequest,
  filter: HistoryFilter,
): Promise<Page<HistoryRecord>> {
  const parameters = new Parameters();
  const where = [visible(parameters, visibility)];
  const ids = [filter.organizationId, filter.runId].filter((id) => id !== null && id !== undefined);
  if (!ids.every(isUuid)) return { edges: [], hasNextPage: false, hasPreviousPage: false };
  if (filter.organizationId) where.push(`h.organization_id = ${parameters.add(filter.organizationId)}::uuid`);
  if (filter.runId) where.push(`h.run_id = ${parameters.add(filter.runId)}::uuid`);
  if (filter.kind) where.push(`h.kind = any (${parameters.add(filter.kind)}::text[])`);
  if (filter.since) where.push(`h.at >= ${parameters.add(filter.since)}::timestamptz`);
  if (filter.until) where.push(`h.at < ${parameters.add(filter.until)}::timestamptz`);
  if (isGiven(after)) {
    const [at, position] = decodeCursor('history', after);
    where.push(`(h.at, h.position) < (${parameters.add(at)}::timestamptz, ${parameters.add(position)}::bigint)`);
  }
  const rows = await sql.query<HistoryRow>(
    `select ${COLUMNS} from history_entry h where ${where.join(' and ')} order by h.at desc, h.position desc limit ${parameters.add(first + 1)}`,
    parameters.values,
  );
  return pageOf('history', rows, { first, after }, (row) => ({ key: [row.at.toISOString(), row.position], node: historyRecord(row) }));
}

export async function findHistoryEntry(sql: Sql, visibility: Visibility, id: string): Promise<HistoryRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const which = `h.id = ${parameters.add(id)}::uuid`;
  const [row] = await sql.query<HistoryRow>(
    `select ${COLUMNS} from history_entry h where ${which} and ${visible(parameters, visibility)}`,
    parameters.values,
  );
  return row ? historyRecord(row) : null;
}

/**
 * Recomputes a chain batch by batch, the next being read while one is judged, and compares its end with the one that is kept apart, so that a
 * cut-off end is found too. Entries written meanwhile are left for the next time.
 */
export async function verifyStoredChain(sql: Sql, visibility: Visibility, chainId: string): Promise<ChainVerification> {
  const head = isUuid(chainId) ? await chainHead(sql, visibility, chainId) : null;
  if (!head) return { ok: true, entries: 0, brokenAt: null };
  let position: ChainPosition = { seq: 0, hash: GENESIS_HASH };
  let last: string | null = null;
  let coming = chainBatch(sql, visibility, chainId, 0, head.seq);
  while (position.seq < head.seq) {
    const batch = await coming;
    const end = batch.at(-1);
    if (!end) break;
    coming = chainBatch(sql, visibility, chainId, end.seq, head.seq);
    coming.catch(() => undefined);
    const verified = verifyChain(batch, position);
    if (!verified.ok) return { ...verified, entries: position.seq + verified.entries };
    position = { seq: end.seq, hash: end.hash };
    last = end.id;
  }
  const ok = position.seq === head.seq && position.hash === head.hash;
  return { ok, entries: position.seq, brokenAt: ok ? null : last };
}

async function chainHead(sql: Sql, visibility: Visibility, chainId: string): Promise<ChainPosition | null> {
  const parameters = new Parameters();
  const which = `h.chain_id = ${parameters.add(chainId)}::uuid`;
  const [head] = await sql.query<ChainPosition>(
    `select h.seq::int as seq, h.hash from chain_head h where ${which} and ${visible(parameters, visibility)}`,
    parameters.values,
  );
  return head ?? null;
}

async function chainBatch(sql: Sql, visibility: Visibility, chainId: string, afterSeq: number, lastSeq: number): Promise<HistoryRecord[]> {
  if (afterSeq >= lastSeq) return [];
  const parameters = new Parameters();
  const [chain, after, last] = [chainId, afterSeq, lastSeq].map((value) => parameters.add(value));
  const rows = await sql.query<HistoryRow>(
    `select ${COLUMNS} from history_entry h
     where h.chain_id = ${chain}::uuid and h.seq > ${after} and h.seq <= ${last} and ${visible(parameters, visibility)}
     order by h.seq limit ${VERIFY_BATCH}`,
    parameters.values,
  );
  return rows.map(historyRecord);
}
