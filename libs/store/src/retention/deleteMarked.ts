/** Deletes what belongs to marked organizations, in batches; any process continues another's. */
import type { Database, Query, Transaction } from '../database/database.ts';
import { ofPartner } from '../database/ofPartner.ts';
import { deleteInBatches, deletionOf, type Deletion } from './deleteInBatches.ts';
import { SEE_ENDED } from './markArchived.ts';

interface OrganizationTable {
  name: string;
  /** Found by their run, whose index they have; they go with it at the latest. */
  isOfRun?: true;
  /** Which rows go; the others are still needed by who works on them. */
  which?: string;
}

/** Tables with rows of an organization, those that refer to others first. */
const TABLES: readonly OrganizationTable[] = [
  { name: 'adobe_event' },
  { name: 'alert' },
  { name: 'inbox_cause' },
  { name: 'inbox_item' },
  { name: 'adobe_validation' },
  { name: 'event_grid_address' },
  { name: 'connection_replacement' },
  { name: 'connection' },
  { name: 'bulk_link' },
  // Whoever works on the others counts them, and refuses them.
  { name: 'bulk_item', which: `status <> 'PENDING'` },
  { name: 'dry_run_item', which: `status <> 'PENDING'` },
  { name: 'hand_off', isOfRun: true },
  { name: 'watch_observation' },
  { name: 'watch' },
  { name: 'approval_policy' },
  { name: 'policy_change', isOfRun: true },
  { name: 'member_grant' },
  { name: 'sign_in_rule' },
  // The others become messages first: the last checkpoint is among them.
  { name: 'webhook_change', which: 'problem is not null' },
  { name: 'configuration' },
  { name: 'run_step', isOfRun: true },
  { name: 'step_look', isOfRun: true },
  { name: 'needed_action', isOfRun: true },
  { name: 'run_vault', isOfRun: true },
  { name: 'effect', isOfRun: true },
  { name: 'run' },
  { name: 'search_term' },
];
/** Nobody may change them. */
const UNCHANGED = ['aws_trust', 'history_entry'];
/** For tests: each table with an `organization_id` is here, or kept for a reason. */
export const ORGANIZATION_TABLES: readonly string[] = [
  ...TABLES.map(({ name }) => name),
  ...UNCHANGED,
];
/** SQL: of the partner ($2). */
const OWN = ofPartner('partner_id', '$2');
/** Messages go with their last delivery; what is not delivered yet is still sent. */
const DELIVERIES = `select d.id from webhook_message m join webhook_delivery d on d.message_id = m.id
  where m.organization_id = $1 and ${ofPartner('m.partner_id', '$2')} and ${ofPartner('d.partner_id', '$2')} and d.status <> 'PENDING'`;
const HISTORY_BATCH = 1000;
/** No row can be locked that nobody may change: two who meet wait for each other. */
const HISTORY = `delete from history_entry where ctid = any (array(
  select ctid from history_entry where chain_id = $1 and ${OWN} order by seq limit ${HISTORY_BATCH})) returning 1`;

/** Nobody may change it, so no row is locked. There is one at most. */
const AWS_TRUST = `delete from aws_trust where organization_id = $1 and ${OWN} returning 1`;

function deletionIn({ name, isOfRun, which }: OrganizationTable, marked: Marked): Deletion {
  const values = [marked.id, marked.partnerId];
  if (isOfRun) {
    const runs = `select r.id from run r where r.organization_id = $1 and ${ofPartner('r.partner_id', '$2')}`;
    return deletionOf(name, 'ctid', `run_id = any (array(${runs})) and ${OWN}`, values);
  }
  const where = `organization_id = $1 and ${OWN}${which === undefined ? '' : ` and ${which}`}`;
  return deletionOf(name, 'ctid', where, values);
}

const deletions = (marked: Marked): Deletion[] => [
  ...TABLES.map((table) => deletionIn(table, marked)),
  deletionOf('webhook_delivery', 'ctid', `id in (${DELIVERIES}) and ${OWN}`, [
    ...[marked.id, marked.partnerId],
  ]),
  { text: AWS_TRUST, values: [marked.id, marked.partnerId], batch: HISTORY_BATCH },
  { text: HISTORY, values: [marked.id, marked.partnerId], batch: HISTORY_BATCH },
];

interface Marked {
  id: string;
  partnerId: string;
}
const OPEN: Query = {
  name: 'deletion_open',
  text: 'select organization_id as id, partner_id as "partnerId" from organization_deletion where deleted_at is null order by marked_at',
};
const LOCK: Query = {
  name: 'deletion_lock',
  text: `select from organization_deletion where organization_id = $1 and ${OWN} and deleted_at is null for update skip locked`,
};
/**
 * What is left by those who were at it at the same moment, or come too late to know. Each a
 * statement of its own, since some read a whole table.
 */
const LEFT: readonly string[] = [
  ...TABLES.filter(({ isOfRun }) => !isOfRun).map(({ name }) => name),
  ...UNCHANGED,
].map((name) => `select from ${name} where organization_id = $1 and ${OWN} limit 1`);
/** For tests: every statement that finds rows of an organization, before the last transaction. */
export const deletionStatements = (marked: Marked): readonly string[] => [
  ...deletions(marked).map(({ text }) => text),
  ...LEFT,
];
const LAST = [
  `update member set organization_ids = array_remove(organization_ids, $1) where $1 = any (organization_ids) and ${OWN}`,
  `delete from chain_head where chain_id = $1 and ${OWN}`,
  `delete from data_key where organization_id = $1 and ${OWN}`,
  `delete from organization where id = $1 and ${OWN}`,
  `update organization_deletion set deleted_at = clock_timestamp() where organization_id = $1 and ${OWN}`,
];

/**
 * One pass over all that are marked; what is still in use goes with a later one. Answers why some
 * could not be deleted, which keeps no other.
 */
export async function deleteMarked(database: Database): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const marked of await database.read<Marked>(OPEN))
    await deleteOne(database, marked).catch((error: unknown) => failures.push(error));
  return failures;
}

async function deleteOne(database: Database, marked: Marked): Promise<void> {
  await deleteInBatches(database, deletions(marked));
  await database.transaction('system', (transaction) => finish(transaction, marked));
}

async function finish(transaction: Transaction, { id, partnerId }: Marked): Promise<void> {
  const [held] = await transaction.query(LOCK, [id, partnerId]);
  if (!held) return;
  for (const text of LEFT) if ((await transaction.query(text, [id, partnerId])).length > 0) return;
  await transaction.query(SEE_ENDED);
  for (const text of LAST) await transaction.query(text, [id, partnerId]);
}
