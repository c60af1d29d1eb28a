/** What an owner reviews after a backup was restored: rights that were taken since are back. */
import { randomUUID } from 'node:crypto';
import { SYSTEM, type Instant } from '@keyway/core';
import { UnknownCommit, type Database, type Query } from '../database/database.ts';
import { withRetry } from '../database/retry.ts';
import { writeHistory } from '../history/appendHistory.ts';

export interface RestoredReview {
  /** Of the last era; null where none began. */
  lostSince: Instant | null;
  tokens: number;
  members: number;
  handOffs: number;
  invitations: number;
}

/** Something that counts again, or still: who may do what, and since when. */
export interface RestoredRight {
  partner: string;
  kind: 'TOKEN' | 'MEMBER' | 'HAND_OFF' | 'INVITATION' | 'APPROVAL';
  name: string;
  /** The role, or for what it is. */
  of: string;
  since: Instant;
}

const VALID = 'revoked_at is null and (expires_at is null or expires_at > clock_timestamp())';
const OPEN_INVITATION = `accepted_at is null and ${VALID}`;

/** Each right with its partner, those that were given last first. */
const RIGHTS: Query = {
  name: 'restored_rights',
  text: `select p.name as partner, r.kind, r.name, r."of", r.since from (
      select partner_id, 'TOKEN' as kind, name || ' (' || prefix || '…)' as name, role as "of", created_at as since from api_token where ${VALID}
      union all select g.partner_id, 'MEMBER', m.name || coalesce(' <' || m.email || '>', ''), string_agg(distinct g.role, ', ' order by g.role), m.created_at
        from member_grant g join member m on m.id = g.member_id where m.removed_at is null group by g.partner_id, m.id
      union all select h.partner_id, 'HAND_OFF', h.created_by, o.name || ', ' || h.actor, h.created_at
        from hand_off h join organization o on o.id = h.organization_id where h.revoked_at is null and h.expires_at > clock_timestamp()
      union all select partner_id, 'INVITATION', email, invited_by, invited_at from invitation where ${OPEN_INVITATION}
      union all select s.partner_id, 'APPROVAL', o.name, s.track, s.since from run_step s join organization o on o.id = s.organization_id
        where s.step = 'APPROVAL' and s.status = 'DONE' and not s.cancelled and not exists (
          select from run_step n where n.run_id = s.run_id and n.track = s.track and n.step in ('SUBMISSION', 'TICKET') and n.status = 'DONE')) r
    join partner p on p.id = r.partner_id order by p.name, r.kind, r.since desc`,
};

export async function listRestored(database: Database): Promise<RestoredRight[]> {
  const rows = await database.read<Omit<RestoredRight, 'since'> & { since: Date }>(RIGHTS);
  return rows.map(({ since, ...right }) => ({ ...right, since: since.toISOString() }));
}

export async function reviewRestored(database: Database): Promise<RestoredReview> {
  const [found] = await database.read<
    Omit<RestoredReview, 'lostSince'> & { lostSince: Date | null }
  >(
    `select (select lost_since from database_era order by number desc limit 1) as "lostSince",
       (select count(*)::int from api_token where ${VALID}) as tokens,
       (select count(*)::int from hand_off where ${VALID}) as "handOffs",
       (select count(*)::int from invitation where ${OPEN_INVITATION}) as invitations,
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
