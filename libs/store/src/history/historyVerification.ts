/**
 * Verifies a stored chain inside the database, which costs a fraction of reading it. `verifyChain`
 * decides about entries that don't match there.
 */
import { globalId } from '@keyway/core';
import { isUuid } from '../tenancy/visibility.ts';
import { GENESIS_HASH, verifyChain, type ChainPosition } from './historyChain.ts';
import { HISTORY_COLUMNS, historyRecord, type HistoryRow } from './historyList.ts';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import type { ChainVerification, HistoryRecord } from './historyRecord.ts';

const STRETCH = 50_000;
const STRETCHES_AT_A_TIME = 4;
/** How many entries are held here at a time. */
const BATCH = 2000;

/** A chain as a viewer sees it. */
interface Chain extends View {
  id: string;
}

/** A global id's text in SQL. No line of Base64 is long enough to be broken. */
const globalIdSql = (type: 'HistoryEntry' | 'Run', column: string): string =>
  `translate(rtrim(encode(('${type}:' || ${column})::bytea, 'base64'), '='), '+/', '-_')`;

/**
 * Whether entry `h` has its hash: `entryHash` in SQL, over the data as it is kept, which is its
 * canonical form. Entries from before it was kept so do not fit, and neither does anything that
 * differs by a byte.
 */
const hasItsHash = (organizationId: string, organization: string): string => `
  h.organization_id is not distinct from ${organizationId}::uuid and h.hash = encode(sha256(convert_to(concat(
    '{"actor":', to_json(h.actor), ',"at":"', to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","data":', h.data,
    ',"id":"', ${globalIdSql('HistoryEntry', 'h.id')}, '","kind":', to_json(h.kind), ',"organization":', ${organization}::text,
    ',"previous":', to_json(h.previous_hash), case when h.principal_hashed then ',"principal":' || to_json(h.principal) end, ',"run":', coalesce('"' || ${globalIdSql('Run', 'h.run_id')} || '"', 'null'), '}'), 'UTF8')), 'hex')`;

/**
 * Entries written meanwhile are left for the next time. The end is kept apart, so that a cut-off
 * end is found too.
 */
export async function verifyStoredChain(
  view: View,
  organizationId: string | null,
): Promise<ChainVerification> {
  const chainId = organizationId ?? view.visibility.scope.partnerId;
  const chain = { ...view, id: chainId };
  const head = isUuid(chainId) ? await chainHead(chain) : null;
  if (!head) return { ok: true, entries: 0, brokenAt: null };
  const broken = await firstBroken(chain, head.seq);
  if (broken)
    return { ok: false, entries: await countBefore(chain, broken.seq), brokenAt: broken.id };
  const [last] = await entries(chain, `h.seq <= ${head.seq}`, 'h.seq desc limit 1');
  const ok = head.seq === (last?.seq ?? 0) && head.hash === (last?.hash ?? GENESIS_HASH);
  return {
    ok,
    entries: await countBefore(chain, head.seq + 1),
    brokenAt: ok ? null : (last?.id ?? null),
  };
}

/** The earliest of all stretches; those that lie behind a broken one are not begun. */
async function firstBroken(chain: Chain, lastSeq: number): Promise<HistoryRecord | null> {
  let next = 1;
  const broken: HistoryRecord[] = [];
  const work = async (): Promise<void> => {
    while (next <= lastSeq && broken.length === 0) {
      const from = next;
      next += STRETCH;
      const found = await brokenInStretch(chain, from, Math.min(from + STRETCH - 1, lastSeq));
      if (found) broken.push(found);
    }
  };
  await Promise.all(Array.from({ length: STRETCHES_AT_A_TIME }, work));
  return broken.toSorted((a, b) => a.seq - b.seq)[0] ?? null;
}

async function brokenInStretch(
  chain: Chain,
  from: number,
  to: number,
): Promise<HistoryRecord | null> {
  for (let start = from; start <= to;) {
    const doubtful = await firstDoubtful(chain, start, to);
    if (!doubtful) return null;
    const { before, seq } = doubtful;
    const batch = await entries(
      chain,
      `h.seq >= ${seq} and h.seq <= ${to}`,
      `h.seq limit ${BATCH}`,
    );
    const verified = verifyChain(batch, before);
    if (!verified.ok) return batch.find(({ id }) => id === verified.brokenAt)!;
    start = batch.at(-1)!.seq + 1;
  }
  return null;
}

interface Doubtful {
  seq: number;
  before: ChainPosition;
}

/**
 * The first entry from `from` to `to` that does not have its hash, or does not follow the one
 * before it, and where that ended.
 */
async function firstDoubtful(
  { sql, visibility, id }: Chain,
  from: number,
  to: number,
): Promise<Doubtful | null> {
  const parameters = new Parameters();
  const where = [`h.chain_id = ${parameters.add(id)}::uuid`, visibility.condition(parameters, 'h')];
  const organizationId = id === visibility.scope.partnerId ? null : id;
  const organization =
    organizationId === null ? 'null' : `"${globalId('Organization', organizationId)}"`;
  const fits = hasItsHash(parameters.add(organizationId), parameters.add(organization));
  // The inner query leaves the data behind before rows are put beside each other; offset 0 keeps it
  // apart.
  const [row] = await sql.query<{
    seq: number;
    before_seq: number | null;
    before_hash: string | null;
  }>(
    `select seq::int as seq, before_seq::int as before_seq, before_hash from (
       select *, lag(seq) over (order by seq) as before_seq, lag(hash) over (order by seq) as before_hash from (
         select h.seq, h.hash, h.previous_hash, (${fits}) as fits from history_entry h
         where ${where.join(' and ')} and h.seq between ${from - 1} and ${to} order by h.seq offset 0) as entry) as linked
     where seq >= ${from} and not (fits and previous_hash = coalesce(before_hash, '${GENESIS_HASH}') and coalesce(before_seq, 0) = seq - 1)
     order by seq limit 1`,
    parameters.values,
  );
  if (!row) return null;
  const start = from === 1 ? { seq: 0, hash: GENESIS_HASH } : { seq: from - 1, hash: '' };
  const before = row.before_seq === null ? start : { seq: row.before_seq, hash: row.before_hash! };
  return { seq: row.seq, before };
}

async function chainHead({ sql, visibility, id }: Chain): Promise<ChainPosition | null> {
  const parameters = new Parameters();
  const which = `h.chain_id = ${parameters.add(id)}::uuid`;
  const [head] = await sql.query<ChainPosition>(
    `select h.seq::int as seq, h.hash from chain_head h where ${which} and ${visibility.condition(parameters, 'h')}`,
    parameters.values,
  );
  return head ?? null;
}

async function entries(
  { sql, visibility, id }: Chain,
  which: string,
  order: string,
): Promise<HistoryRecord[]> {
  const parameters = new Parameters();
  const where = `h.chain_id = ${parameters.add(id)}::uuid and ${visibility.condition(parameters, 'h')} and ${which}`;
  const rows = await sql.query<HistoryRow>(
    `select ${HISTORY_COLUMNS} from history_entry h where ${where} order by ${order}`,
    parameters.values,
  );
  return rows.map(historyRecord);
}

async function countBefore({ sql, visibility, id }: Chain, seq: number): Promise<number> {
  const parameters = new Parameters();
  const where = `h.chain_id = ${parameters.add(id)}::uuid and ${visibility.condition(parameters, 'h')} and h.seq < ${seq}`;
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::int as count from history_entry h where ${where}`,
    parameters.values,
  );
  return row?.count ?? 0;
}
