/** The organizations of a bulk job: what became of each, and how many there are of what. */
import type { BulkOutcome } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import {
  countRows,
  listPage,
  type Count,
  type Page,
  type PageRequest,
  type Rows,
} from '../page.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import {
  ITEMS_WITH_RUNS,
  needsAttention,
  outcomeExpression,
  type BulkOutcomeCounts,
  type ChecksOf,
} from './bulkOutcomes.ts';
import {
  bulkItemRecord,
  ITEM_COLUMNS,
  type BulkItemRecord,
  type BulkItemRow,
  type BulkItemStatus,
} from './bulkRecord.ts';

/** Which items of a job. */
export interface BulkItemFilter {
  /** Those with this status. */
  status?: BulkItemStatus | null;
  /** Those that somebody has to do something about, or the others. */
  needsAttention?: boolean | null;
  /** Of a job that checks. Absent: its items have no outcome. */
  checksOf?: ChecksOf;
}

/** Of a job that the viewer sees; those of organizations that they don't see are left out. */
function itemRows(
  { visibility }: View,
  jobId: string,
  { status, needsAttention: wanted, checksOf }: BulkItemFilter,
): Rows & { outcome: string } {
  const parameters = new Parameters();
  const where = [
    `i.job_id = ${parameters.add(jobId)}::uuid`,
    visibility.condition(parameters, 'i'),
  ];
  const outcome = outcomeExpression(parameters, checksOf);
  if (status) where.push(`i.status = ${parameters.add(status)}`);
  if (wanted != null) where.push(`${wanted ? '' : 'not '}${needsAttention(outcome)}`);
  return { from: ITEMS_WITH_RUNS, where, parameters, outcome };
}

/** In the order of the job. */
export function listBulkItems(
  view: View,
  request: PageRequest,
  jobId: string,
  filter: BulkItemFilter = {},
): Promise<Page<BulkItemRecord>> {
  const { outcome, ...rows } = itemRows(view, jobId, filter);
  return listPage(
    view.sql,
    'bulkItems',
    request,
    { ...rows, columns: `${ITEM_COLUMNS}, ${outcome} as outcome` },
    { key: (row: BulkItemRow) => [String(row.position), row.jobId], node: bulkItemRecord },
  );
}

export function countBulkItems(
  view: View,
  jobId: string,
  filter: BulkItemFilter = {},
): Promise<Count> {
  const { checksOf, ...rest } = filter;
  // An outcome that nothing reads would be a parameter that the statement doesn't name.
  const asked = filter.needsAttention == null ? rest : { ...rest, ...(checksOf && { checksOf }) };
  const { outcome: _, ...rows } = itemRows(view, jobId, asked);
  return countRows(view.sql, rows);
}

/** How many items have each outcome, and how many need attention. */
export async function countBulkOutcomes(
  view: View,
  jobId: string,
  filter: Pick<BulkItemFilter, 'checksOf'>,
): Promise<BulkOutcomeCounts> {
  if (!isUuid(jobId)) return { outcomes: [], needsAttention: 0 };
  const { from, where, parameters, outcome } = itemRows(view, jobId, filter);
  const rows = await view.sql.query<{
    outcome: BulkOutcome | null;
    count: number;
    attention: number;
  }>(
    `select ${outcome} as outcome, count(*)::int as count, (count(*) filter (where ${needsAttention(outcome)}))::int as attention
     from ${from} where ${where.join(' and ')} group by 1`,
    parameters.values,
  );
  return {
    outcomes: rows.flatMap(({ outcome: found, count }) =>
      found ? [{ outcome: found, count }] : [],
    ),
    needsAttention: rows.reduce((sum, { attention }) => sum + attention, 0),
  };
}
