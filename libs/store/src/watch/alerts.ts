/** Lists alerts, and lets people acknowledge them. */
import { isOfAdobe, refuse, type Refusal } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import { lockChain } from '../history/appendHistory.ts';
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
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import { endAdobeAlerts } from './adobeAlertRows.ts';
import { WatchHistory } from './advanceStoredWatch.ts';
import {
  ALERT_COLUMNS,
  alertForHistory,
  alertRecord,
  ANNOUNCE_ALERT,
  type AlertRecord,
  type AlertRow,
  type AlertStatus,
} from './alertRows.ts';
import { ASK_OBSERVATION } from './changeWatches.ts';
import { findWatches } from './findWatches.ts';

/** What is given must all hold. */
export interface AlertFilter {
  /** Also an archived one, whose alerts are in no other list. */
  organizationId?: string | null;
  kind?: readonly AlertRecord['kind'][] | null;
  status?: readonly AlertStatus[] | null;
}

const NOT_ARCHIVED =
  'not exists (select from organization o where o.id = a.organization_id and o.archived_at is not null)';

function rowsOf(visibility: Visibility, { organizationId, kind, status }: AlertFilter): Rows {
  const parameters = new Parameters();
  const where = [visibility.condition(parameters, 'a')];
  if (organizationId == null) where.push(NOT_ARCHIVED);
  else
    where.push(
      isUuid(organizationId)
        ? `a.organization_id = ${parameters.add(organizationId)}::uuid`
        : 'false',
    );
  if (kind) where.push(`a.kind = any (${parameters.add(kind)}::text[])`);
  if (status) where.push(`a.status = any (${parameters.add(status)}::text[])`);
  return { from: 'alert a', where, parameters };
}

/** The purge class first, then the newest. */
export const listAlerts = (
  { sql, visibility }: View,
  request: PageRequest,
  filter: AlertFilter = {},
): Promise<Page<AlertRecord>> =>
  listPage(
    sql,
    'alerts',
    request,
    { columns: ALERT_COLUMNS, ...rowsOf(visibility, filter) },
    {
      key: (row: AlertRow) => [row.sortKey, row.id],
      node: alertRecord,
    },
  );

export const countAlerts = ({ sql, visibility }: View, filter: AlertFilter = {}): Promise<Count> =>
  countRows(sql, rowsOf(visibility, filter));

export async function findAlert(
  { sql, visibility }: View,
  id: string,
): Promise<AlertRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<AlertRow>(
    `select ${ALERT_COLUMNS} from alert a where a.id = ${parameters.add(id)} and ${visibility.condition(parameters, 'a')}`,
    parameters.values,
  );
  return row ? alertRecord(row) : null;
}

/** Somebody has seen it and takes care of it. Once: of two who do, the second changes nothing. */
export async function acknowledgeAlert(
  unit: Unit,
  { id, comment }: { id: string; comment: string | null },
  { id: entryId, at, actor }: Occurrence,
): Promise<{ alert: AlertRecord; already: boolean } | { refusal: Refusal }> {
  const known = await findAlert(unit, id);
  if (!known) return { refusal: refuse('alertNotFound', ['id']) };
  const { organizationId, partnerId } = known;
  const [end, watches] = await Promise.all([
    lockChain(unit.sql, { partnerId, organizationId }),
    findWatches(unit, [organizationId]),
  ]);
  const stored = watches.get(organizationId);
  const alert = await findAlert(unit, id);
  if (!end || !alert) return { refusal: refuse('alertNotFound', ['id']) };
  if (alert.status !== 'OPEN') return { alert, already: true };
  const owner = { organizationId, partnerId, runId: stored?.runId ?? null };
  const history = new WatchHistory(unit.sql, owner, { at, actor }, end);
  const data = { alertId: id, ...alertForHistory(alert), comment };
  const acknowledgedAt = history.write('alertAcknowledged', data, entryId);
  await unit.sql.query(
    `update alert set status = 'ACKNOWLEDGED', acknowledged_by = $2, acknowledged_at = $3 where id = $1 and partner_id = $4 returning ${ANNOUNCE_ALERT}`,
    [id, actor.name, acknowledgedAt, partnerId],
  );
  // What was observed before says nothing of it.
  const health = stored?.watch ? null : 'NOT_WATCHED';
  if (isOfAdobe(alert.kind)) {
    await unit.sql.query(ASK_OBSERVATION, [organizationId, partnerId]);
    await endAdobeAlerts(unit.sql, owner, health, history);
  }
  return {
    alert: { ...alert, status: 'ACKNOWLEDGED', acknowledgedBy: actor.name, acknowledgedAt },
    already: false,
  };
}
