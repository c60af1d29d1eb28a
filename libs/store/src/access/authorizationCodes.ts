/** Codes of programs that sign in by the browser, each exchanged once for a token of the member. */
import { hash, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  includesRole,
  ROLES,
  SCOPES,
  scopesOfRole,
  SYSTEM,
  type Grant,
  type Role,
} from '@keyway/core';
import { columns, type RowOf } from '../database/columns.ts';
import type { Database, Transaction } from '../database/database.ts';
import { insertRow } from '../database/insertRow.ts';
import type { ApiToken, Member, OauthCode } from '../generated/client.ts';
import { lockChain } from '../history/appendHistory.ts';
import { Visibility } from '../tenancy/visibility.ts';
import type { ApiTokenRecord, NewAuthorization, PresentedCode } from './accessRecords.ts';
import { hasChecksum, newToken, tokenHash } from './apiToken.ts';
import { createApiToken, endApiToken } from './apiTokens.ts';
import { principalOf } from './principals.ts';
import { rightsNow, type RightsNow } from './rightsNow.ts';

/** Time enough for the browser to call the program, and for the program to call back. */
const CODE_SECONDS = 60;
const PREFIX = 'kwc_';

/** The scopes that somebody with these grants can use anywhere. */
export function usableScopes(grants: readonly Grant[]): string[] {
  const usable = new Set(grants.flatMap(({ role }) => scopesOfRole(role)));
  return SCOPES.filter((scope) => usable.has(scope));
}

/** The least role that includes all of somebody's: what they may do where bounds the token too. */
export function coveringRole(grants: readonly Grant[]): Role {
  const covering = ROLES.filter((role) => grants.every((grant) => includesRole(role, grant.role)));
  return covering.reduce((least, role) => (includesRole(least, role) ? role : least));
}

/** Returns the code once; only its SHA-256 is kept. */
export async function createAuthorizationCode(
  database: Database,
  { challenge, scopes, ...given }: NewAuthorization,
  createdAt: Date,
): Promise<string> {
  const code = newToken(PREFIX);
  await database.transaction('system', async (transaction) => {
    const { query, values } = insertRow<OauthCode>('oauth_code', {
      ...given,
      sha256: new Uint8Array(tokenHash(code)),
      challenge: new Uint8Array(challenge),
      scopes: [...scopes],
      createdAt,
      expiresAt: new Date(createdAt.getTime() + CODE_SECONDS * 1000),
    });
    await transaction.finish(query, values);
  });
  return code;
}

const FIELDS = [
  'partnerId',
  'memberId',
  'sessionId',
  'clientId',
  'redirectUri',
  'challenge',
  'scopes',
  'tokenName',
  'tokenSeconds',
  'expiresAt',
] as const satisfies readonly (keyof OauthCode)[];
type CodeRow = RowOf<OauthCode, (typeof FIELDS)[number]>;

/** Why a code gives no token. `replayed`: what it was exchanged for was revoked. */
export type CodeRefusal = 'unknown' | 'replayed' | 'expired' | 'mismatch' | 'accessEnded';
/** A token, or why there is none. */
export type ExchangedCode = { token: string; apiToken: ApiTokenRecord } | { refused: CodeRefusal };

const ofPartner = (partnerId: string, organizationIds: readonly string[] | null = null) =>
  new Visibility({ partnerId, organizationIds });

/**
 * A presented code is used up, whether it gives a token or not: whoever presents one wrongly did
 * not get it from the browser. Every decision and write is in one transaction, which holds the lock
 * of all that takes rights.
 */
export async function exchangeCode(
  database: Database,
  presented: PresentedCode,
  now: Date,
): Promise<ExchangedCode> {
  const { code } = presented;
  if (!code.startsWith(PREFIX) || !hasChecksum(code)) return { refused: 'unknown' };
  const sha256 = tokenHash(code);
  return database.transaction('system', async (transaction) => {
    const [found] = await transaction.query<Pick<OauthCode, 'partnerId'>>(
      `select ${columns('c', ['partnerId'])} from oauth_code c where c.sha256 = $1`,
      [sha256],
    );
    if (!found) return { refused: 'unknown' };
    await lockChain(transaction, { partnerId: found.partnerId, organizationId: null });
    const [row] = await transaction.query<CodeRow>(
      `update oauth_code c set used_at = $2 where c.sha256 = $1 and c.used_at is null
       returning ${columns('c', FIELDS)}`,
      [sha256, now],
    );
    if (!row) return revokeReplayed(transaction, { sha256, ...found }, now);
    return issue(transaction, { row, sha256 }, presented, now);
  });
}

/** RFC 6749, 4.1.2: of a code that is used twice, one of the two was stolen. */
async function revokeReplayed(
  transaction: Transaction,
  { sha256, partnerId }: { sha256: Buffer; partnerId: string },
  now: Date,
): Promise<ExchangedCode> {
  const [{ tokenId } = { tokenId: null }] = await transaction.query<Pick<OauthCode, 'tokenId'>>(
    `select ${columns('c', ['tokenId'])} from oauth_code c where c.sha256 = $1`,
    [sha256],
  );
  const unit = { sql: transaction, visibility: ofPartner(partnerId) };
  const occurrence = { id: randomUUID(), at: now.toISOString(), actor: SYSTEM };
  if (tokenId !== null) await endApiToken(unit, tokenId, occurrence, { reason: 'codeUsedTwice' });
  return { refused: 'replayed' };
}

const provesIt = ({ challenge }: CodeRow, verifier: string): boolean =>
  timingSafeEqual(challenge, hash('sha256', verifier, 'buffer'));

async function issue(
  transaction: Transaction,
  { row, sha256 }: { row: CodeRow; sha256: Buffer },
  { clientId, redirectUri, verifier }: PresentedCode,
  now: Date,
): Promise<ExchangedCode> {
  const matches = row.clientId === clientId && row.redirectUri === redirectUri;
  if (!provesIt(row, verifier) || !matches) return { refused: 'mismatch' };
  if (row.expiresAt <= now) return { refused: 'expired' };
  const rights = await rightsOf(transaction, row);
  const scopes = rights && row.scopes.filter((scope) => rights.usable.includes(scope));
  if (!rights || !scopes?.length) return { refused: 'accessEnded' };
  const unit = { sql: transaction, visibility: ofPartner(row.partnerId, rights.organizationIds) };
  const { memberId, name } = { ...row, ...rights };
  const principal = principalOf(memberId);
  const given = await createApiToken(
    unit,
    {
      ...{ name: row.tokenName, role: coveringRole(rights.grants), scopes, clientId },
      organizationIds: null,
      expiresAt: new Date(now.getTime() + row.tokenSeconds * 1000).toISOString(),
      maker: { kind: 'MEMBER', id: memberId, principal, name },
    },
    { id: randomUUID(), at: now.toISOString(), actor: { principal, name, origin: 'console' } },
  );
  await transaction.query('update oauth_code set token_id = $2 where sha256 = $1', [
    ...[sha256, given.apiToken.id],
  ]);
  return given;
}

/** What the member may now; null where they were removed, or the session has ended. */
async function rightsOf(
  transaction: Transaction,
  { partnerId, memberId, sessionId }: CodeRow,
): Promise<(RightsNow & { usable: string[]; name: string }) | null> {
  const [member] = await transaction.query<Pick<Member, 'name'>>(
    `select ${columns('m', ['name'])} from session s join member m on m.id = s.member_id
     where s.id = $1 and m.id = $2 and m.partner_id = $3 and s.expires_at > clock_timestamp()`,
    [sessionId, memberId, partnerId],
  );
  const rights = member && (await rightsNow(transaction, { partnerId, who: `MEMBER:${memberId}` }));
  return rights ? { ...rights, ...member, usable: usableScopes(rights.grants) } : null;
}

/** What came of a program's request to revoke its token (RFC 7009). */
export type ClientRevocation = 'revoked' | 'unknown' | 'notOfClient';

/** A program revokes no token but one that it got itself. May be called twice. */
export async function revokeClientToken(
  database: Database,
  { token, clientId }: { token: string; clientId: string },
  now: Date,
): Promise<ClientRevocation> {
  if (!hasChecksum(token)) return 'unknown';
  return database.transaction('system', async (transaction) => {
    const [found] = await transaction.query<
      RowOf<ApiToken, 'id' | 'partnerId' | 'clientId' | 'principal' | 'createdBy'>
    >(
      `select ${columns('t', ['id', 'partnerId', 'clientId', 'principal', 'createdBy'])} from api_token t
       where t.sha256 = $1`,
      [tokenHash(token)],
    );
    if (!found) return 'unknown';
    if (found.clientId !== clientId) return 'notOfClient';
    const { id, partnerId, principal, createdBy: name } = found;
    const unit = { sql: transaction, visibility: ofPartner(partnerId) };
    const actor = { principal, name, origin: 'apiToken' } as const;
    // First, as everything that ends access.
    await lockChain(transaction, { partnerId, organizationId: null });
    const occurrence = { id: randomUUID(), at: now.toISOString(), actor };
    const revoked = await endApiToken(unit, id, occurrence, { reason: 'signedOut' });
    return revoked ? 'revoked' : 'unknown';
  });
}
