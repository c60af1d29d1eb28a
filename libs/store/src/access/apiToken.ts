/**
 * API tokens: how they look, how they are told from a slip of the hand, and how they are kept
 * (SHA-256 only).
 */
import { createHash, randomInt } from 'node:crypto';
import type { Role } from '@keyway/core';
import type { ApiTokenRecord, NewApiToken } from './accessRecords.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_CHARACTERS = 40;
const CHECKSUM_CHARACTERS = 6;
/**
 * `kw_` and 32 to 200 further characters; also the shape of bootstrap tokens, which carry no
 * checksum.
 */
const SHAPE = /^kw_[\x21-\x7e]{32,200}$/;

/**
 * Six base62 digits of the SHA-256 of what precedes them: scanners and people can tell a token
 * without asking the server.
 */
function checksum(text: string): string {
  let value = createHash('sha256').update(text).digest().readUIntBE(0, 6);
  let digits = '';
  for (let place = 0; place < CHECKSUM_CHARACTERS; place += 1) {
    digits = ALPHABET.charAt(value % 62) + digits;
    value = Math.floor(value / 62);
  }
  return digits;
}

/** `kw_`, 40 random base62 characters (238 bits), 6 of checksum. */
export function newToken(): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () =>
    ALPHABET.charAt(randomInt(62)),
  ).join('');
  return `kw_${random}${checksum(random)}`;
}

export const looksLikeToken = (text: string): boolean => SHAPE.test(text);

/** Whether a text is a token made by `newToken`, by its checksum. */
export function hasChecksum(token: string): boolean {
  const body = token.slice(3);
  return (
    body.length === RANDOM_CHARACTERS + CHECKSUM_CHARACTERS &&
    checksum(body.slice(0, RANDOM_CHARACTERS)) === body.slice(RANDOM_CHARACTERS)
  );
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What is shown of a token for good. */
export const tokenPrefix = (token: string): string => token.slice(0, 9);

/**
 * Whom a new token acts for: its maker, except that what the bootstrap token makes stands for
 * nobody else (docs/reference/api.md, "Four eyes").
 */
export function principalOfNewToken(tokenId: string, maker: NewApiToken['maker']): string {
  return maker.kind === 'BOOTSTRAP' ? `token:${tokenId}` : maker.principal;
}

export interface ApiTokenRow {
  id: string;
  name: string;
  prefix: string;
  role: Role;
  scopes: string[];
  every_organization: boolean;
  organization_ids: string[];
  principal: string;
  created_at: Date;
  created_by: string;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export const API_TOKEN_COLUMNS = `t.id, t.name, t.prefix, t.role, t.scopes, t.every_organization, t.organization_ids, t.principal, t.created_at,
  t.created_by, t.expires_at, t.last_used_at, t.revoked_at`;

export const apiTokenRecord = (row: ApiTokenRow): ApiTokenRecord => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  role: row.role,
  scopes: row.scopes,
  organizationIds: row.every_organization ? null : row.organization_ids,
  principal: row.principal,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});
