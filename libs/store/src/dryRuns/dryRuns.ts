/** Starts, cancels and reads dry runs. What they find is written by `dryRunQueue.ts`. */
import { randomUUID } from 'node:crypto';
import {
  READINESS_OUTCOMES,
  readinessCauseOf,
  refuse,
  type ReadinessCause,
  type ReadinessOutcome,
  type Refusal,
} from '@keyway/core';
import { z } from 'zod';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { DryRun } from '../generated/client.ts';
import {
  countRows,
  listPage,
  type Count,
  type Page,
  type PageRequest,
  type Rows,
} from '../page.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import {
  ANNOUNCE_DRY_RUN,
  DRY_RUN_COLUMNS,
  DRY_RUN_ITEM_COLUMNS,
  dryRunItemRecord,
  dryRunRecord,
  MAX_OPEN_DRY_RUNS,
  type DryRunItemRecord,
  type DryRunItemRow,
  type DryRunRecord,
  type DryRunRow,
  type NewDryRun,
} from './dryRunRecord.ts';

type Changed = { dryRun: DryRunRecord } | { refusal: Refusal };

/** The organizations are those of the dry run from now on. Each counts once. */
export async function startDryRun(
  unit: Unit,
  { tracks, organizationIds, keys, starter }: NewDryRun,
  { at, actor }: Occurrence,
): Promise<Changed> {
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
  if ((await countOpen(unit)) >= MAX_OPEN_DRY_RUNS)
    return { refusal: refuse('dryRunsOpen', null, { max: MAX_OPEN_DRY_RUNS }) };
  const id = randomUUID();
  const { query, values } = insertRow<DryRun>('dry_run', {
    ...{ id, partnerId, tracks: [...tracks], starter },
    actor: JSON.stringify(actor),
    startedAt: new Date(at),
  });
  await sql.query(query, values);
  await sql.query(
    `insert into dry_run_item (dry_run_id, position, partner_id, organization_id, keys)
     select $1, wanted.place, $2, wanted.id, wanted.keys::jsonb
     from unnest($3::uuid[], $4::text[]) with ordinality as wanted(id, keys, place)`,
    [id, partnerId, ids, ids.map((one) => JSON.stringify(keys.get(one) ?? {}))],
  );
  await sql.query(`select ${ANNOUNCE_DRY_RUN} from dry_run j where j.id = $1`, [id]);
  return { dryRun: (await findDryRun(unit, id))! };
}

/** Those that the viewer sees; one at a time counts and starts, for each partner. */
async function countOpen({ sql, visibility }: Unit): Promise<number> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('dry_run:' || $1, 0))`, [
    visibility.scope.partnerId,
  ]);
  const parameters = new Parameters();
  const [open] = await sql.query<{ count: number }>(
    `select count(*)::int as count from dry_run j where j.status = 'RUNNING' and ${visibility.starterCondition(parameters, 'j')}`,
    parameters.values,
  );
  return open?.count ?? 0;
}

/** Skips what is pending; a result that comes later is dropped. May be called twice. */
export async function cancelDryRun(
  unit: Unit,
  id: string,
  { at, actor }: Occurrence,
): Promise<Changed> {
  const dryRun = await findDryRun(unit, id);
  if (!dryRun) return { refusal: refuse('dryRunNotFound', ['id']) };
  if (dryRun.status !== 'RUNNING') return { dryRun };
  const { sql, visibility } = unit;
  const parameters = new Parameters();
  const [by, now] = [actor.name, at].map((value) => parameters.add(value));
  // The dry run first and then its items, as workers do.
  await sql.query(
    `update dry_run j set status = 'CANCELLED', cancelled_by = ${by}, ended_at = ${now}
     where j.id = ${parameters.add(id)} and j.status = 'RUNNING' and ${visibility.starterCondition(parameters, 'j')} returning ${ANNOUNCE_DRY_RUN}`,
    parameters.values,
  );
  const items = new Parameters();
  await sql.query(
    `update dry_run_item i set status = 'SKIPPED', lease = null, lease_until = null
     where i.dry_run_id = ${items.add(id)} and i.status = 'PENDING' and ${visibility.condition(items, 'i')}`,
    items.values,
  );
  return { dryRun: (await findDryRun(unit, id))! };
}

export async function findDryRun(
  { sql, visibility }: View,
  id: string,
): Promise<DryRunRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<DryRunRow>(
    `select ${DRY_RUN_COLUMNS} from dry_run j
     where j.id = ${parameters.add(id)} and ${visibility.starterCondition(parameters, 'j')}`,
    parameters.values,
  );
  return row ? dryRunRecord(row) : null;
}

/** Newest first. */
export function listDryRuns(
  { sql, visibility }: View,
  request: PageRequest,
): Promise<Page<DryRunRecord>> {
  const parameters = new Parameters();
  const where = [visibility.starterCondition(parameters, 'j')];
  const rows = { columns: DRY_RUN_COLUMNS, from: 'dry_run j', where, parameters };
  return listPage(sql, 'dryRuns', request, rows, {
    key: (row: DryRunRow) => [row.startedAt.toISOString(), row.id],
    node: dryRunRecord,
  });
}

/** Which organizations of a dry run. */
export interface DryRunItemFilter {
  outcome?: ReadinessOutcome | null;
  /** As `readinessCauseKey` writes it. */
  cause?: string | null;
}

function itemRows({ visibility }: View, id: string, { outcome, cause }: DryRunItemFilter): Rows {
  const parameters = new Parameters();
  const where = [
    `i.dry_run_id = ${parameters.add(id)}::uuid`,
    visibility.condition(parameters, 'i'),
  ];
  if (outcome) where.push(`i.outcome = ${parameters.add(outcome)}`);
  if (cause) where.push(`${parameters.add(cause)} = any (i.causes)`);
  return { from: 'dry_run_item i', where, parameters };
}

/** Of a dry run that the viewer sees, in its order; organizations they don't see are left out. */
export const listDryRunItems = (
  view: View,
  request: PageRequest,
  id: string,
  filter: DryRunItemFilter = {},
): Promise<Page<DryRunItemRecord>> =>
  listPage(
    view.sql,
    'dryRunItems',
    request,
    { ...itemRows(view, id, filter), columns: DRY_RUN_ITEM_COLUMNS },
    {
      key: (row: DryRunItemRow) => [String(row.position), row.dryRunId],
      node: dryRunItemRecord,
    },
  );

export const countDryRunItems = (
  view: View,
  id: string,
  filter: DryRunItemFilter = {},
): Promise<Count> => countRows(view.sql, itemRows(view, id, filter));

/** How far a dry run is, and what it found so far, of the organizations that the viewer sees. */
export interface DryRunFigures {
  total: number;
  checked: number;
  skipped: number;
  outcomes: { outcome: ReadinessOutcome; count: number }[];
  /** The most frequent first. */
  causes: { cause: ReadinessCause; count: number }[];
}

const Outcomes = z.enum(READINESS_OUTCOMES);

export async function findDryRunFigures(view: View, id: string): Promise<DryRunFigures> {
  if (!isUuid(id)) return { total: 0, checked: 0, skipped: 0, outcomes: [], causes: [] };
  const items = itemRows(view, id, {});
  const where = items.where.join(' and ');
  const { values } = items.parameters;
  const [byStatus, byCause] = await Promise.all([
    view.sql.query<{ status: string; outcome: string | null; count: number }>(
      `select i.status, i.outcome, count(*)::int as count from ${items.from} where ${where} group by 1, 2`,
      values,
    ),
    view.sql.query<{ cause: string; count: number }>(
      `select cause, count(*)::int as count from ${items.from}, unnest(i.causes) as cause where ${where} group by 1 order by 2 desc, 1`,
      values,
    ),
  ]);
  const sum = (holds: (row: { status: string }) => boolean): number =>
    byStatus.filter(holds).reduce((total, { count }) => total + count, 0);
  const counts = new Map(byStatus.map(({ outcome, count }) => [outcome, count]));
  return {
    total: sum(() => true),
    checked: sum(({ status }) => status === 'DONE'),
    skipped: sum(({ status }) => status === 'SKIPPED'),
    outcomes: Outcomes.options.flatMap((outcome) =>
      counts.has(outcome) ? [{ outcome, count: counts.get(outcome)! }] : [],
    ),
    causes: byCause.flatMap(({ cause: text, count }) => {
      const cause = readinessCauseOf(text);
      return cause ? [{ cause, count }] : [];
    }),
  };
}
