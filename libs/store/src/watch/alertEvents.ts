/** Events of Adobe that were counted on one alert, the newest first. */
import { Parameters } from '../database/parameters.ts';
import { listPage, type Page, type PageRequest } from '../page.ts';
import type { View } from '../tenancy/view.ts';

/** One event of Adobe. */
export interface AlertEventRecord {
  /** As Adobe identifies it (AL-16). */
  eventId: string;
  receivedAt: Date;
  /** As received, or its beginning; null where a version received it that kept the first alone. */
  source: unknown;
}

const COLUMNS = `e.event_id as "eventId", e.received_at as "receivedAt",
  coalesce(e.source, case when e.event_id = a.event_id then a.source end) as source`;

/** Of an alert of another partner, or of no one: none. */
export function listAlertEvents(
  { sql, visibility }: View,
  request: PageRequest,
  alertId: string,
): Promise<Page<AlertEventRecord>> {
  const parameters = new Parameters();
  return listPage(
    sql,
    'alertEvents',
    request,
    {
      columns: COLUMNS,
      from: 'alert a join adobe_event e on e.alert_id = a.id',
      where: [`e.alert_id = ${parameters.add(alertId)}`, visibility.condition(parameters, 'e')],
      parameters,
    },
    {
      key: (row: AlertEventRecord) => [row.receivedAt.toISOString(), row.eventId],
      node: (row) => row,
    },
  );
}
