/**
 * Single rows of a partner by id, alike for reads and inside mutations. Foreign and missing answer
 * null.
 */
import type { Sql } from '../database/database.ts';
import {
  ORGANIZATION_COLUMNS,
  organizationRecord,
  type OrganizationRow,
} from '../organizations/organizationRow.ts';
import { isUuid, Parameters, type Visibility } from './partnerScope.ts';
import { runColumns, storedRun, type RunRow } from '../runs/runRow.ts';
import type { OrganizationRecord, StoredRun } from '../store.ts';

export async function findOrganizations(
  sql: Sql,
  visibility: Visibility,
  by: { ids: readonly string[] } | { imsOrgIds: readonly string[] },
): Promise<OrganizationRecord[]> {
  const parameters = new Parameters();
  const which =
    'ids' in by
      ? `o.id = any (${parameters.add(by.ids.filter(isUuid))}::uuid[])`
      : `o.ims_org_id = any (${parameters.add(by.imsOrgIds)}::text[])`;
  const rows = await sql.query<OrganizationRow>(
    `select ${ORGANIZATION_COLUMNS} from organization o where ${which} and ${visibility.condition(parameters, 'o', 'id')}`,
    parameters.values,
  );
  return rows.map(organizationRecord);
}

export async function findOrganization(
  sql: Sql,
  visibility: Visibility,
  by: { id: string } | { imsOrgId: string },
): Promise<OrganizationRecord | null> {
  const found = await findOrganizations(
    sql,
    visibility,
    'id' in by ? { ids: [by.id] } : { imsOrgIds: [by.imsOrgId] },
  );
  return found[0] ?? null;
}

export async function findRuns(
  sql: Sql,
  visibility: Visibility,
  ids: readonly string[],
): Promise<StoredRun[]> {
  const parameters = new Parameters();
  const which = `r.id = any (${parameters.add(ids.filter(isUuid))}::uuid[])`;
  const rows = await sql.query<RunRow>(
    `select ${runColumns('r')} from run r where ${which} and ${visibility.condition(parameters, 'r')}`,
    parameters.values,
  );
  return rows.map(storedRun);
}

/** The newest run of each organization: the one that is not cancelled, else the last cancelled. */
export async function findCurrentRuns(
  sql: Sql,
  visibility: Visibility,
  organizationIds: readonly string[],
): Promise<StoredRun[]> {
  const parameters = new Parameters();
  const which = `r.organization_id = any (${parameters.add(organizationIds.filter(isUuid))}::uuid[])`;
  const rows = await sql.query<RunRow>(
    `select distinct on (r.organization_id) ${runColumns('r')} from run r
     where ${which} and ${visibility.condition(parameters, 'r')}
     order by r.organization_id, r.status = 'CANCELLED', r.started_at desc, r.id desc`,
    parameters.values,
  );
  return rows.map(storedRun);
}

export async function findRun(
  sql: Sql,
  visibility: Visibility,
  by: { id: string } | { organizationId: string },
): Promise<StoredRun | null> {
  const found =
    'id' in by
      ? await findRuns(sql, visibility, [by.id])
      : await findCurrentRuns(sql, visibility, [by.organizationId]);
  return found[0] ?? null;
}
