/** The list of organizations: by name in any letter case, or by due day; then id. */
import { RUN_STATUSES, type RunStatus } from '@keyway/core';
import { keptOrganization, MARKED_COLUMNS, markedOrganizations } from './organizationRow.ts';
import {
  countRows,
  countedUp,
  isCursorGiven,
  isCursorOf,
  pageOf,
  pageRows,
  type Count,
  type Page,
  type PageRequest,
  type Rows,
} from '../page.ts';
import { Parameters } from '../database/parameters.ts';
import { stepCondition } from '../runs/listRuns.ts';
import { countPortfolioOrganizations, countRunsByKey } from '../runs/portfolio.ts';
import { healthCondition } from '../watch/findWatches.ts';
import { waitingOnCondition } from '../runs/waitingOnCondition.ts';
import { isOpenRun, workConditions } from '../runs/workConditions.ts';
import type { KeptView, View } from '../tenancy/view.ts';
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import { everyCandidate, type SparseFilter } from '../sparseFilter.ts';
import { comparable, organizationText } from '../textFilter.ts';
import type {
  OrganizationFilter,
  OrganizationOrder,
  OrganizationRecord,
} from './organizationRecord.ts';

function conditions(
  parameters: Parameters,
  visibility: Visibility,
  filter: OrganizationFilter,
): string[] {
  const found = [visibility.condition(parameters, 'o', 'id')];
  found.push(`o.archived_at is ${filter.archived ? 'not null' : 'null'}`);
  if (filter.cloud) found.push(`o.cloud = ${parameters.add(filter.cloud)}`);
  if (filter.region) found.push(`o.region = ${parameters.add(filter.region)}`);
  if (filter.ids) found.push(`o.id = any (${parameters.add(filter.ids.filter(isUuid))}::uuid[])`);
  if (filter.health) found.push(healthCondition(parameters, filter.health));
  // Also who has no run at all is not late, and waits for nobody to be assigned.
  for (const field of ['overdue', 'unassigned', 'undated'] as const)
    if (filter[field] === false)
      found.push(`not ${currentRunCondition(parameters, { [field]: true })}`);
  return found;
}

/** The policy of `run` asks for its partner; said of the sub-select, an index has both. */
const OF_ORGANIZATION = 'r.organization_id = o.id and r.partner_id = o.partner_id';

/**
 * The current run is the one that is not cancelled, else a cancelled one, which waits on nobody.
 * `exists` lets the database begin with the runs where few of them match.
 */
function currentRunCondition(parameters: Parameters, filter: OrganizationFilter): string {
  const { runStatus, waitingOn, ownerId, dueWithinSeconds, stuckForSeconds } = filter;
  const { unassigned, overdue, undated } = filter;
  const ofRun = [OF_ORGANIZATION, `r.status <> 'CANCELLED'`];
  if (runStatus) ofRun.push(`r.status = any (${parameters.add(runStatus)}::text[])`);
  if (waitingOn) ofRun.push(waitingOnCondition(parameters, 'r', waitingOn));
  const asked = {
    ...{ unassigned: unassigned || null, overdue: overdue || null, undated: undated || null },
    dueWithinSeconds,
  };
  ofRun.push(...workConditions(parameters, 'r', { ownerId, ...asked }));
  if (stuckForSeconds != null) ofRun.push(stepCondition(parameters, { stuckForSeconds })!);
  return `exists (select 1 from run r where ${ofRun.join(' and ')})`;
}

/** Organizations that the viewer sees and the filter lets through. */
function rowsOf(visibility: Visibility, filter: OrganizationFilter): Rows {
  const parameters = new Parameters();
  const where = conditions(parameters, visibility, filter);
  const wanted = comparable(filter.text ?? '');
  const rows = { from: 'organization o', where, parameters };
  const text = wanted ? organizationText(parameters, visibility, wanted) : null;
  if (isCancelledToo(filter)) {
    const sparse = withCancelled(parameters, visibility, filter.runStatus!);
    if (!text && !visibility.scope.organizationIds) return { ...rows, sparse };
    where.push(sparse.matches);
  } else if (filter.runStatus || asksForOpenRun(filter))
    where.push(currentRunCondition(parameters, filter));
  return { ...rows, sparse: text };
}

/** What no cancelled run meets. */
const asksForOpenRun = (filter: OrganizationFilter): boolean =>
  Boolean(filter.waitingOn || filter.overdue || filter.unassigned || filter.undated) ||
  filter.dueWithinSeconds != null ||
  filter.ownerId != null ||
  filter.stuckForSeconds != null;

const isCancelledToo = (filter: OrganizationFilter): boolean =>
  (!asksForOpenRun(filter) && filter.runStatus?.includes('CANCELLED')) ?? false;

/** By the organizations that have a run of these statuses, whether or not it is the current one. */
const withCancelled = (
  parameters: Parameters,
  visibility: Visibility,
  runStatus: readonly RunStatus[],
): SparseFilter => {
  const statuses = `${parameters.add(runStatus)}::text[]`;
  return everyCandidate(
    `(select r.status from run r where ${OF_ORGANIZATION} order by r.status = 'CANCELLED' limit 1) = any (${statuses})`,
    () => `o.id = any (array(select r.organization_id from run r
      where ${visibility.condition(parameters, 'r')} and r.status = any (${statuses})))`,
  );
};

/** Of a run with a place in the order by due day, word for word what an index is for. */
const IS_DUE = `r.due_at is not null and ${isOpenRun('r')}`;

export async function listOrganizations(
  view: KeptView,
  request: PageRequest,
  filter: OrganizationFilter = {},
  order: OrganizationOrder = 'NAME',
): Promise<Page<OrganizationRecord>> {
  if (order === 'NAME') return pageByName(view, request, rowsOf(view.visibility, filter));
  const { after } = request;
  const isInRest = isCursorGiven(after) && isCursorOf('organizations', after);
  const due = isInRest ? null : await pageByDue(view, request, filter);
  if (due?.hasNextPage) return due;
  const edges = due?.edges ?? [];
  const asked = { first: request.first - edges.length, after: isInRest ? after : null };
  const rest = await pageByName(view, asked, withoutDue(view.visibility, filter));
  return {
    edges: [...edges, ...rest.edges],
    hasNextPage: rest.hasNextPage,
    hasPreviousPage: isCursorGiven(after),
  };
}

async function pageByName(
  { sql, kept }: KeptView,
  request: PageRequest,
  rowsOfList: Rows,
): Promise<Page<OrganizationRecord>> {
  const columns = `${MARKED_COLUMNS}, o.name_key as "nameKey"`;
  const rows = { columns, ...rowsOfList };
  const found = await pageRows('organizations', request, rows, (select, parameters) => {
    const statement = {
      ...{ select: markedOrganizations(select), parameters },
      columns: ['nameKey'] as const,
    };
    return kept.query(sql, statement, keptOrganization);
  });
  return pageOf('organizations', found, request, {
    key: ({ row, node }) => [row.nameKey, node.id],
    node: ({ node }) => node,
  });
}

/** Organizations whose open run is due, read in the order of its index. */
async function pageByDue(
  { sql, kept, visibility }: KeptView,
  request: PageRequest,
  filter: OrganizationFilter,
): Promise<Page<OrganizationRecord>> {
  // What is cancelled is not due.
  const runStatus = filter.runStatus?.filter((status) => status !== 'CANCELLED') ?? null;
  const { where, parameters, sparse } = rowsOf(visibility, { ...filter, runStatus });
  const ofRun = [visibility.condition(parameters, 'r'), IS_DUE];
  const matching = [...where, ...(sparse ? everyMatch(sparse) : [])];
  const rows = {
    columns: `${MARKED_COLUMNS}, r.due_at as "dueAt"`,
    from: `${sparse ? readFirst(matching) : 'organization o'} join run r on ${OF_ORGANIZATION}`,
    where: sparse ? ofRun : [...matching, ...ofRun],
    parameters,
  };
  const found = await pageRows('organizationsByDue', request, rows, (select, values) => {
    const statement = {
      ...{ select: markedOrganizations(select), parameters: values },
      columns: ['dueAt'] as const,
    };
    return kept.query(sql, statement, keptOrganization);
  });
  return pageOf('organizationsByDue', found, request, {
    key: ({ row, node }) => [new Date(row.dueAt).toISOString(), node.id],
    node: ({ node }) => node,
  });
}

/** The organizations that the order by due day has no place for. */
function withoutDue(visibility: Visibility, filter: OrganizationFilter): Rows {
  const rows = rowsOf(visibility, filter);
  const { where, sparse } = rows;
  const isLast = `not exists (select 1 from run r where ${OF_ORGANIZATION} and ${IS_DUE})`;
  // Where nearly all are due, it too matches few.
  return sparse
    ? { ...rows, sparse: { ...sparse, matches: `${sparse.matches} and ${isLast}` } }
    : { ...rows, where: [...where, isLast] };
}

/** By the index of texts, before any run is read: the database does not know how few match. */
const readFirst = (conditions: readonly string[]): string =>
  `(select o.*, o.xmin from organization o where ${conditions.join(' and ')} offset 0) as o`;

const everyMatch = ({ matches, candidate, found }: SparseFilter): string[] =>
  candidate ? [candidate(found(null)), matches] : [matches];

export async function countOrganizations(
  view: View,
  filter: OrganizationFilter = {},
): Promise<Count> {
  const { runStatus, waitingOn, archived, text, ...others } = filter;
  const isCounted = !archived && !text && Object.values(others).every((value) => value == null);
  if (!isCounted || view.visibility.scope.organizationIds)
    return countRows(view.sql, rowsOf(view.visibility, filter));
  if (!runStatus && !waitingOn) return countedUp(await countPortfolioOrganizations(view));
  // Each run that is not cancelled is the current one of its organization.
  if (!isCancelledToo(filter))
    return countedUp(
      await countRunsByKey(view, {
        status: (runStatus ?? RUN_STATUSES).filter((status) => status !== 'CANCELLED'),
        waitingOn,
      }),
    );
  return countRows(view.sql, rowsOf(view.visibility, filter));
}
