/** Pages of history, and single entries. */
import { listPage, type Page, type PageRequest } from '../page.ts';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import { columns, type RowOf } from '../database/columns.ts';
import type { HistoryEntry } from '../generated/client.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { HistoryChange, HistoryFilter, HistoryRecord } from './historyRecord.ts';
import {
  changePosition,
  isFirstOfChange,
  POLICY_CHANGED,
  type PartnerChange,
} from './policyEntries.ts';

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

/** SQL for the entries that the viewer sees and the filter finds. */
function isFound(
  { visibility }: View,
  parameters: Parameters,
  filter: HistoryFilter,
): (alias: string) => string {
  const { organizationId, runId, kind, exceptKind, actor, since, until } = filter;
  return (h) => {
    // Entries of the partner itself are for viewers of every organization.
    const where = [visibility.condition(parameters, h)];
    if (organizationId)
      where.push(`${h}.organization_id = ${parameters.add(organizationId)}::uuid`);
    // Found among those of its organization, which have an index.
    if (runId) {
      const id = `${parameters.add(runId)}::uuid`;
      where.push(
        `${h}.run_id = ${id} and ${h}.organization_id = (select r.organization_id from run r where r.id = ${id} and ${visibility.condition(parameters, 'r')})`,
      );
    }
    if (kind) where.push(`${h}.kind = any (${parameters.add(kind)}::text[])`);
    if (exceptKind) where.push(`${h}.kind <> all (${parameters.add(exceptKind)}::text[])`);
    if (actor) where.push(`${h}.actor_key ^@ ${parameters.add(actor.toLowerCase())}`);
    if (since) where.push(`${h}.at >= ${parameters.add(since)}::timestamptz`);
    if (until) where.push(`${h}.at < ${parameters.add(until)}::timestamptz`);
    return where.join(' and ');
  };
}

/** @param changes of the partner's policy, where the filter is about changes */
export async function listHistory(
  view: View,
  request: PageRequest,
  filter: HistoryFilter = {},
  changes: readonly PartnerChange[] = [],
): Promise<Page<HistoryRecord>> {
  const parameters = new Parameters();
  const ids = [filter.organizationId, filter.runId].filter((id) => id !== null && id !== undefined);
  if (!ids.every(isUuid)) return { edges: [], hasNextPage: false, hasPreviousPage: false };
  const isListed = isFound(view, parameters, filter);
  const where = [isListed('h')];
  if (filter.change) {
    const change = parameters.add(filter.change);
    where.push(
      `h.kind = '${POLICY_CHANGED}' and h.run_id is not null and h.position > ${change}::bigint`,
      `${changePosition(parameters, changes)('h')} = ${change}::bigint`,
    );
  }
  if (filter.oncePerChange)
    where.push(isFirstOfChange(changePosition(parameters, changes), isListed));
  return listPage(
    view.sql,
    'history',
    request,
    { columns: HISTORY_COLUMNS, from: 'history_entry h', where, parameters },
    { key: (row: HistoryRow) => [row.at.toISOString(), row.position], node: historyRecord },
  );
}

/** Whether `listHistory` needs the changes of the partner's policy. */
export const needsChanges = ({ change, oncePerChange }: HistoryFilter): boolean =>
  Boolean(change ?? oncePerChange);

type FoundChange = HistoryRow & { of: string; change: string; runs: number };

/** For each of the entries that a change of a policy made, what the viewer sees of the change. */
export async function findChanges(
  { sql, visibility }: View,
  ids: readonly string[],
  changes: readonly PartnerChange[],
): Promise<Map<string, HistoryChange>> {
  const parameters = new Parameters();
  const change = changePosition(parameters, changes);
  const wanted = parameters.add(ids.filter(isUuid));
  const rows = await sql.query<FoundChange>(
    `with wanted as materialized (
       select e.id, ${change('e')} as change from history_entry e
       where e.id = any (${wanted}::uuid[]) and ${visibility.condition(parameters, 'e')}
     ), made as materialized (
       select g.id, g.run_id, g.position, ${change('g')} as change from history_entry g
       where ${visibility.condition(parameters, 'g')} and g.kind = '${POLICY_CHANGED}' and g.position >= (select min(change) from wanted)
     ), seen as (
       select change, count(run_id)::int as runs, (array_agg(id order by position))[1] as first from made
       where change in (select change from wanted) group by change
     )
     select wanted.id as of, seen.change::text as change, seen.runs, ${HISTORY_COLUMNS} from wanted
     join seen on seen.change = wanted.change
     join history_entry h on h.id = seen.first`,
    parameters.values,
  );
  return new Map(
    rows.map(({ of, change: key, runs, ...row }) => [of, { key, runs, first: historyRecord(row) }]),
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
