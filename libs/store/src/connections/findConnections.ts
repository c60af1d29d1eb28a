/** What may be shown of stored connections. */
import type { ConnectionKind, ConnectionRecord, ConnectionState } from './connectionRecord.ts';
import { isUuid, Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';

interface Row {
  organization_id: string;
  kind: ConnectionKind;
  fields: {
    clientId?: string;
    tenantId?: string;
    subscriptionId?: string | null;
    scopes?: string[];
  };
  trial_state: ConnectionState;
  trial_code: string | null;
  trial_message: string | null;
  tried_at: Date | null;
  trial_due_at: Date | null;
}

const connectionRecord = ({ fields, ...row }: Row): ConnectionRecord => ({
  organizationId: row.organization_id,
  kind: row.kind,
  clientId: fields.clientId ?? '',
  tenantId: fields.tenantId ?? null,
  subscriptionId: fields.subscriptionId ?? null,
  scopes: fields.scopes ?? [],
  state: row.trial_state,
  checkedAt: row.tried_at?.toISOString() ?? null,
  code: row.trial_code,
  message: row.trial_message,
  nextCheckAt: row.trial_due_at?.toISOString() ?? null,
});

/** Of each of these organizations, in no order. */
export async function findConnections(
  { sql, visibility }: View,
  organizationIds: readonly string[],
): Promise<ConnectionRecord[]> {
  const parameters = new Parameters();
  const which = `c.organization_id = any (${parameters.add(organizationIds.filter(isUuid))}::uuid[])`;
  const rows = await sql.query<Row>(
    `select c.organization_id, c.kind, c.fields, c.trial_state, c.trial_code, c.trial_message, c.tried_at, c.trial_due_at from connection c
     where ${which} and ${visibility.condition(parameters, 'c')}`,
    parameters.values,
  );
  return rows.map(connectionRecord);
}
