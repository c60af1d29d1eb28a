/** What is known of organizations' keys after their set-up, for those who see the organizations. */
import { HEALTHS, type Health } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { countPortfolioOrganizations } from '../runs/portfolio.ts';
import {
  storedWatch,
  SUMMARY_COLUMNS,
  WATCH_COLUMNS,
  watchSummary,
  type StoredWatch,
  type WatchRow,
  type WatchSummary,
} from './watchRow.ts';

/** By the organization's ID; absent where nothing is watched. */
async function findRows<Row extends { organizationId: string }, Found>(
  { sql, visibility }: View,
  columns: string,
  organizationIds: readonly string[],
  toFound: (row: Row) => Found,
): Promise<Map<string, Found>> {
  const parameters = new Parameters();
  const which = `w.organization_id = any (${parameters.add(organizationIds.filter(isUuid))}::uuid[])`;
  const text = `select ${columns} from watch w left join watch_observation l on l.organization_id = w.organization_id
    where ${which} and ${visibility.condition(parameters, 'w')}`;
  const rows = await sql.query<Row>(text, parameters.values);
  return new Map(rows.map((row) => [row.organizationId, toFound(row)]));
}

/** With their states. */
export const findWatches = (
  view: View,
  organizationIds: readonly string[],
): Promise<Map<string, StoredWatch>> =>
  findRows<WatchRow, StoredWatch>(view, WATCH_COLUMNS, organizationIds, storedWatch);

/** For lists: without their states, which are many times the size. */
export const findWatchSummaries = (
  view: View,
  organizationIds: readonly string[],
): Promise<Map<string, WatchSummary>> =>
  findRows(view, SUMMARY_COLUMNS, organizationIds, watchSummary);

/** How many organizations that are not archived have each health. */
export async function countHealth(view: View): Promise<Map<Health, number>> {
  const parameters = new Parameters();
  const [rows, organizations] = await Promise.all([
    view.sql.query<{ health: string; count: number }>(
      `select w.health, count(*)::int as count from watch w
       join organization o on o.id = w.organization_id and o.archived_at is null
       where ${view.visibility.condition(parameters, 'w')} group by w.health`,
      parameters.values,
    ),
    countPortfolioOrganizations(view),
  ]);
  const counts = new Map(
    HEALTHS.map((health) => [health, rows.find((row) => row.health === health)?.count ?? 0]),
  );
  const watched = rows.reduce(
    (sum, { health, count }) => sum + (health === 'NOT_WATCHED' ? 0 : count),
    0,
  );
  // What has no row is not watched either.
  return counts.set('NOT_WATCHED', Math.max(0, organizations - watched));
}

/** SQL for organizations, under the alias `o`, whose keys have one of these. */
export function healthCondition(parameters: Parameters, healths: readonly Health[]): string {
  const wanted = `w.organization_id = o.id and w.health = any (${parameters.add(healths)}::text[])`;
  const has = `exists (select from watch w where ${wanted})`;
  if (!healths.includes('NOT_WATCHED')) return has;
  return `(${has} or not exists (select from watch w where w.organization_id = o.id))`;
}
