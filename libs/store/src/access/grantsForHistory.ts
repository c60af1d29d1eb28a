import { globalId, type Grant } from '@keyway/core';
import type { Sql } from '../database/database.ts';

/** A grant as history keeps it: with the organization's name at that time. */
interface RecordedGrant {
  role: Grant['role'];
  organization: string | null;
  organizationName: string | null;
}

export async function grantsForHistory(
  sql: Sql,
  grants: readonly Grant[],
): Promise<RecordedGrant[]> {
  const ids = grants.flatMap(({ organizationId }) => organizationId ?? []);
  const found =
    ids.length === 0
      ? []
      : await sql.query<{ id: string; name: string }>(
          'select o.id, o.name from organization o where o.id = any ($1::uuid[])',
          [ids],
        );
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return grants.map(({ role, organizationId }) => ({
    role,
    organization: organizationId === null ? null : globalId('Organization', organizationId),
    organizationName: organizationId === null ? null : (names.get(organizationId) ?? null),
  }));
}
