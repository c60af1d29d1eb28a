/** Stored connections, without their secrets. */
import { permissionListsSchema } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { Parameters } from '../database/parameters.ts';
import type { Connection } from '../generated/client.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { findReplacements } from './connectionReplacement.ts';
import type { ConnectionRecord, ReplacementRecord } from './connectionRecord.ts';
import { expiresAtOf, storedConnection } from './storedConnection.ts';

const States = z.enum(['NOT_TRIED', 'CONNECTED', 'FAILED']);

const FIELDS = [
  'organizationId',
  'kind',
  'fields',
  'updatedAt',
  'trialState',
  'trialCode',
  'trialMessage',
  'triedAt',
  'trialDueAt',
  'permissions',
] as const satisfies readonly (keyof Connection)[];
type ConnectionRow = RowOf<Connection, (typeof FIELDS)[number]>;

function connectionRecord(
  row: ConnectionRow,
  replacements: readonly ReplacementRecord[],
): ConnectionRecord {
  const stored = storedConnection(row);
  const { kind, fields } = stored;
  return {
    organizationId: row.organizationId,
    kind,
    clientId: 'roleArn' in fields ? fields.roleArn : fields.clientId,
    tenantId: 'tenantId' in fields ? fields.tenantId : null,
    subscriptionId: 'subscriptionId' in fields ? fields.subscriptionId : null,
    scopes: 'scopes' in fields ? fields.scopes : [],
    credential: 'credential' in fields ? fields.credential : null,
    expiresAt: expiresAtOf(stored),
    storedAt: row.updatedAt.toISOString(),
    state: States.parse(row.trialState),
    checkedAt: row.triedAt?.toISOString() ?? null,
    code: row.trialCode,
    message: row.trialMessage,
    nextCheckAt: row.trialDueAt?.toISOString() ?? null,
    permissions: permissionListsSchema.parse(row.permissions ?? []),
    replacement:
      replacements.find(
        (one) => one.organizationId === row.organizationId && one.kind === row.kind,
      ) ?? null,
  };
}

/** By organization, sorted by kind. */
export async function findConnections(
  view: View,
  organizationIds: readonly string[],
): Promise<ConnectionRecord[]> {
  const { visibility, sql } = view;
  const parameters = new Parameters();
  const ids = organizationIds.filter(isUuid);
  const which = `c.organization_id = any (${parameters.add(ids)}::uuid[])`;
  const text = `select ${columns('c', FIELDS)} from connection c
    where ${which} and ${visibility.condition(parameters, 'c')}
    order by c.organization_id, c.kind`;
  const [rows, replacements] = await Promise.all([
    sql.query<ConnectionRow>({ name: 'connections_shown', text }, parameters.values),
    findReplacements(view, ids),
  ]);
  return rows.map((row) => connectionRecord(row, replacements));
}
