/** API tokens made and revoked, each with its history entry. */
import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import { appendHistory } from '../history/appendHistory.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import type { Visibility } from '../tenancy/visibility.ts';
import type { ApiTokenRecord, NewApiToken } from './accessRecords.ts';
import {
  API_TOKEN_COLUMNS,
  apiTokenRecord,
  newToken,
  principalOfNewToken,
  tokenHash,
  tokenPrefix,
  type ApiTokenRow,
} from './apiToken.ts';

const INSERT = `
  insert into api_token as t (id, partner_id, kind, name, prefix, sha256, role, scopes,
    every_organization, organization_ids, principal, member_id, created_at, created_by, expires_at)
  values ($1, $2, 'MADE', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  returning ${API_TOKEN_COLUMNS}`;

/** The token itself is answered once; only its SHA-256 is kept. */
export async function createApiToken(
  unit: Unit,
  given: NewApiToken,
  occurrence: Occurrence,
): Promise<{ token: string; apiToken: ApiTokenRecord }> {
  const id = randomUUID();
  const token = newToken();
  const { partnerId } = unit.visibility.scope;
  const organizationIds = visibleToMaker(given.organizationIds, unit.visibility);
  const principal = principalOfNewToken(id, given.maker);
  const memberId = principal.startsWith('member:') ? principal.slice('member:'.length) : null;
  const [row] = await unit.sql.query<ApiTokenRow>(INSERT, [
    ...[id, partnerId, given.name, tokenPrefix(token), tokenHash(token), given.role, given.scopes],
    ...[organizationIds === null, organizationIds ?? [], principal, memberId],
    ...[occurrence.at, given.maker.name, given.expiresAt],
  ]);
  const apiToken = apiTokenRecord(row!);
  const { name, prefix, role, scopes, expiresAt } = apiToken;
  const data = { tokenId: id, name, prefix, role, scopes, organizationIds, expiresAt };
  await appendHistory(unit, null, 'apiTokenCreated', data, occurrence);
  return { token, apiToken };
}

/** A token never sees more than who made it. */
function visibleToMaker(asked: string[] | null, visibility: Visibility): readonly string[] | null {
  const limit = visibility.scope.organizationIds;
  if (!limit) return asked;
  return (asked ?? limit).filter((organizationId) => limit.includes(organizationId));
}

/** Revoking twice is fine. */
export async function revokeApiToken(
  unit: Unit,
  id: string,
  occurrence: Occurrence,
): Promise<{ apiToken: ApiTokenRecord } | { refusal: Refusal }> {
  const parameters = new Parameters();
  const [idParameter, at] = [parameters.add(id), parameters.add(occurrence.at)];
  const visible = `${unit.visibility.condition(parameters, 't', null)}
    and ${unit.visibility.tokenCondition(parameters, 't')}`;
  const [row] = await unit.sql.query<ApiTokenRow & { changed: boolean }>(
    `with before as (
       select t.id, t.revoked_at from api_token t
       where t.id::text = ${idParameter} and ${visible} for update)
     update api_token t set revoked_at = coalesce(before.revoked_at, ${at})
     from before where t.id = before.id
     returning ${API_TOKEN_COLUMNS}, before.revoked_at is null as changed`,
    parameters.values,
  );
  if (!row) return { refusal: refuse('tokenNotFound', ['id']) };
  if (row.changed) {
    const data = { tokenId: row.id, name: row.name, prefix: row.prefix };
    await appendHistory(unit, null, 'apiTokenRevoked', data, occurrence);
  }
  return { apiToken: apiTokenRecord(row) };
}
