/** Deletes what belongs to marked organizations, in batches; any process continues another's. */
import type { Database, Query, Transaction } from '../database/database.ts';
import { deleteInBatches, deletionOf, type Deletion } from './deleteInBatches.ts';
import { SEE_ENDED } from './markArchived.ts';

/**
 * Tables with rows of an organization, those that refer to others first; rows of a run go with it.
 * The second is which rows go: the others are still needed by who works on them.
 */
const TABLES: readonly (readonly [string, string?])[] = [
  ['adobe_event'],
  ['alert'],
  ['inbox_cause'],
  ['inbox_item'],
  ['adobe_validation'],
  ['event_grid_address'],
  ['connection_replacement'],
  ['connection'],
  ['bulk_link'],
  // Whoever works on the others counts them, and finds no organization.
  ['bulk_item', `status <> 'PENDING'`],
  ['dry_run_item', `status <> 'PENDING'`],
  ['hand_off'],
  ['watch_observation'],
  ['watch'],
  ['approval_policy'],
  ['policy_change'],
  ['member_grant'],
  ['sign_in_rule'],
  // The others become messages first: the last checkpoint is among them.
  ['webhook_change', 'problem is not null'],
  ['configuration'],
  ['run_step'],
  ['step_look'],
  ['needed_action'],
  ['run_vault'],
  ['effect'],
  ['run'],
  ['search_term'],
];
/** For tests: each table with an `organization_id` is here, or kept for a reason. */
export const ORGANIZATION_TABLES: readonly string[] = [
  ...TABLES.map(([table]) => table),
  'aws_trust',
  'history_entry',
];
/** Messages go with their last delivery; what is not delivered yet is still sent. */
const DELIVERIES = `select d.id from webhook_message m join webhook_delivery d on d.message_id = m.id
  where m.organization_id = $1 and d.status <> 'PENDING'`;
const HISTORY_BATCH = 1000;
/** No row can be locked that nobody may change: two who meet wait for each other. */
const HISTORY = `delete from history_entry where ctid = any (array(
  select ctid from history_entry where chain_id = $1 order by seq limit ${HISTORY_BATCH})) returning 1`;

/** Nobody may change it, so no row is locked. There is one at most. */
const AWS_TRUST = 'delete from aws_trust where organization_id = $1 returning 1';

const deletions = (organizationId: string): Deletion[] => [
  ...TABLES.map(([table, which]) => {
    const where = `organization_id = $1${which === undefined ? '' : ` and ${which}`}`;
    return deletionOf(table, 'ctid', where, [organizationId]);
  }),
  deletionOf('webhook_delivery', 'id', `id in (${DELIVERIES})`, [organizationId]),
  { text: AWS_TRUST, values: [organizationId], batch: HISTORY_BATCH },
  { text: HISTORY, values: [organizationId], batch: HISTORY_BATCH },
];

const OPEN: Query = {
  name: 'deletion_open',
  text: 'select organization_id as id from organization_deletion where deleted_at is null order by marked_at',
};
const LOCK: Query = {
  name: 'deletion_lock',
  text: 'select from organization_deletion where organization_id = $1 and deleted_at is null for update skip locked',
};
/** What is left by those who were at it at the same moment, or come too late to know. */
const LEFT: Query = {
  name: 'deletion_left',
  text: `select ${ORGANIZATION_TABLES.map(
    (table) => `exists (select from ${table} where organization_id = $1)`,
  ).join(' or ')} as "isLeft"`,
};
const LAST = [
  'update member set organization_ids = array_remove(organization_ids, $1) where $1 = any (organization_ids)',
  'delete from chain_head where chain_id = $1',
  'delete from data_key where organization_id = $1',
  'delete from organization where id = $1',
  'update organization_deletion set deleted_at = clock_timestamp() where organization_id = $1',
];

/** One pass over all that are marked; what is still in use goes with a later one. */
export async function deleteMarked(database: Database): Promise<void> {
  for (const { id } of await database.read<{ id: string }>(OPEN)) {
    await deleteInBatches(database, deletions(id));
    await database.transaction('system', (transaction) => finish(transaction, id));
  }
}

async function finish(transaction: Transaction, id: string): Promise<void> {
  const [held] = await transaction.query(LOCK, [id]);
  if (!held) return;
  const [left] = await transaction.query<{ isLeft: boolean }>(LEFT, [id]);
  if (left!.isLeft) return;
  await transaction.query(SEE_ENDED);
  for (const text of LAST) await transaction.query(text, [id]);
}
