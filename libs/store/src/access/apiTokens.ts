/** Creates and revokes API tokens, each with its history entry. */
import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from '@keyway/core';
import { columns } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import type { ApiToken } from '../generated/client.ts';
import { appendHistory } from '../history/appendHistory.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import type { ApiTokenRecord, NewApiToken } from './accessRecords.ts';
import {
  API_TOKEN_FIELDS,
  apiTokenRecord,
  newToken,
  principalOfNewToken,
  tokenHash,
  tokenPrefix,
  type ApiTokenRow,
} from './apiToken.ts';
import { memberOf } from './principals.ts';
import { findApiToken } from './listApiTokens.ts';

/** Returns the token once; only its SHA-256 is kept. */
export async function createApiToken(
  unit: Pick<Unit, 'sql' | 'visibility'>,
  given: NewApiToken,
  occurrence: Occurrence,
): Promise<{ token: string; apiToken: ApiTokenRecord }> {
  const id = randomUUID();
  const token = newToken();
  const { partnerId } = unit.visibility.scope;
  const organizationIds = visibleToMaker(given.organizationIds, unit.visibility);
  const principal = principalOfNewToken(id, given.maker);
  const memberId = memberOf(principal);
  const { query, values } = insertRow<ApiToken>(
    'api_token',
    {
      ...{ id, partnerId, memberId, principal, kind: 'MADE', prefix: tokenPrefix(token) },
      ...{ name: given.name, role: given.role, scopes: given.scopes },
      clientId: given.clientId ?? null,
      sha256: new Uint8Array(tokenHash(token)),
      everyOrganization: organizationIds === null,
      organizationIds: [...(organizationIds ?? [])],
      createdAt: new Date(occurrence.at),
      createdBy: given.maker.name,
      expiresAt: given.expiresAt === null ? null : new Date(given.expiresAt),
    },
    `returning ${columns('api_token', API_TOKEN_FIELDS)}`,
  );
  const [row] = await unit.sql.query<ApiTokenRow>(query, values);
  const apiToken = apiTokenRecord(row!);
  const { name, prefix, role, scopes, expiresAt } = apiToken;
  const { clientId } = given;
  const data = {
    ...{ tokenId: id, name, prefix, role, scopes, organizationIds, expiresAt },
    ...(clientId !== undefined && { clientId }),
  };
  await appendHistory(unit, null, 'apiTokenCreated', data, occurrence);
  return { token, apiToken };
}

/** A token never sees more than its creator. */
function visibleToMaker(
  requested: string[] | null,
  visibility: Visibility,
): readonly string[] | null {
  const limit = visibility.scope.organizationIds;
  if (!limit) return requested;
  return (requested ?? limit).filter((organizationId) => limit.includes(organizationId));
}

/** May be called twice. */
export async function revokeApiToken(
  unit: Unit,
  id: string,
  occurrence: Occurrence,
): Promise<{ apiToken: ApiTokenRecord } | { refusal: Refusal }> {
  const missing = { refusal: refuse('tokenNotFound', ['id']) };
  if (!isUuid(id)) return missing;
  const before = await findApiToken(unit, id);
  if (!before) return missing;
  const revoked = await endApiToken(unit, id, occurrence);
  return { apiToken: revoked ?? (await findApiToken(unit, id))! };
}

/** Null where it was revoked before: of two concurrent calls, the second waits here. */
export async function endApiToken(
  unit: Pick<Unit, 'sql' | 'visibility'>,
  id: string,
  occurrence: Occurrence,
  why: { reason?: string } = {},
): Promise<ApiTokenRecord | null> {
  const [row] = await unit.sql.query<ApiTokenRow>(
    `update api_token set revoked_at = $3 where id = $1 and partner_id = $2 and revoked_at is null
     returning ${columns('api_token', API_TOKEN_FIELDS)}`,
    [id, unit.visibility.scope.partnerId, occurrence.at],
  );
  if (!row) return null;
  const data = { tokenId: row.id, name: row.name, prefix: row.prefix, ...why };
  await appendHistory(unit, null, 'apiTokenRevoked', data, occurrence);
  return apiTokenRecord(row);
}
