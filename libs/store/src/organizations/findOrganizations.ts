/** Organizations by ID, for reads and inside mutations. Foreign and missing ones are left out. */
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { OrganizationRecord } from './organizationRecord.ts';
import {
  ORGANIZATION_COLUMNS,
  organizationRecord,
  type OrganizationRow,
} from './organizationRow.ts';

export async function findOrganizations(
  { sql, visibility }: View,
  ids: readonly string[],
): Promise<OrganizationRecord[]> {
  const parameters = new Parameters();
  const which = `o.id = any (${parameters.add(ids.filter(isUuid))}::uuid[])`;
  const rows = await sql.query<OrganizationRow>(
    `select ${ORGANIZATION_COLUMNS} from organization o
     where ${which} and ${visibility.condition(parameters, 'o', 'id')} order by o.id`,
    parameters.values,
  );
  return rows.map(organizationRecord);
}

export const findOrganizationsByIds = async (
  view: View,
  ids: readonly string[],
): Promise<Map<string, OrganizationRecord>> =>
  new Map((await findOrganizations(view, ids)).map((found) => [found.id, found]));

export async function findOrganization(view: View, id: string): Promise<OrganizationRecord | null> {
  const [organization] = await findOrganizations(view, [id]);
  return organization ?? null;
}

/** By IMS organization ID. */
export async function findByImsOrgIds(
  { sql, visibility }: View,
  imsOrgIds: readonly string[],
): Promise<Map<string, OrganizationRecord>> {
  const parameters = new Parameters();
  const which = `o.ims_org_id = any (${parameters.add(imsOrgIds)}::text[])`;
  const rows = await sql.query<OrganizationRow>(
    `select ${ORGANIZATION_COLUMNS} from organization o
     where ${which} and ${visibility.condition(parameters, 'o', 'id')}`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.imsOrgId, organizationRecord(row)]));
}

export const findByImsOrgId = async (
  view: View,
  imsOrgId: string,
): Promise<OrganizationRecord | null> =>
  (await findByImsOrgIds(view, [imsOrgId])).get(imsOrgId) ?? null;
