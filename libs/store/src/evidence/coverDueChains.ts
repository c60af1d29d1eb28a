/** Signs the ends of all chains regularly, whether they have grown or not. */
import type { Database, Query, Transaction } from '../database/database.ts';
import type { EvidenceSigner } from './evidenceKeys.ts';
import {
  CHAIN_CHECKPOINTS,
  CHAIN_COLUMNS,
  nextOf,
  valuesOf,
  writeCheckpoints,
  type ChainRow,
  type WrittenCheckpoint,
} from './writeCheckpoints.ts';

/** How long a chain may go without a checkpoint. */
export interface CheckpointAges {
  /** Where it has grown since. */
  grownSeconds: number;
  /** Where it is the same: then the last one is renewed. */
  unchangedSeconds: number;
}

/** A pass over some chains: what was written, and where the next pass begins. */
export interface CheckpointPass {
  written: number;
  /** Null: it was the last pass. */
  next: string | null;
}

/** Of the chains up to an ID, those that are due. */
const FIND_DUE: Query = {
  name: 'checkpoint_due',
  text: `select ${CHAIN_COLUMNS}
    from (select * from chain_head where chain_id > $1 order by chain_id limit $2) h ${CHAIN_CHECKPOINTS}
    where h.seq > 0 and (c.at is null
      or (h.seq > c.seq and c.at < clock_timestamp() - make_interval(secs => $3))
      or (h.seq = c.seq and greatest(c.at, r.at) < clock_timestamp() - make_interval(secs => $4)))`,
};
/** The last of so many chains; none where there are fewer. */
const LAST_OF: Query = {
  name: 'checkpoint_last_of',
  text: 'select chain_id as id from chain_head where chain_id > $1 order by chain_id offset $2 - 1 limit 1',
};
/** Replaces the renewal that was read, unless somebody else has replaced it. */
const RENEW: Query = {
  name: 'checkpoint_renew',
  text: `with given as (
      select * from json_to_recordset($1::json) as c(chain_id uuid, number bigint, partner_id uuid, organization_id uuid, seq bigint, at timestamptz, jws text,
        replaces timestamptz)
    ), written as (
      insert into checkpoint_renewal as r (chain_id, number, partner_id, organization_id, seq, at, jws)
      select chain_id, number, partner_id, organization_id, seq, at, jws from given order by chain_id
      on conflict (chain_id) do update set number = excluded.number, seq = excluded.seq, at = excluded.at, jws = excluded.jws
        where r.at = (select g.replaces from given g where g.chain_id = r.chain_id) returning 1
    ) select count(*)::int as count from written`,
};

const CHAINS_A_PASS = 5000;
const WRITTEN_AT_ONCE = 200;

async function writeBoth(
  transaction: Transaction,
  grown: readonly WrittenCheckpoint[],
  renewed: readonly object[],
): Promise<number> {
  const { length } = await writeCheckpoints(transaction, grown);
  if (renewed.length === 0) return length;
  const [row] = await transaction.query<{ count: number }>(RENEW, [JSON.stringify(renewed)]);
  return length + row!.count;
}

/** Writes the checkpoints that are due, of the chains whose IDs follow `after`. Takes no locks. */
export async function coverDueChains(
  database: Pick<Database, 'clock' | 'readTogether' | 'transaction'>,
  signer: EvidenceSigner,
  after: string,
  { grownSeconds, unchangedSeconds }: CheckpointAges,
): Promise<CheckpointPass> {
  const now = database.clock.now();
  const [due, [last]] = await database.readTogether<[ChainRow[], { id: string }[]]>([
    { query: FIND_DUE, values: [after, CHAINS_A_PASS, grownSeconds, unchangedSeconds] },
    { query: LAST_OF, values: [after, CHAINS_A_PASS] },
  ]);
  let written = 0;
  for (let from = 0; from < due.length; from += WRITTEN_AT_ONCE) {
    const grown: WrittenCheckpoint[] = [];
    const renewed: object[] = [];
    for (const row of due.slice(from, from + WRITTEN_AT_ONCE)) {
      // One that was changed has no checkpoint any more; verification says so.
      const next = nextOf(row, signer, now);
      if (next && row.seq === row.covered)
        renewed.push({ ...valuesOf(next), replaces: row.renewedAt });
      else if (next) grown.push(next);
    }
    written += await database.transaction('system', (transaction) =>
      writeBoth(transaction, grown, renewed),
    );
  }
  return { written, next: last?.id ?? null };
}
