/** What may be shown of the connections that are stored, and asking for a trial of one. */
import type {
  ConnectionKind,
  ConnectionRecord,
  ConnectionState,
} from './connectionTrialContract.ts';
import { WAKE_TRIALS } from './connectionTrials.ts';
import type { Sql, Transaction } from '../database/database.ts';
import { isUuid, Parameters, type Visibility } from '../tenancy/partnerScope.ts';

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
  sql: Sql,
  visibility: Visibility,
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

/**
 * Makes a trial due now; what an earlier trial found no longer counts. False: there is no such
 * connection. A trial that is due already stays so.
 */
export async function requestTrial(
  transaction: Transaction,
  visibility: Visibility,
  organizationId: string,
  kind: ConnectionKind,
): Promise<boolean> {
  const parameters = new Parameters();
  const which = `c.organization_id = ${parameters.add(organizationId)}::uuid and c.kind = ${parameters.add(kind)}`;
  const asked = await transaction.query(
    `update connection c set trial_state = 'NOT_TRIED', trial_code = null, trial_message = null, trial_due_at = clock_timestamp(),
       trial_attempts = 0
     where ${which} and ${visibility.condition(parameters, 'c')} returning 1`,
    parameters.values,
  );
  if (asked.length > 0) await transaction.query(WAKE_TRIALS);
  return asked.length > 0;
}
