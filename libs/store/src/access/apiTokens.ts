/** Creates and revokes API tokens, each with its history entry. */
import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from '@keyway/core';
import { withModels } from '../database/models.ts';
import { appendHistory } from '../history/appendHistory.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import type { ApiTokenRecord, NewApiToken } from './accessRecords.ts';
import {
  apiTokenRecord,
  newToken,
  principalOfNewToken,
  tokenHash,
  tokenPrefix,
} from './apiToken.ts';

/** Returns the token once; only its SHA-256 is kept. */
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
  const row = await withModels(unit.sql, (models) =>
    models.apiToken.create({
      data: {
        ...{ id, partnerId, memberId, principal, kind: 'MADE', prefix: tokenPrefix(token) },
        ...{ name: given.name, role: given.role, scopes: given.scopes },
        sha256: new Uint8Array(tokenHash(token)),
        everyOrganization: organizationIds === null,
        organizationIds: [...(organizationIds ?? [])],
        createdAt: occurrence.at,
        createdBy: given.maker.name,
        expiresAt: given.expiresAt,
      },
    }),
  );
  const apiToken = apiTokenRecord(row);
  const { name, prefix, role, scopes, expiresAt } = apiToken;
  const data = { tokenId: id, name, prefix, role, scopes, organizationIds, expiresAt };
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
  const where = { id, ...unit.visibility.wherePartner() };
  return withModels(unit.sql, async ({ apiToken }) => {
    const before = await apiToken.findFirst({ where });
    if (!before || !unit.visibility.seesAllOf(before)) return missing;
    // Of two concurrent calls, the second waits here and changes nothing.
    const [row] = await apiToken.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: occurrence.at },
    });
    if (!row)
      return { apiToken: apiTokenRecord(await apiToken.findUniqueOrThrow({ where: { id } })) };
    const data = { tokenId: row.id, name: row.name, prefix: row.prefix };
    await appendHistory(unit, null, 'apiTokenRevoked', data, occurrence);
    return { apiToken: apiTokenRecord(row) };
  });
}
