/** Pages of history, and single entries. */
import { listPage, type Page, type PageRequest } from '../page.ts';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import { columns, type RowOf } from '../database/columns.ts';
import type { HistoryEntry } from '../generated/client.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { HistoryFilter, HistoryRecord } from './historyRecord.ts';

const FIELDS = [
  'id',
  'position',
  'at',
  'actor',
  'principal',
  'principalHashed',
  'kind',
  'organizationId',
  'runId',
  'data',
  'seq',
  'previousHash',
  'hash',
] as const satisfies readonly (keyof HistoryEntry)[];
export type HistoryRow = RowOf<HistoryEntry, (typeof FIELDS)[number]>;

export const HISTORY_COLUMNS = columns('h', FIELDS);

export const historyRecord = ({
  position: _position,
  principalHashed,
  ...row
}: HistoryRow): HistoryRecord => ({
  ...row,
  at: row.at.toISOString(),
  principal: principalHashed ? row.principal : null,
  seq: Number(row.seq),
});

export async function listHistory(
  { sql, visibility }: View,
  request: PageRequest,
  filter: HistoryFilter = {},
): Promise<Page<HistoryRecord>> {
  const parameters = new Parameters();
  // Entries of the partner itself are for viewers of every organization.
  const where = [visibility.condition(parameters, 'h')];
  const ids = [filter.organizationId, filter.runId].filter((id) => id !== null && id !== undefined);
  if (!ids.every(isUuid)) return { edges: [], hasNextPage: false, hasPreviousPage: false };
  if (filter.organizationId)
    where.push(`h.organization_id = ${parameters.add(filter.organizationId)}::uuid`);
  // Found among those of its organization, which have an index.
  if (filter.runId) {
    const runId = `${parameters.add(filter.runId)}::uuid`;
    where.push(
      `h.run_id = ${runId} and h.organization_id = (select r.organization_id from run r where r.id = ${runId} and ${visibility.condition(parameters, 'r')})`,
    );
  }
  if (filter.kind) where.push(`h.kind = any (${parameters.add(filter.kind)}::text[])`);
  if (filter.actor) where.push(`h.actor_key ^@ ${parameters.add(filter.actor.toLowerCase())}`);
  if (filter.since) where.push(`h.at >= ${parameters.add(filter.since)}::timestamptz`);
  if (filter.until) where.push(`h.at < ${parameters.add(filter.until)}::timestamptz`);
  return listPage(
    sql,
    'history',
    request,
    { columns: HISTORY_COLUMNS, from: 'history_entry h', where, parameters },
    { key: (row: HistoryRow) => [row.at.toISOString(), row.position], node: historyRecord },
  );
}

export async function findHistoryEntry(
  { sql, visibility }: View,
  id: string,
): Promise<HistoryRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const which = `h.id = ${parameters.add(id)}::uuid`;
  const [row] = await sql.query<HistoryRow>(
    `select ${HISTORY_COLUMNS} from history_entry h where ${which} and ${visibility.condition(parameters, 'h')}`,
    parameters.values,
  );
  return row ? historyRecord(row) : null;
}
