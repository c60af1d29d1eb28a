/** The list of runs, newest first, and the filter that lists, subscriptions and counts share. */
import { RUN_STATUSES, STEP_IDS, STEP_STATUSES, TRACK_IDS } from '@keyway/core';
import {
  countRows,
  countedUp,
  pageOf,
  pageRows,
  type Count,
  type Page,
  type PageRequest,
  type Rows,
} from '../page.ts';
import { Parameters } from '../database/parameters.ts';
import type { KeptView, View } from '../tenancy/view.ts';
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import { everyCandidate, type SparseFilter } from '../sparseFilter.ts';
import { comparable, runText } from '../textFilter.ts';
import {
  STATUSES_WITHOUT_ACTION,
  keptSummary,
  markedRuns,
  runSummary,
  wholeRun,
  type WholeRow,
} from './runRow.ts';
import { countRunsByKey } from './portfolio.ts';
import { waitingOnCondition } from './waitingOnCondition.ts';
import { isOpenRun, stuckBefore, workConditions } from './workConditions.ts';
import { organizationJson, withOrganizations } from '../organizations/organizationRow.ts';
import type { RunFilter, RunView, StoredRun } from './runRecord.ts';

/** Few organizations are archived, and an index has them. */
const OF_ARCHIVED =
  'exists (select 1 from organization a where a.id = r.organization_id and a.partner_id = r.partner_id and a.archived_at is not null)';
const OPEN_STEP_STATUSES = STEP_STATUSES.filter(
  (status) => !STATUSES_WITHOUT_ACTION.includes(status),
);
const EVERY_STEP = `(select split_part(e.key, '/', 1) as track, split_part(e.key, '/', 2) as step, split_part(e.key, '/', 3) as status, e.since
    from unnest(string_to_array(split_part(r.standing, '|', 2), ' '), r.step_since) as e(key, since)) as s`;

/**
 * Open steps have rows. A filter that means others too, which most runs have, reads the portfolio
 * key of each run, and where it asks since when, the times beside it.
 */
export function stepCondition(parameters: Parameters, filter: RunFilter): string | null {
  const { track, step, stepStatus } = filter;
  const before = stuckBefore(parameters, filter);
  if (!track && !step && !stepStatus && !before) return null;
  // Steps that nobody has to do anything about are stuck only for who asks for their status.
  const statuses = stepStatus ?? (before ? OPEN_STEP_STATUSES : STEP_STATUSES);
  const isRow = statuses.every((status) => OPEN_STEP_STATUSES.includes(status));
  if (!isRow && !before) return hasStep('r', parameters.add(stepKeys(filter)));
  const found = [`s.status = any (${parameters.add(statuses)}::text[])`];
  if (track) found.push(`s.track = ${parameters.add(track)}`);
  if (step) found.push(`s.step = ${parameters.add(step)}`);
  if (before) found.push(`s.since <= ${before}`);
  if (isRow) found.push('s.run_id = r.id and s.partner_id = r.partner_id');
  const from = isRow ? 'run_step s' : EVERY_STEP;
  return `${before ? `${isOpenRun('r')} and ` : ''}exists (select 1 from ${from} where ${found.join(' and ')})`;
}

/** `TRACK/STEP/STATUS` of every step that a filter means. */
function stepKeys({ track, step, stepStatus }: RunFilter): string[] {
  const [tracks, steps] = [track ? [track] : TRACK_IDS, step ? [step] : STEP_IDS];
  return tracks.flatMap((one) =>
    steps.flatMap((other) =>
      (stepStatus ?? STEP_STATUSES).map((status) => `${one}/${other}/${status}`),
    ),
  );
}

/** A count of 0 may be one that was not added up yet. */
const HAS_RUNS =
  '(c.count <> 0 or exists (select 1 from portfolio_change h where h.partner_id = c.partner_id and h.becomes = c.id))';
const hasStep = (alias: string, keys: string): string =>
  `string_to_array(split_part(${alias}.standing, '|', 2), ' ') && ${keys}::text[]`;

/**
 * Runs with a step that has no row, by the portfolio keys that have it. Viewers of some
 * organizations see no counts, and have few runs.
 */
function stepFilter(
  parameters: Parameters,
  visibility: Visibility,
  filter: RunFilter,
): SparseFilter | null {
  const { track, step, stepStatus, stuckSince, stuckForSeconds } = filter;
  const isOpen = stepStatus?.every((status) => OPEN_STEP_STATUSES.includes(status)) ?? false;
  if (!(track || step || stepStatus) || isOpen || stuckSince || stuckForSeconds != null)
    return null;
  if (visibility.scope.organizationIds) return null;
  const keys = parameters.add(stepKeys(filter));
  // An array, so that the database begins with it, however many rows it expects.
  return everyCandidate(
    hasStep('r', keys),
    () => `r.id = any (array(
      select m.id from portfolio_count c join run m on m.partner_id = c.partner_id and m.status = c.status and m.standing = c.standing
        and m.waiting_key = split_part(c.standing, '|', 1)
      where ${visibility.condition(parameters, 'c')} and ${HAS_RUNS} and c.status = any (${parameters.add(filter.status ?? RUN_STATUSES)}::text[]) and ${hasStep('c', keys)}))`,
  );
}

/** SQL conditions on `run r`, but for what `rowsOf` does better. */
function conditions(parameters: Parameters, visibility: Visibility, filter: RunFilter): string[] {
  const found = [visibility.condition(parameters, 'r')];
  if (filter.organizationIds)
    found.push(
      `r.organization_id = any (${parameters.add(filter.organizationIds.filter(isUuid))}::uuid[])`,
    );
  const archived = filter.archived ?? (filter.organizationIds ? null : false);
  if (archived !== null) found.push(`${archived ? '' : 'not '}${OF_ARCHIVED}`);
  if (filter.status) found.push(`r.status = any (${parameters.add(filter.status)}::text[])`);
  if (filter.waitingOn) found.push(waitingOnCondition(parameters, 'r', filter.waitingOn));
  // A step cannot have been open for longer than its run: this lets the list begin where stuck runs
  // can be.
  const before = stuckBefore(parameters, filter);
  if (before) found.push(`r.started_at <= ${before}`);
  return [...found, ...workConditions(parameters, 'r', filter)];
}

/** Runs that the viewer sees and the filter lets through. */
function rowsOf(visibility: Visibility, filter: RunFilter): Rows & { where: string[] } {
  const parameters = new Parameters();
  const where = conditions(parameters, visibility, filter);
  const wanted = comparable(filter.text ?? '');
  const sparse = wanted
    ? runText(parameters, visibility, wanted)
    : stepFilter(parameters, visibility, filter);
  const steps = sparse && !wanted ? null : stepCondition(parameters, filter);
  if (steps) where.push(steps);
  return { from: 'run r', where, parameters, sparse };
}

/** A number costs less to read than a time, which most queries don't need. */
const SORT_KEY = `(extract(epoch from r.started_at) * 1000)::bigint::text as "startedMs"`;
interface SortedRow {
  startedMs: string;
}
const WHOLE_COLUMNS = `${wholeRun.columns('r')}, ${SORT_KEY}`;
const SUMMARY_COLUMNS = `${runSummary.columns('r')}, ${SORT_KEY}`;

const keyOf = (id: string, { startedMs }: SortedRow): string[] => [
  new Date(Number(startedMs)).toISOString(),
  id,
];

/** @param withOrganization reads each run's organization too, by the same statement */
export async function listRuns(
  { sql, visibility }: View,
  request: PageRequest,
  filter: RunFilter = {},
  { withOrganization = false } = {},
): Promise<Page<StoredRun>> {
  const rows = { columns: WHOLE_COLUMNS, ...rowsOf(visibility, filter) };
  const found = await pageRows('runs', request, rows, (select, { values }) =>
    sql.query<WholeRow & SortedRow>(
      withOrganization
        ? `select q.*, ${organizationJson('q')}::text as "organizationText" from (${select}) as q`
        : select,
      values,
    ),
  );
  const page = pageOf('runs', found, request, {
    key: (row) => keyOf(row.id, row),
    node: (row) => wholeRun.read(row),
  });
  return { ...page, madeWhenRead: true };
}

/** @param withOrganization reads each run's organization too, by the same statement */
export async function listRunSummaries(
  { sql, kept, visibility }: KeptView,
  request: PageRequest,
  filter: RunFilter = {},
  { withOrganization = false } = {},
): Promise<Page<RunView>> {
  const rows = { columns: SUMMARY_COLUMNS, ...rowsOf(visibility, filter) };
  const found = await pageRows('runs', request, rows, (select, parameters) => {
    const statement = {
      ...(withOrganization ? withOrganizations(select) : { select: markedRuns(select) }),
      parameters,
      columns: ['startedMs'] as const,
    };
    return kept.query(sql, statement, keptSummary);
  });
  return pageOf('runs', found, request, {
    key: ({ row, node }) => keyOf(node.id, row),
    node: ({ node }) => node,
  });
}

export async function countRuns(view: View, filter: RunFilter = {}): Promise<Count> {
  const { status, waitingOn, track, step, stepStatus, ...others } = filter;
  const isCounted = Object.values(others).every((value) => value === null || value === undefined);
  if (isCounted && !view.visibility.scope.organizationIds)
    return countedUp(await countRunsByKey(view, { status, waitingOn, track, step, stepStatus }));
  return countRows(view.sql, rowsOf(view.visibility, filter));
}

export async function runMatches(
  { sql, visibility }: View,
  runId: string,
  filter: RunFilter,
): Promise<boolean> {
  if (!isUuid(runId)) return false;
  const { from, where, parameters, sparse } = rowsOf(visibility, filter);
  if (sparse) where.push(sparse.matches);
  where.push(`r.id = ${parameters.add(runId)}::uuid`);
  const rows = await sql.query(
    `select 1 from ${from} where ${where.join(' and ')}`,
    parameters.values,
  );
  return rows.length > 0;
}
