/** Writes to history that the database lost time, so that what is missing there is explained. */
import { SYSTEM } from '@keyway/core';
import type { Database, Query } from '../database/database.ts';
import { UnknownCommit } from '../database/database.ts';
import { isUniqueViolation, withRetry } from '../database/retry.ts';
import { writeHistory } from '../history/appendHistory.ts';
import { uuidOf } from '../uuidOf.ts';

const CHAINS_A_PASS = 100;

/** The oldest era that is not announced everywhere. */
const PENDING: Query = {
  name: 'era_pending',
  text: `select number, id, cause, began_at as "beganAt", lost_since as "lostSince", announced_after as "after"
    from database_era where announced_after is not null order by number limit 1`,
};
/** A failover is announced to each partner, a backup in every chain. */
const CHAINS: Query = {
  name: 'era_chains',
  text: `select chain_id as "chainId", partner_id as "partnerId", organization_id as "organizationId" from chain_head
    where chain_id > $1::uuid and ($2::boolean or organization_id is null) order by chain_id limit ${CHAINS_A_PASS}`,
};
const ADVANCE: Query = {
  name: 'era_announced',
  text: `update database_era set announced_after = $2::uuid where number = $1`,
};

interface Pending {
  number: number;
  id: string;
  cause: 'FAILED_OVER' | 'RESTORED';
  beganAt: Date;
  lostSince: Date | null;
  after: string;
}
interface Chain {
  chainId: string;
  partnerId: string;
  organizationId: string | null;
}

/** The same for all who announce it at once, so that each chain has one. */
const entryId = (eraId: string, chainId: string): string => uuidOf(['era', eraId, chainId]);

/** Answers how many chains it wrote to or passed; 0 where nothing is left. */
export async function announceEra(database: Database): Promise<number> {
  const [era] = await database.read<Pending>(PENDING);
  if (!era) return 0;
  const chains = await database.read<Chain>(CHAINS, [era.after, era.cause === 'RESTORED']);
  for (const chain of chains) await announceTo(database, era, chain);
  const last = chains.length < CHAINS_A_PASS ? null : chains.at(-1)!.chainId;
  await database.read(ADVANCE, [era.number, last]);
  return Math.max(1, chains.length);
}

async function announceTo(
  database: Database,
  { id, cause, beganAt, lostSince }: Pending,
  { chainId, partnerId, organizationId }: Chain,
): Promise<void> {
  const kind = cause === 'RESTORED' ? 'databaseRestored' : 'databaseFailedOver';
  const data = { lostSince: lostSince?.toISOString() ?? null, foundAt: beganAt.toISOString() };
  const occurrence = {
    id: entryId(id, chainId),
    at: database.clock.now().toISOString(),
    actor: SYSTEM,
  };
  const write = (): Promise<string> =>
    database.transaction('system', (transaction) =>
      writeHistory(transaction, { partnerId, organizationId }, kind, data, occurrence),
    );
  try {
    await withRetry(write, (error) => error instanceof UnknownCommit);
  } catch (error) {
    // Another worker wrote it, or this one did and its answer was lost.
    if (!isUniqueViolation(error, 'history_entry_pkey')) throw error;
  }
}
