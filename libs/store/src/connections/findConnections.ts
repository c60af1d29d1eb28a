/** Stored connections, without their secrets. */
import { z } from 'zod';
import { withModels } from '../database/models.ts';
import type { Connection } from '../generated/client.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { ConnectionRecord } from './connectionRecord.ts';
import { storedConnection } from './storedConnection.ts';

const States = z.enum(['NOT_TRIED', 'CONNECTED', 'FAILED']);

function connectionRecord(row: Connection): ConnectionRecord {
  const { kind, fields } = storedConnection(row);
  return {
    organizationId: row.organizationId,
    kind,
    clientId: fields.clientId,
    tenantId: 'tenantId' in fields ? fields.tenantId : null,
    subscriptionId: 'subscriptionId' in fields ? fields.subscriptionId : null,
    scopes: 'scopes' in fields ? fields.scopes : [],
    state: States.parse(row.trialState),
    checkedAt: row.triedAt?.toISOString() ?? null,
    code: row.trialCode,
    message: row.trialMessage,
    nextCheckAt: row.trialDueAt?.toISOString() ?? null,
  };
}

/** By organization, Adobe's before Azure's. */
export async function findConnections(
  { visibility, transaction }: View,
  organizationIds: readonly string[],
): Promise<ConnectionRecord[]> {
  const requested = { organizationId: { in: organizationIds.filter(isUuid) } };
  const where = { AND: [requested, visibility.where()] };
  const orderBy = [{ organizationId: 'asc' as const }, { kind: 'asc' as const }];
  const rows = await transaction((sql) =>
    withModels(sql, ({ connection }) => connection.findMany({ where, orderBy })),
  );
  return rows.map(connectionRecord);
}
