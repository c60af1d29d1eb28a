/**
 * Trials of credentials that are to replace stored ones. One that works takes the place of the
 * former in the transaction that records its trial; one that was refused stays beside it, unused.
 */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import { eventOf, WORKER, type EventActor, type PermissionList } from '@keyway/core';
import { columns, type RowOf } from '../database/columns.ts';
import type { Transaction } from '../database/database.ts';
import type { ConnectionReplacement } from '../generated/client.ts';
import { lockChain, writeHistory } from '../history/appendHistory.ts';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';
import { advanceRun } from '../runs/advanceRun.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { ClaimedTrial, ConnectionKind, TrialOutcome } from './connectionRecord.ts';
import { IS_SHOWN, TRIAL_LEASE_SECONDS } from './trialQueue.ts';
import { publicConnections, storedConnection, type ConnectionRow } from './storedConnection.ts';

/** Of the replacement and this claim on it. */
const IS_CLAIMED = `r.organization_id = $1 and r.kind = $2 and r.id = $3 and r.trial_lease_token = $4 and ${ofPartner('r.partner_id', '$5')}`;

const CLAIMED_FIELDS = [
  'partnerId',
  'organizationId',
  'kind',
  'id',
  'trialAttempts',
  'trialLeaseToken',
] as const satisfies readonly (keyof ConnectionReplacement)[];

/** As of stored credentials, with the ID of the replacement. */
export const CLAIM_REPLACEMENTS = {
  name: 'replacement_claim',
  text: `
    with due as materialized (
      select c.partner_id, c.organization_id, c.kind from connection_replacement c
      where c.trial_due_at <= clock_timestamp() and (c.trial_lease_until is null or c.trial_lease_until < clock_timestamp()) and ${IS_SHOWN}
      order by c.trial_due_at limit $1 for update of c skip locked)
    update connection_replacement r set trial_lease_token = gen_random_uuid(), trial_attempts = r.trial_attempts + 1,
      trial_lease_until = clock_timestamp() + interval '${TRIAL_LEASE_SECONDS} seconds'
    from due where r.partner_id = due.partner_id and r.organization_id = due.organization_id and r.kind = due.kind
    returning ${columns('r', CLAIMED_FIELDS)}, 0 as "credentialVersion"`,
};

const TRIED_FIELDS = [
  'fields',
  'storedBy',
  'trialState',
  'trialCode',
] as const satisfies readonly (keyof ConnectionReplacement)[];
type TriedRow = RowOf<ConnectionReplacement, (typeof TRIED_FIELDS)[number]>;

const TRIED = {
  name: 'replacement_before',
  text: `select ${columns('r', TRIED_FIELDS)} from connection_replacement r where ${IS_CLAIMED} for update`,
};
/** An undecided trial leaves a failure as it is. */
const RECORD = {
  name: 'replacement_record',
  text: `
  update connection_replacement r set
    trial_state = case when $6 = 'failed' then 'FAILED' else trial_state end,
    trial_code = case when $6 = 'undecided' and trial_state = 'FAILED' then trial_code else $7 end,
    trial_message = case when $6 = 'undecided' and trial_state = 'FAILED' then trial_message else $8 end,
    tried_at = case when $6 = 'undecided' then tried_at else clock_timestamp() end,
    trial_due_at = clock_timestamp() + make_interval(secs => $9::float8),
    trial_lease_token = null, trial_lease_until = null
  where ${IS_CLAIMED}`,
};
/** The trigger `connection_replacement_is_over` then deletes the replacement. */
const TAKE_PLACE = {
  name: 'replacement_take_place',
  text: `update connection c set fields = r.fields, sealed = r.sealed, updated_at = clock_timestamp()
    from connection_replacement r where ${IS_CLAIMED} and c.partner_id = r.partner_id and c.organization_id = r.organization_id and c.kind = r.kind
    returning clock_timestamp() as now`,
};
/** The trigger `connection_new_credential` has made it untried. */
const CONNECTED = {
  name: 'replacement_connected',
  text: `update connection set trial_state = 'CONNECTED', tried_at = clock_timestamp(), trial_due_at = null, permissions = $3
    where organization_id = $1 and kind = $2 and ${ofPartner('partner_id', '$4')}`,
};
const CONNECTIONS = {
  name: 'replacement_connections',
  text: `select kind, fields from connection where organization_id = $1 and ${ofPartner('partner_id', '$2')}`,
};
const OPEN_RUN = {
  name: 'replacement_open_run',
  text: `select id from run where organization_id = $1 and ${ofPartner('partner_id', '$2')} and status not in ('COMPLETED', 'CANCELLED')`,
};
const NOW = { name: 'replacement_now', text: 'select clock_timestamp() as now' };

const CLOUDS = { adobe: 'Adobe', azure: 'Azure', aws: 'AWS' } as const;
const CONNECTED_KINDS = {
  adobe: 'adobeConnected',
  azure: 'azureConnected',
  aws: 'awsConnected',
} as const;

/** A trial of a replacement. */
export type ReplacementTrial = ClaimedTrial & { replacement: string };

/** What history says of a credential that is no longer, or not yet, in use. */
export function namedCredential(row: { kind: ConnectionKind; fields: unknown }): {
  cloud: string;
  clientId?: string;
  roleArn?: string;
} {
  const { fields } = storedConnection(row);
  const cloud = CLOUDS[row.kind];
  return 'roleArn' in fields
    ? { cloud, roleArn: fields.roleArn }
    : { cloud, clientId: fields.clientId };
}

/**
 * False, and nothing is stored: the replacement was withdrawn or another one stored meanwhile, the
 * connection was removed, or another worker has the trial by now.
 */
export async function recordReplacement(
  transaction: Transaction,
  trial: ReplacementTrial,
  outcome: TrialOutcome,
  pollScale: number,
): Promise<boolean> {
  const { partnerId, organizationId, kind, lease, replacement } = trial;
  const which = [organizationId, kind, replacement, lease.token, partnerId];
  // Sent together and answered in order, the lock first.
  const [end, [tried]] = await Promise.all([
    lockChain(transaction, { partnerId, organizationId }),
    transaction.query<TriedRow>(TRIED, which),
  ]);
  if (!end || !tried) return false;
  const owner = { partnerId, organizationId };
  if (outcome.result === 'connected') {
    await takePlace(transaction, trial, tried, pollScale, outcome.permissions ?? null);
    return true;
  }
  const { code, message, status, result, againAfterSeconds } = outcome;
  const values = [...which, result, code, message, againAfterSeconds];
  await transaction.query(RECORD, values);
  const isNews = tried.trialState !== 'FAILED' || tried.trialCode !== code;
  if (result === 'undecided' || !isNews) return true;
  const [written] = await transaction.query<{ now: Date }>(NOW, []);
  const failure = { status, code, message };
  const data = { ...namedCredential({ kind, fields: tried.fields }), failure };
  const occurrence = by(WORKER, written!.now);
  await writeHistory(transaction, owner, 'replacementFailed', data, occurrence, end);
  return true;
}

const by = (actor: EventActor, at: Date): Occurrence => ({
  id: randomUUID(),
  at: at.toISOString(),
  actor,
});

/** Who stored the replacement is who replaced the former: four-eyes rules find them by it. */
async function takePlace(
  transaction: Transaction,
  { partnerId, organizationId, kind, lease, replacement }: ReplacementTrial,
  { fields, storedBy }: TriedRow,
  pollScale: number,
  permissions: readonly PermissionList[] | null,
): Promise<void> {
  const owner = { partnerId, organizationId };
  const which = [organizationId, kind, replacement, lease.token, partnerId];
  const [taken] = await transaction.query<{ now: Date }>(TAKE_PLACE, which);
  const { now } = taken!;
  const listed = permissions && JSON.stringify(permissions);
  await transaction.query(CONNECTED, [organizationId, kind, listed, partnerId]);
  // Cast: the actor as `storeReplacement` writes it.
  const maker = storedBy as unknown as EventActor;
  const data = { ...storedConnection({ kind, fields }).fields, replaced: true };
  await writeHistory(transaction, owner, CONNECTED_KINDS[kind], data, by(maker, now));
  await updateOpenRun(transaction, owner, by(maker, now), pollScale);
  const named = namedCredential({ kind, fields });
  await writeHistory(transaction, owner, 'connectionVerified', named, by(WORKER, now));
}

async function updateOpenRun(
  transaction: Transaction,
  { partnerId, organizationId }: OrganizationIds,
  occurrence: Occurrence,
  pollScale: number,
): Promise<void> {
  const [open] = await transaction.query<{ id: string }>(OPEN_RUN, [organizationId, partnerId]);
  if (!open) return;
  const rows = await transaction.query<ConnectionRow>(CONNECTIONS, [organizationId, partnerId]);
  const connections = publicConnections(rows);
  const event = eventOf(occurrence, 'connectionsChanged', { connections });
  const advanced = await advanceRun(transaction, { runId: open.id, partnerId }, event, {
    pollScale,
  });
  // No run refuses another credential; the former would have to stay in use.
  if ('refusal' in advanced) throw new Error(`A run refused a credential: ${open.id}`);
}
