/** Finds the hand-off of a request by the SHA-256 of its token. */
import type { Database, Query } from '../database/database.ts';
import type { HandOffAccess, HandOffClosing } from './accessRecords.ts';
import { hasChecksum, tokenHash } from './apiToken.ts';
import { handOffActor } from './handOffs.ts';
import { recordUse } from './recordUse.ts';

const SHAPE = /^kwh_[0-9A-Za-z]{46}$/;
/** Visits within this time count once: the page asks again and again while something is checked. */
const ONE_VISIT_MILLISECONDS = 60_000;

/** What closes it, besides its expiry. */
interface Closing {
  /** Null: neither revoked, nor its maker removed. */
  revokedAt: Date | null;
  isCompleted: boolean;
  isCancelled: boolean;
}

interface Row extends Omit<HandOffAccess, 'actor' | 'expiresAt' | 'closed'>, Closing {
  actor: string;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

const FIND: Query = {
  name: 'authenticate_hand_off',
  text: `
    select h.id, h.partner_id as "partnerId", p.name as "partnerName", h.organization_id as "organizationId", o.name as "organizationName",
      h.run_id as "runId", h.actor, h.note, h.expires_at as "expiresAt", h.last_used_at as "lastUsedAt",
      coalesce(h.revoked_at, m.removed_at) as "revokedAt", r.status = 'COMPLETED' as "isCompleted",
      r.status = 'CANCELLED' or o.archived_at is not null as "isCancelled"
    from hand_off h join partner p on p.id = h.partner_id join organization o on o.id = h.organization_id join run r on r.id = h.run_id
      left join member m on m.id = h.member_id
    where h.sha256 = $1`,
};

/** Whoever has a link that was revoked or expired does not learn what happened to the run since. */
function closingOf(
  { revokedAt, expiresAt, isCompleted, isCancelled }: Pick<Row, keyof Closing | 'expiresAt'>,
  now: Date,
): HandOffClosing | null {
  if (revokedAt) return { reason: 'REVOKED', at: revokedAt.toISOString() };
  if (expiresAt <= now) return { reason: 'EXPIRED', at: expiresAt.toISOString() };
  if (isCompleted) return { reason: 'COMPLETED', at: null };
  return isCancelled ? { reason: 'CANCELLED', at: null } : null;
}

/** Null: there is none. One that is closed is found, so that its page can say so. */
export async function authenticateHandOff(
  database: Database,
  token: string,
  now: Date,
): Promise<HandOffAccess | null> {
  if (!SHAPE.test(token) || !hasChecksum(token)) return null;
  const [row] = await database.read<Row>(FIND, [tokenHash(token)]);
  if (!row) return null;
  const { lastUsedAt, revokedAt, isCompleted, isCancelled, ...access } = row;
  const { expiresAt } = access;
  const closed = closingOf({ revokedAt, expiresAt, isCompleted, isCancelled }, now);
  const isVisit = !lastUsedAt || now.getTime() - lastUsedAt.getTime() > ONE_VISIT_MILLISECONDS;
  if (isVisit && !closed)
    await recordUse(
      database.read(
        `update hand_off set last_used_at = greatest(last_used_at, $2), uses = uses + 1
         where id = $1 and last_used_at is not distinct from $3`,
        [row.id, now, lastUsedAt],
      ),
    );
  return {
    ...access,
    closed,
    actor: handOffActor(row.actor),
    expiresAt: row.expiresAt.toISOString(),
  };
}
