/** The list of organizations: by name in any letter case, then id. */
import { keptOrganization, MARKED_COLUMNS, markedOrganizations } from './organizationRow.ts';
import {
  countRows,
  likePart,
  pageOf,
  pageSelect,
  type Count,
  type Page,
  type PageRequest,
  type Rows,
} from '../page.ts';
import { Parameters } from '../database/parameters.ts';
import { waitingOnCondition } from '../runs/waitingOnCondition.ts';
import type { KeptView, View } from '../tenancy/view.ts';
import type { Visibility } from '../tenancy/visibility.ts';
import type { OrganizationFilter, OrganizationRecord } from './organizationRecord.ts';

function conditions(
  parameters: Parameters,
  visibility: Visibility,
  filter: OrganizationFilter,
): string[] {
  const found = [visibility.condition(parameters, 'o', 'id')];
  if (filter.text) {
    const part = parameters.add(likePart(filter.text));
    found.push(`(o.name_key like ${part} or lower(o.ims_org_id) like ${part})`);
  }
  found.push(`o.archived_at is ${filter.archived ? 'not null' : 'null'}`);
  if (filter.cloud) found.push(`o.cloud = ${parameters.add(filter.cloud)}`);
  if (filter.region) found.push(`o.region = ${parameters.add(filter.region)}`);
  if (filter.runStatus || filter.waitingOn) found.push(currentRunCondition(parameters, filter));
  return found;
}

/** The policy of `run` asks for its partner; said of the sub-select, an index has both. */
const OF_ORGANIZATION = 'r.organization_id = o.id and r.partner_id = o.partner_id';

/**
 * The current run is the one that is not cancelled, else a cancelled one, which waits on nobody.
 * `exists` lets the database begin with the runs where few of them match.
 */
function currentRunCondition(
  parameters: Parameters,
  { runStatus, waitingOn }: OrganizationFilter,
): string {
  const ofRun = [OF_ORGANIZATION, `r.status <> 'CANCELLED'`];
  if (runStatus) ofRun.push(`r.status = any (${parameters.add(runStatus)}::text[])`);
  if (waitingOn) ofRun.push(waitingOnCondition(parameters, 'r', waitingOn));
  const open = `exists (select 1 from run r where ${ofRun.join(' and ')})`;
  if (waitingOn || !runStatus?.includes('CANCELLED')) return open;
  const cancelledAlone = `exists (select 1 from run r where ${OF_ORGANIZATION})
    and not exists (select 1 from run r where ${OF_ORGANIZATION} and r.status <> 'CANCELLED')`;
  return `(${open} or (${cancelledAlone}))`;
}

/** Organizations that the viewer sees and the filter lets through. */
function rowsOf(visibility: Visibility, filter: OrganizationFilter): Rows {
  const parameters = new Parameters();
  const where = conditions(parameters, visibility, filter);
  return { from: 'organization o', where, parameters };
}

export async function listOrganizations(
  { sql, kept, visibility }: KeptView,
  request: PageRequest,
  filter: OrganizationFilter = {},
): Promise<Page<OrganizationRecord>> {
  const rows = rowsOf(visibility, filter);
  const columns = `${MARKED_COLUMNS}, o.name_key as "nameKey"`;
  const statement = {
    select: markedOrganizations(pageSelect('organizations', request, { columns, ...rows })),
    parameters: rows.parameters,
    columns: ['nameKey'] as const,
  };
  const found = await kept.query(sql, statement, keptOrganization);
  return pageOf('organizations', found, request, ({ row, node }) => ({
    key: () => [row.nameKey, node.id],
    node,
  }));
}

export const countOrganizations = (
  { sql, visibility }: View,
  filter: OrganizationFilter = {},
): Promise<Count> => countRows(sql, rowsOf(visibility, filter));
