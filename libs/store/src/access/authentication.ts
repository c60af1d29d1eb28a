/**
 * Who a token or a cookie stands for. Both are looked up by SHA-256, so nothing of them is compared
 * byte by byte or kept.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@keyway/core';
import { hasChecksum, looksLikeToken, tokenHash } from './apiToken.ts';
import type { BootstrapTokens } from './bootstrapTokens.ts';
import type { Database, Query } from '../database/database.ts';
import type { Authenticated } from './accessRecords.ts';

const ALL_SCOPES = ['read', 'runs:write', 'approve', 'admin'];
/** `last_used_at` is for people; writing it on every request would cost a commit each. */
const LAST_USED_RESOLUTION_MILLISECONDS = 60_000;

const FIND_TOKEN: Query = {
  name: 'authenticate_token',
  text: `
    select t.id, t.kind, t.partner_id, p.name as partner_name, t.principal, t.name, t.role, t.scopes, t.every_organization, t.organization_ids,
      t.expires_at, t.last_used_at, m.role as maker_role, m.email as maker_email, m.every_organization as maker_every, m.organization_ids as maker_ids
    from api_token t join partner p on p.id = t.partner_id left join member m on m.id = t.member_id
    where t.sha256 = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2) and m.removed_at is null`,
};
const FIND_SESSION: Query = {
  name: 'authenticate_session',
  text: `
    select m.id, m.partner_id, p.name as partner_name, m.name, m.email, m.role, m.every_organization, m.organization_ids, s.expires_at,
      s.idle_seconds, s.ends_at
    from session s join member m on m.id = s.member_id join partner p on p.id = m.partner_id
    where s.sha256 = $1 and s.expires_at > $2 and m.removed_at is null`,
};

interface PersonRow {
  id: string;
  partner_id: string;
  partner_name: string;
  name: string;
  role: Role;
  every_organization: boolean;
  organization_ids: string[];
  expires_at: Date | null;
}
interface TokenRow extends PersonRow {
  kind: 'BOOTSTRAP' | 'MADE';
  principal: string;
  scopes: string[];
  last_used_at: Date | null;
  maker_role: Role | null;
  maker_email: string | null;
  maker_every: boolean | null;
  maker_ids: string[] | null;
}

interface SessionRow extends PersonRow {
  email: string | null;
  idle_seconds: number;
  ends_at: Date;
}

const both = (a: string[] | null, b: string[] | null): string[] | null =>
  a && b ? a.filter((id) => b.includes(id)) : (a ?? b);

/**
 * Texts that can be no token are refused without asking the database for them: those with a wrong
 * checksum, unless one was configured as they are.
 */
export async function authenticateToken(
  database: Database,
  bootstrapTokens: BootstrapTokens,
  token: string,
  now: Date,
): Promise<Authenticated | null> {
  if (!looksLikeToken(token)) return null;
  if (!hasChecksum(token) && !(await bootstrapTokens.has(token))) return null;
  const [row] = await database.read<TokenRow>(FIND_TOKEN, [tokenHash(token), now]);
  if (!row) return null;
  if (
    !row.last_used_at ||
    now.getTime() - row.last_used_at.getTime() > LAST_USED_RESOLUTION_MILLISECONDS
  ) {
    await database.read('update api_token set last_used_at = $2 where id = $1', [row.id, now]);
  }
  const own = row.every_organization ? null : row.organization_ids;
  return {
    kind: row.kind === 'BOOTSTRAP' ? 'BOOTSTRAP' : 'TOKEN',
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    principal: row.principal,
    name: row.name,
    email: row.maker_email,
    role: row.role,
    makerRole: row.maker_role,
    scopes: row.scopes,
    organizationIds: both(own, row.maker_every === false ? row.maker_ids : null),
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}

export const newSessionToken = (): string => randomBytes(32).toString('base64url');
export const sessionHash = (cookieToken: string): Buffer =>
  createHash('sha256').update(cookieToken).digest();

/**
 * Moves the end of an idle session, at most once in a tenth of its idle time: not every request is
 * worth a commit.
 */
async function extend(
  database: Database,
  session: SessionRow,
  now: Date,
  hash: Buffer,
): Promise<void> {
  const wanted = Math.min(now.getTime() + session.idle_seconds * 1000, session.ends_at.getTime());
  const gained = wanted - (session.expires_at?.getTime() ?? 0);
  if (gained <= Math.min(LAST_USED_RESOLUTION_MILLISECONDS, session.idle_seconds * 100)) return;
  await database.read(
    'update session set expires_at = greatest(expires_at, $2) where sha256 = $1',
    [hash, new Date(wanted)],
  );
}

/** `keepAlive`: this is a use of the session, from which its idle time counts anew. */
export async function authenticateSession(
  database: Database,
  cookieToken: string,
  now: Date,
  keepAlive: boolean,
): Promise<Authenticated | null> {
  const hash = sessionHash(cookieToken);
  const [row] = await database.read<SessionRow>(FIND_SESSION, [hash, now]);
  if (!row) return null;
  if (keepAlive) await extend(database, row, now, hash);
  return {
    kind: 'MEMBER',
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    principal: `member:${row.id}`,
    name: row.name,
    email: row.email,
    role: row.role,
    makerRole: null,
    scopes: [...ALL_SCOPES],
    organizationIds: row.every_organization ? null : row.organization_ids,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
