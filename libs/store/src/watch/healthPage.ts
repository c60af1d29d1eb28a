/** What the page about all keys shows beside the health of each. */
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { ALERT_COLUMNS, alertRecord, type AlertRecord, type AlertRow } from './alertRows.ts';

/** The gravest alert of each organization that is not resolved, by the organization's ID. */
export async function findTopAlerts(
  { sql, visibility }: View,
  organizationIds: readonly string[],
): Promise<Map<string, AlertRecord>> {
  const parameters = new Parameters();
  const which = `a.organization_id = any (${parameters.add(organizationIds.filter(isUuid))}::uuid[])`;
  const text = `select distinct on (a.organization_id) ${ALERT_COLUMNS} from alert a
    where ${which} and a.status <> 'RESOLVED' and ${visibility.condition(parameters, 'a')}
    order by a.organization_id, a.sort_key desc, a.id desc`;
  const rows = await sql.query<AlertRow>(text, parameters.values);
  return new Map(rows.map((row) => [row.organizationId, alertRecord(row)]));
}

/**
 * When the last observation ended of the watched organization for which that is the longest ago;
 * null where there is none, or one was not observed yet. Without those that are archived.
 */
export async function findCheckedSince({ sql, visibility }: View): Promise<Date | null> {
  const parameters = new Parameters();
  const [row] = await sql.query<{ at: Date | null }>(
    `select case when bool_and(l.observed_at is not null) then min(l.observed_at) end as at
     from watch_observation l join organization o on o.id = l.organization_id and o.archived_at is null
     where ${visibility.condition(parameters, 'l')}`,
    parameters.values,
  );
  return row?.at ?? null;
}
