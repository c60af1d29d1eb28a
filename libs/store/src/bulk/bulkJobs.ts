/** Starts, cancels and reads bulk jobs. What they do is in `doBulkItems.ts`. */
import { randomUUID } from 'node:crypto';
import { refuse, type PlannedKeys, type Refusal } from '@keyway/core';
import { carriedTrace } from '@keyway/telemetry';
import { columns } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { BulkJob } from '../generated/client.ts';
import { listPage, type Page, type PageRequest } from '../page.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import {
  ANNOUNCE,
  bulkJobRecord,
  inputText,
  JOB_COLUMNS,
  JOB_FIELDS,
  type BulkJobRecord,
  type BulkJobRow,
  type NewBulkJob,
} from './bulkRecord.ts';

const keysText = (keys: PlannedKeys | undefined): string | null =>
  keys === undefined ? null : JSON.stringify(keys);

/** The organizations are those of the job from now on. Each counts once. */
export async function startBulk(
  unit: Unit,
  { input, organizationIds, keys, starter }: NewBulkJob,
  { at, actor }: Occurrence,
): Promise<{ job: BulkJobRecord } | { refusal: Refusal }> {
  const ids = [...new Set(organizationIds)].filter(isUuid);
  if (ids.length === 0) return { refusal: refuse('bulkNothing', ['organizationIds']) };
  const { sql, visibility } = unit;
  const { partnerId } = visibility.scope;
  const parameters = new Parameters();
  const which = `o.id = any (${parameters.add(ids)}::uuid[])`;
  const [seen] = await sql.query<{ count: number }>(
    `select count(*)::int as count from organization o where ${which} and ${visibility.condition(parameters, 'o', 'id')}`,
    parameters.values,
  );
  if (seen?.count !== ids.length)
    return { refusal: refuse('organizationNotFound', ['organizationIds']) };
  const id = randomUUID();
  const { query, values } = insertRow<BulkJob>('bulk_job', {
    ...{ id, partnerId, action: input.action, total: ids.length, starter },
    input: inputText(input, carriedTrace('link')),
    actor: JSON.stringify(actor),
    startedAt: new Date(at),
  });
  await sql.query(query, values);
  await sql.query(
    `insert into bulk_item (job_id, position, partner_id, organization_id, keys)
     select $1, wanted.place, $2, wanted.id, wanted.keys::jsonb
     from unnest($3::uuid[], $4::text[]) with ordinality as wanted(id, keys, place)`,
    [id, partnerId, ids, ids.map((one) => keysText(keys?.get(one)))],
  );
  await sql.query(`select ${ANNOUNCE} from bulk_job j where j.id = $1`, [id]);
  return { job: (await findBulkJob(unit, id))! };
}

/**
 * Skips what is pending. Waits for items that are being done, which stay as they are. May be called
 * twice, and changes nothing of a job that ended.
 */
export async function cancelBulk(
  unit: Unit,
  id: string,
  { at, actor }: Occurrence,
): Promise<{ job: BulkJobRecord } | { refusal: Refusal }> {
  const job = await findBulkJob(unit, id);
  if (!job) return { refusal: refuse('bulkJobNotFound', ['id']) };
  if (job.status !== 'RUNNING') return { job };
  const { sql, visibility } = unit;
  const items = new Parameters();
  // Items first and then the job, as workers do: they don't wait for each other.
  const skipped = await sql.query(
    `update bulk_item i set status = 'SKIPPED'
     where i.job_id = ${items.add(id)} and i.status = 'PENDING' and ${visibility.condition(items, 'i')} returning 1`,
    items.values,
  );
  const parameters = new Parameters();
  const [count, by, now] = [skipped.length, actor.name, at].map((value) => parameters.add(value));
  await sql.query(
    `update bulk_job j set status = 'CANCELLED', skipped = j.skipped + ${count}::int, cancelled_by = ${by}, ended_at = ${now}
     where j.id = ${parameters.add(id)} and j.status = 'RUNNING' and ${visibility.starterCondition(parameters, 'j')} returning ${ANNOUNCE}`,
    parameters.values,
  );
  return { job: (await findBulkJob(unit, id))! };
}

const COUNTED = { total: '', done: 'DONE', refused: 'REFUSED', skipped: 'SKIPPED' } as const;

/** Its starter may see fewer organizations than when the job began, and counts what they see. */
function columnsFor(visibility: Visibility, parameters: Parameters): string {
  if (visibility.scope.organizationIds === null) return JOB_COLUMNS;
  const seen = `select count(*)::int from bulk_item i where i.job_id = j.id and ${visibility.condition(parameters, 'i')}`;
  const counts = Object.entries(COUNTED).map(
    ([name, status]) => `(${seen}${status && ` and i.status = '${status}'`}) as "${name}"`,
  );
  return [
    columns(
      'j',
      JOB_FIELDS.filter((field) => !(field in COUNTED)),
    ),
    ...counts,
  ].join(', ');
}

export async function findBulkJob(
  { sql, visibility }: View,
  id: string,
): Promise<BulkJobRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<BulkJobRow>(
    `select ${columnsFor(visibility, parameters)} from bulk_job j
     where j.id = ${parameters.add(id)} and ${visibility.starterCondition(parameters, 'j')}`,
    parameters.values,
  );
  return row ? bulkJobRecord(row) : null;
}

/** Newest first. */
export function listBulkJobs(
  { sql, visibility }: View,
  request: PageRequest,
): Promise<Page<BulkJobRecord>> {
  const parameters = new Parameters();
  const where = [visibility.starterCondition(parameters, 'j')];
  const shown = columnsFor(visibility, parameters);
  const rows = { columns: shown, from: 'bulk_job j', where, parameters };
  return listPage(sql, 'bulkJobs', request, rows, {
    key: (row: BulkJobRow) => [row.startedAt.toISOString(), row.id],
    node: bulkJobRecord,
  });
}
