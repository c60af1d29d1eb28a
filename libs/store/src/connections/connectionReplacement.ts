/** A credential that waits beside the stored one until its cloud accepted it, or is withdrawn. */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { Parameters } from '../database/parameters.ts';
import type { Sql, Transaction } from '../database/database.ts';
import type { ConnectionReplacement } from '../generated/client.ts';
import { storable } from '../history/storableJson.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { View } from '../tenancy/view.ts';
import type {
  ClaimedTrial,
  ConnectionKind,
  NewConnection,
  OpenedConnections,
  ReplacementRecord,
} from './connectionRecord.ts';
import { NOTIFY_TRIALS } from './connectionTrials.ts';
import { openSealed, sealConnection, type Owner, type SealedRow } from './sealedConnection.ts';
import { expiresAtOf, storedConnection } from './storedConnection.ts';

/** A later one takes the place of an earlier one that is still being tried. */
const STORE = {
  name: 'store_replacement',
  text: `insert into connection_replacement (organization_id, kind, partner_id, id, fields, sealed, stored_at, stored_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (organization_id, kind) do update set id = excluded.id, fields = excluded.fields, sealed = excluded.sealed,
       stored_at = excluded.stored_at, stored_by = excluded.stored_by, trial_state = 'PENDING', trial_code = null,
       trial_message = null, tried_at = null, trial_due_at = clock_timestamp(), trial_attempts = 0,
       trial_lease_token = null, trial_lease_until = null
     returning ${NOTIFY_TRIALS}`,
};

/** Returns what may be shown and kept in history. The caller holds the organization's lock. */
export function storeReplacement(
  transaction: Transaction,
  sealing: Sealing,
  owner: Owner,
  stored: NewConnection,
  { at, actor }: Occurrence,
): Record<string, unknown> {
  const { shown, sealed } = sealConnection(transaction, sealing, owner, stored, at);
  const { organizationId, partnerId } = owner;
  transaction.write(STORE, [
    ...[organizationId, stored.kind, partnerId, randomUUID()],
    ...[JSON.stringify(shown), sealed, at, JSON.stringify(storable(actor))],
  ]);
  return shown;
}

/** Returns what was shown of it; null where none was stored. */
export async function deleteReplacement(
  transaction: Transaction,
  organizationId: string,
  kind: ConnectionKind,
): Promise<{ kind: ConnectionKind; fields: unknown } | null> {
  const [row] = await transaction.query<{ fields: unknown }>(
    'delete from connection_replacement where organization_id = $1 and kind = $2 returning fields',
    [organizationId, kind],
  );
  return row ? { kind, fields: row.fields } : null;
}

const SEALED = {
  name: 'sealed_replacement',
  text: `select r.organization_id as "organizationId", r.kind, r.fields, r.sealed, k.wrapper, k.wrapped
    from connection_replacement r join data_key k on k.organization_id = r.organization_id and k.partner_id = r.partner_id
    where ${ofPartner('r.partner_id', '$4')} and r.organization_id = $1 and r.kind = $2 and r.id = $3`,
};

/** As the worker uses it for a trial. Nothing in it where it was withdrawn meanwhile. */
export async function openReplacement(
  sql: Sql,
  sealing: Sealing,
  { partnerId, organizationId, kind, replacement }: ClaimedTrial,
): Promise<OpenedConnections> {
  const values = [organizationId, kind, replacement, partnerId];
  const rows = await sql.query<SealedRow>(SEALED, values);
  return openSealed(sealing, organizationId, rows);
}

const States = z.enum(['PENDING', 'FAILED']);
const FIELDS = [
  'organizationId',
  'kind',
  'fields',
  'storedAt',
  'trialState',
  'trialCode',
  'trialMessage',
  'triedAt',
  'trialDueAt',
] as const satisfies readonly (keyof ConnectionReplacement)[];
type ReplacementRow = RowOf<ConnectionReplacement, (typeof FIELDS)[number]>;

function replacementRecord(row: ReplacementRow): ReplacementRecord {
  const stored = storedConnection(row);
  const { kind, fields } = stored;
  return {
    organizationId: row.organizationId,
    kind,
    clientId: 'roleArn' in fields ? fields.roleArn : fields.clientId,
    tenantId: 'tenantId' in fields ? fields.tenantId : null,
    subscriptionId: 'subscriptionId' in fields ? fields.subscriptionId : null,
    access: 'access' in fields ? fields.access : null,
    credential: 'credential' in fields ? fields.credential : null,
    expiresAt: expiresAtOf(stored),
    storedAt: row.storedAt.toISOString(),
    state: States.parse(row.trialState),
    checkedAt: row.triedAt?.toISOString() ?? null,
    nextCheckAt: row.trialDueAt.toISOString(),
    code: row.trialCode,
    message: row.trialMessage,
  };
}

export async function findReplacements(
  { visibility, sql }: View,
  organizationIds: readonly string[],
): Promise<ReplacementRecord[]> {
  const parameters = new Parameters();
  const which = `r.organization_id = any (${parameters.add(organizationIds)}::uuid[])`;
  const text = `select ${columns('r', FIELDS)} from connection_replacement r
    where ${which} and ${visibility.condition(parameters, 'r')}`;
  const rows = await sql.query<ReplacementRow>(
    { name: 'replacements_shown', text },
    parameters.values,
  );
  return rows.map(replacementRecord);
}
