/** What an owner reviews after a backup was restored: rights that were taken since are back. */
import { randomUUID } from 'node:crypto';
import { SYSTEM, type Instant } from '@keyway/core';
import { UnknownCommit, type Database } from '../database/database.ts';
import { withRetry } from '../database/retry.ts';
import { writeHistory } from '../history/appendHistory.ts';

export interface RestoredReview {
  /** Of the last era; null where none began. */
  lostSince: Instant | null;
  tokens: number;
  members: number;
  handOffs: number;
}

const VALID = 'revoked_at is null and (expires_at is null or expires_at > clock_timestamp())';

export async function reviewRestored(database: Database): Promise<RestoredReview> {
  const [found] = await database.read<
    Omit<RestoredReview, 'lostSince'> & { lostSince: Date | null }
  >(
    `select (select lost_since from database_era order by number desc limit 1) as "lostSince",
       (select count(*)::int from api_token where ${VALID}) as tokens,
       (select count(*)::int from hand_off where ${VALID}) as "handOffs",
       (select count(distinct member_id)::int from member_grant) as members`,
  );
  return { ...found!, lostSince: found!.lostSince?.toISOString() ?? null };
}

/** Ends every valid API token; answers how many. */
export async function revokeAllTokens(database: Database): Promise<number> {
  const tokens = await database.read<{ id: string; partnerId: string }>(
    `select id, partner_id as "partnerId" from api_token where ${VALID} order by partner_id, id`,
  );
  let revoked = 0;
  for (const { id, partnerId } of tokens) {
    const occurrence = {
      ...{ id: randomUUID(), at: database.clock.now().toISOString(), actor: SYSTEM },
    };
    const revoke = (): Promise<boolean> =>
      database.transaction('system', async (transaction) => {
        const [row] = await transaction.query<{ name: string; prefix: string }>(
          'update api_token set revoked_at = clock_timestamp() where id = $1 and revoked_at is null returning name, prefix',
          [id],
        );
        if (!row) return false;
        const owner = { partnerId, organizationId: null };
        const data = { tokenId: id, ...row };
        await writeHistory(transaction, owner, 'apiTokenRevoked', data, occurrence);
        return true;
      });
    if (await withRetry(revoke, (error) => error instanceof UnknownCommit)) revoked += 1;
  }
  return revoked;
}
