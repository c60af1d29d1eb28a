/** API tokens: their form, a checksum against typos, and how they are stored (SHA-256 only). */
import { hash, randomInt } from 'node:crypto';
import type { RowOf } from '../database/columns.ts';
import type { ApiToken } from '../generated/client.ts';
import type { ApiTokenRecord, NewApiToken } from './accessRecords.ts';
import { roleOf } from './roles.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_CHARACTERS = 40;
const CHECKSUM_CHARACTERS = 6;
/**
 * `kw_` and 32 to 200 further characters; also the shape of bootstrap tokens, which carry no
 * checksum.
 */
const SHAPE = /^kw_[\x21-\x7e]{32,200}$/;

/**
 * Six base62 digits of the SHA-256 of what precedes them: scanners and people recognize a token
 * without asking the server.
 */
function checksum(text: string): string {
  let value = hash('sha256', text, 'buffer').readUIntBE(0, 6);
  let digits = '';
  for (let place = 0; place < CHECKSUM_CHARACTERS; place += 1) {
    digits = ALPHABET.charAt(value % 62) + digits;
    value = Math.floor(value / 62);
  }
  return digits;
}

/** The prefix, 40 random base62 characters (238 bits), 6 of checksum. */
export function newToken(prefix = 'kw_'): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () =>
    ALPHABET.charAt(randomInt(62)),
  ).join('');
  return `${prefix}${random}${checksum(random)}`;
}

export const isTokenShaped = (text: string): boolean => SHAPE.test(text);

/** Whether a text is a token made by `newToken`, with any prefix, by its checksum. */
export function hasChecksum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1);
  return (
    body.length === RANDOM_CHARACTERS + CHECKSUM_CHARACTERS &&
    checksum(body.slice(0, RANDOM_CHARACTERS)) === body.slice(RANDOM_CHARACTERS)
  );
}

export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

/** What is shown of a token for good. */
export const tokenPrefix = (token: string): string => token.slice(0, 9);

/**
 * Whom a new token acts for: its maker, except that what the bootstrap token makes stands for
 * nobody else (docs/reference/api.md, "Four eyes").
 */
export function principalOfNewToken(tokenId: string, maker: NewApiToken['maker']): string {
  return maker.kind === 'BOOTSTRAP' ? `token:${tokenId}` : maker.principal;
}

/** What `apiTokenRecord` reads. */
export const API_TOKEN_FIELDS = [
  'id',
  'name',
  'prefix',
  'role',
  'scopes',
  'everyOrganization',
  'organizationIds',
  'principal',
  'createdAt',
  'createdBy',
  'expiresAt',
  'lastUsedAt',
  'revokedAt',
  'clientId',
] as const satisfies readonly (keyof ApiToken)[];
export type ApiTokenRow = RowOf<ApiToken, (typeof API_TOKEN_FIELDS)[number]>;

export const apiTokenRecord = (row: ApiTokenRow): ApiTokenRecord => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  role: roleOf(row.role),
  scopes: row.scopes,
  organizationIds: row.everyOrganization ? null : row.organizationIds,
  principal: row.principal,
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  clientId: row.clientId,
});
