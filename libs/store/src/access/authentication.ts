/** Finds the member or token of a request. Tokens and cookies are looked up by their SHA-256. */
import { hash, randomBytes } from 'node:crypto';
import { hasChecksum, isTokenShaped, tokenHash } from './apiToken.ts';
import type { BootstrapTokens } from './bootstrapTokens.ts';
import type { Database, Query } from '../database/database.ts';
import { columns, type RowOf } from '../database/columns.ts';
import type { ApiToken, Member, Session } from '../generated/client.ts';
import type { Authenticated } from './accessRecords.ts';
import { roleOf } from './members.ts';

const ALL_SCOPES = ['read', 'runs:write', 'approve', 'admin'];
/** `last_used_at` is for people; writing it on every request would cost a commit each. */
const LAST_USED_RESOLUTION_MILLISECONDS = 60_000;

const TOKEN_FIELDS = [
  'id',
  'kind',
  'partnerId',
  'principal',
  'name',
  'role',
  'scopes',
  'everyOrganization',
  'organizationIds',
  'expiresAt',
  'lastUsedAt',
] as const satisfies readonly (keyof ApiToken)[];
interface TokenRow extends RowOf<ApiToken, (typeof TOKEN_FIELDS)[number]> {
  partnerName: string;
  makerRole: string | null;
  makerEmail: string | null;
  makerEvery: boolean | null;
  makerIds: string[] | null;
}
const FIND_TOKEN: Query = {
  name: 'authenticate_token',
  text: `
    select ${columns('t', TOKEN_FIELDS)}, p.name as "partnerName", m.role as "makerRole",
      m.email as "makerEmail", m.every_organization as "makerEvery", m.organization_ids as "makerIds"
    from api_token t join partner p on p.id = t.partner_id left join member m on m.id = t.member_id
    where t.sha256 = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2)
      and m.removed_at is null`,
};

const MEMBER_FIELDS = [
  'id',
  'partnerId',
  'name',
  'email',
  'role',
  'everyOrganization',
  'organizationIds',
] as const satisfies readonly (keyof Member)[];
const SESSION_FIELDS = [
  'expiresAt',
  'idleSeconds',
  'endsAt',
] as const satisfies readonly (keyof Session)[];
interface SessionRow
  extends
    RowOf<Member, (typeof MEMBER_FIELDS)[number]>,
    RowOf<Session, (typeof SESSION_FIELDS)[number]> {
  partnerName: string;
}
const FIND_SESSION: Query = {
  name: 'authenticate_session',
  text: `
    select ${columns('m', MEMBER_FIELDS)}, ${columns('s', SESSION_FIELDS)}, p.name as "partnerName"
    from session s join member m on m.id = s.member_id join partner p on p.id = m.partner_id
    where s.sha256 = $1 and s.expires_at > $2 and m.removed_at is null`,
};

const both = (a: string[] | null, b: string[] | null): string[] | null =>
  a && b ? a.filter((id) => b.includes(id)) : (a ?? b);

/**
 * Texts that can't be a token are refused without a query: those with a wrong
 * checksum, unless one was configured as they are.
 */
export async function authenticateToken(
  database: Database,
  bootstrapTokens: BootstrapTokens,
  token: string,
  now: Date,
): Promise<Authenticated | null> {
  if (!isTokenShaped(token)) return null;
  if (!hasChecksum(token) && !(await bootstrapTokens.has(token))) return null;
  const [row] = await database.read<TokenRow>(FIND_TOKEN, [tokenHash(token), now]);
  if (!row) return null;
  if (
    !row.lastUsedAt ||
    now.getTime() - row.lastUsedAt.getTime() > LAST_USED_RESOLUTION_MILLISECONDS
  ) {
    await database.read('update api_token set last_used_at = $2 where id = $1', [row.id, now]);
  }
  const own = row.everyOrganization ? null : row.organizationIds;
  return {
    kind: row.kind === 'BOOTSTRAP' ? 'BOOTSTRAP' : 'TOKEN',
    id: row.id,
    partnerId: row.partnerId,
    partnerName: row.partnerName,
    principal: row.principal,
    name: row.name,
    email: row.makerEmail,
    role: roleOf(row.role),
    makerRole: row.makerRole === null ? null : roleOf(row.makerRole),
    scopes: row.scopes,
    organizationIds: both(own, row.makerEvery === false ? row.makerIds : null),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}

export const newSessionToken = (): string => randomBytes(32).toString('base64url');
export const sessionHash = (cookieToken: string): Buffer => hash('sha256', cookieToken, 'buffer');

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
  const wanted = Math.min(now.getTime() + session.idleSeconds * 1000, session.endsAt.getTime());
  const gained = wanted - (session.expiresAt?.getTime() ?? 0);
  if (gained <= Math.min(LAST_USED_RESOLUTION_MILLISECONDS, session.idleSeconds * 100)) return;
  await database.read(
    'update session set expires_at = greatest(expires_at, $2) where sha256 = $1',
    [hash, new Date(wanted)],
  );
}

/** `keepAlive`: this is a use of the session, so its idle time starts again. */
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
    partnerId: row.partnerId,
    partnerName: row.partnerName,
    principal: `member:${row.id}`,
    name: row.name,
    email: row.email,
    role: roleOf(row.role),
    makerRole: null,
    scopes: [...ALL_SCOPES],
    organizationIds: row.everyOrganization ? null : row.organizationIds,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
