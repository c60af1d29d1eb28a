/** Finds the member or token of a request. Tokens and cookies are looked up by their SHA-256. */
import { ofPartner } from '../database/ofPartner.ts';
import { recordUse } from './recordUse.ts';
import { hash, randomBytes } from 'node:crypto';
import { visibleOrganizations, type Rights } from '@keyway/core';
import { hasChecksum, isTokenShaped, tokenHash } from './apiToken.ts';
import type { BootstrapTokens } from './bootstrapTokens.ts';
import type { Database, Query } from '../database/database.ts';
import { columns, type RowOf } from '../database/columns.ts';
import type { ApiToken, Member, Session } from '../generated/client.ts';
import type { Authenticated } from './accessRecords.ts';
import { grantsOf, parseGrants } from './grantRows.ts';
import { principalOf } from './principals.ts';
import { roleOf } from './roles.ts';

/** A member has all of them. */
export const ALL_SCOPES = ['read', 'runs:write', 'approve', 'admin'];
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
  'clientId',
] as const satisfies readonly (keyof ApiToken)[];
/** What decides what a token may do. */
export interface TokenRights extends RowOf<
  ApiToken,
  'role' | 'everyOrganization' | 'organizationIds'
> {
  memberId: string | null;
  makerGrants: unknown;
}
interface TokenRow extends RowOf<ApiToken, (typeof TOKEN_FIELDS)[number]>, TokenRights {
  partnerName: string;
  makerName: string | null;
  makerEmail: string | null;
}
const FIND_TOKEN: Query = {
  name: 'authenticate_token',
  text: `
    select ${columns('t', TOKEN_FIELDS)}, p.name as "partnerName", m.id as "memberId",
      m.name as "makerName", m.email as "makerEmail",
      case when m.id is not null then ${grantsOf('m', '$2')} end as "makerGrants"
    from api_token t join partner p on p.id = t.partner_id left join member m on m.id = t.member_id and m.partner_id = t.partner_id
    where t.sha256 = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2)
      and m.removed_at is null`,
};

const MEMBER_FIELDS = [
  'id',
  'partnerId',
  'name',
  'email',
] as const satisfies readonly (keyof Member)[];
const SESSION_FIELDS = [
  'expiresAt',
  'idleSeconds',
  'endsAt',
  'provider',
  'authenticatedAt',
  'acr',
] as const satisfies readonly (keyof Session)[];
interface SessionRow
  extends
    RowOf<Member, (typeof MEMBER_FIELDS)[number]>,
    RowOf<Session, (typeof SESSION_FIELDS)[number]> {
  partnerName: string;
  sessionId: string;
  grants: unknown;
}
const FIND_SESSION: Query = {
  name: 'authenticate_session',
  text: `
    select ${columns('m', MEMBER_FIELDS)}, ${columns('s', SESSION_FIELDS)}, s.id as "sessionId", p.name as "partnerName", ${grantsOf('m', '$2')} as grants
    from session s join member m on m.id = s.member_id and m.partner_id = s.partner_id join partner p on p.id = m.partner_id
    where s.sha256 = $1 and s.expires_at > $2 and m.removed_at is null`,
};

const USED: Query = {
  name: 'token_used',
  text: `update api_token set last_used_at = $2 where id = $1 and ${ofPartner('partner_id', '$3')}`,
};

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
    await recordUse(database.read(USED, [row.id, now, row.partnerId]));
  }
  const rights = rightsOfToken(row);
  // Whoever is not admitted any more has no tokens either.
  if (rights.makerGrants?.length === 0) return null;
  return {
    kind: row.kind === 'BOOTSTRAP' ? 'BOOTSTRAP' : 'TOKEN',
    id: row.id,
    partnerId: row.partnerId,
    partnerName: row.partnerName,
    principal: row.principal,
    memberId: row.memberId,
    // Who signed in with a program acts themselves; other tokens are programs with names of theirs.
    name: row.clientId === null ? row.name : (row.makerName ?? row.name),
    email: row.makerEmail,
    scopes: row.scopes,
    ...rights,
    organizationIds: visibleOrganizations(rights),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    session: null,
  };
}

/** Its own role, for each organization that it is limited to, and at most its maker's. */
export function rightsOfToken({
  role,
  everyOrganization,
  organizationIds,
  ...row
}: TokenRights): Rights {
  const scopes = everyOrganization ? [null] : organizationIds;
  return {
    grants: scopes.map((organizationId) => ({ role: roleOf(role), organizationId })),
    makerGrants: row.memberId === null ? null : parseGrants(row.makerGrants),
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
  await recordUse(
    database.read(
      `with used as (update session set expires_at = greatest(expires_at, $2), last_used_at = $3 where sha256 = $1 returning member_id)
       update member m set last_seen_at = $3 from used where m.id = used.member_id`,
      [hash, new Date(wanted), now],
    ),
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
  const grants = parseGrants(row.grants);
  if (grants.length === 0) return null;
  if (keepAlive) await extend(database, row, now, hash);
  const rights: Rights = { grants, makerGrants: null };
  return {
    kind: 'MEMBER',
    id: row.id,
    partnerId: row.partnerId,
    partnerName: row.partnerName,
    principal: principalOf(row.id),
    memberId: row.id,
    name: row.name,
    email: row.email,
    scopes: [...ALL_SCOPES],
    ...rights,
    organizationIds: visibleOrganizations(rights),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    session: {
      id: row.sessionId,
      provider: row.provider,
      authenticatedAt: row.authenticatedAt?.toISOString() ?? null,
      acr: row.acr,
    },
  };
}

/** Whether an owner removed the member since, and nobody admitted them again. */
export async function isMemberRemoved(database: Database, memberId: string): Promise<boolean> {
  const [row] = await database.read('select from member where id = $1 and removed_at is not null', [
    memberId,
  ]);
  return row !== undefined;
}
