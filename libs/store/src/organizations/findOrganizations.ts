/** Organizations by ID, for reads and inside mutations. Foreign and missing ones are left out. */
import { inParts } from '../database/inParts.ts';
import { Parameters } from '../database/parameters.ts';
import type { KeptView, View } from '../tenancy/view.ts';
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import type { OrganizationRecord } from './organizationRecord.ts';
import {
  keptOrganization,
  MARKED_COLUMNS,
  markedOrganizations,
  ORGANIZATION_COLUMNS,
  organizationRecord,
  type OrganizationRow,
} from './organizationRow.ts';

const selectByIds = (
  columns: string,
  parameters: Parameters,
  visibility: Visibility,
  ids: readonly string[],
): string => `select ${columns} from organization o
     where o.id = any (${parameters.add(ids.filter(isUuid))}::uuid[])
       and ${visibility.condition(parameters, 'o', 'id')} order by o.id`;

export async function findOrganizations(
  { sql, visibility }: View,
  ids: readonly string[],
): Promise<OrganizationRecord[]> {
  const parameters = new Parameters();
  const select = selectByIds(ORGANIZATION_COLUMNS, parameters, visibility, ids);
  const statement = { name: 'organizations_by_id', text: select };
  const rows = await sql.query<OrganizationRow>(statement, parameters.values);
  return rows.map(organizationRecord);
}

export async function findOrganization(view: View, id: string): Promise<OrganizationRecord | null> {
  const [organization] = await findOrganizations(view, [id]);
  return organization ?? null;
}

/** By IMS organization ID. */
export async function findByImsOrgIds(
  { sql, visibility }: View,
  imsOrgIds: readonly string[],
): Promise<Map<string, OrganizationRecord>> {
  const rows = await inParts(imsOrgIds, (part) => {
    const parameters = new Parameters();
    const which = `o.ims_org_id = any (${parameters.add(part)}::text[])`;
    return sql.query<OrganizationRow>(
      `select ${ORGANIZATION_COLUMNS} from organization o
       where ${which} and ${visibility.condition(parameters, 'o', 'id')}`,
      parameters.values,
    );
  });
  return new Map(rows.map((row) => [row.imsOrgId, organizationRecord(row)]));
}

export const findByImsOrgId = async (
  view: View,
  imsOrgId: string,
): Promise<OrganizationRecord | null> =>
  (await findByImsOrgIds(view, [imsOrgId])).get(imsOrgId) ?? null;

export async function findKeptOrganizations(
  { sql, kept, visibility }: KeptView,
  ids: readonly string[],
): Promise<Map<string, OrganizationRecord>> {
  const parameters = new Parameters();
  const select = markedOrganizations(selectByIds(MARKED_COLUMNS, parameters, visibility, ids));
  const rows = await kept.query(sql, { select, parameters }, keptOrganization);
  return new Map(rows.map(({ node }) => [node.id, node]));
}
