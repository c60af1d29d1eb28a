/** The list of organizations: by name in any letter case, then id. */
import {
  ORGANIZATION_COLUMNS,
  organizationRecord,
  type OrganizationRow,
} from './organizationRow.ts';
import {
  cappedCount,
  countOf,
  decodeCursor,
  isGiven,
  likePart,
  pageOf,
  type Count,
  type Page,
  type PageRequest,
} from '../page.ts';
import { Parameters } from '../database/parameters.ts';
import type { Organization } from '../generated/client.ts';
import type { View } from '../tenancy/view.ts';
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

/**
 * An organization's current run is the one that is not cancelled; only where there is none, a
 * cancelled one, which waits on nobody. Put so that the database may begin with the runs, of which
 * few may match, as well as with the organizations.
 */
function currentRunCondition(
  parameters: Parameters,
  { runStatus, waitingOn }: OrganizationFilter,
): string {
  const ofRun = ['r.organization_id = o.id', `r.status <> 'CANCELLED'`];
  if (runStatus) ofRun.push(`r.status = any (${parameters.add(runStatus)}::text[])`);
  if (waitingOn) ofRun.push(`r.waiting_on && ${parameters.add(waitingOn)}::text[]`);
  const open = `exists (select 1 from run r where ${ofRun.join(' and ')})`;
  if (waitingOn || !runStatus?.includes('CANCELLED')) return open;
  const cancelledAlone = `exists (select 1 from run r where r.organization_id = o.id)
    and not exists (select 1 from run r where r.organization_id = o.id and r.status <> 'CANCELLED')`;
  return `(${open} or (${cancelledAlone}))`;
}

export async function listOrganizations(
  { sql, visibility }: View,
  { first, after }: PageRequest,
  filter: OrganizationFilter = {},
): Promise<Page<OrganizationRecord>> {
  const parameters = new Parameters();
  const where = conditions(parameters, visibility, filter);
  if (isGiven(after)) {
    const [name, id] = decodeCursor('organizations', after);
    where.push(`(o.name_key, o.id) > (${parameters.add(name)}, ${parameters.add(id)}::uuid)`);
  }
  const rows = await sql.query<OrganizationRow & Pick<Organization, 'nameKey'>>(
    `select ${ORGANIZATION_COLUMNS}, o.name_key as "nameKey" from organization o where ${where.join(' and ')}
     order by o.name_key, o.id limit ${parameters.add(first + 1)}`,
    parameters.values,
  );
  return pageOf('organizations', rows, { first, after }, ({ nameKey, ...row }) => ({
    key: [nameKey, row.id],
    node: organizationRecord(row),
  }));
}

export async function countOrganizations(
  { sql, visibility }: View,
  filter: OrganizationFilter = {},
): Promise<Count> {
  const parameters = new Parameters();
  const where = conditions(parameters, visibility, filter);
  const [row] = await sql.query<{ count: number }>(
    cappedCount(`from organization o where ${where.join(' and ')}`),
    parameters.values,
  );
  return countOf(row?.count ?? 0);
}
