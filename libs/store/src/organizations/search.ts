/**
 * Finds organizations by name, IMS organization ID, the vault or key of their run, or a case
 * number.
 */
import type { Sql } from '../database/database.ts';
import { findCurrentRuns, findOrganizations } from '../tenancy/partnerLookups.ts';
import { likePart } from '../page.ts';
import { Parameters, type Visibility } from '../tenancy/partnerScope.ts';
import { searchWords } from '../runs/runRow.ts';
import type { SearchHit } from '../store.ts';

interface MatchRow {
  id: string;
  name: string;
  ims_org_id: string;
}

export async function searchOrganizations(
  sql: Sql,
  visibility: Visibility,
  text: string,
  first: number,
): Promise<SearchHit[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const parameters = new Parameters();
  const part = parameters.add(likePart(wanted));
  const rows = await sql.query<MatchRow>(
    `select o.id, o.name, o.ims_org_id
     from organization o
     where ${visibility.condition(parameters, 'o', 'id')} and o.archived_at is null and (o.name_key like ${part} or lower(o.ims_org_id) like ${part}
       or o.id in (select r.organization_id from run r where r.status <> 'CANCELLED' and r.search_text like ${part}))
     order by o.name_key, o.id limit ${parameters.add(first)}`,
    parameters.values,
  );
  const ids = rows.map((row) => row.id);
  const organizations = new Map(
    (await findOrganizations(sql, visibility, { ids })).map((organization) => [
      organization.id,
      organization,
    ]),
  );
  const runs = new Map(
    (await findCurrentRuns(sql, visibility, ids)).map((run) => [run.organizationId, run]),
  );
  return rows.flatMap((row) => {
    const organization = organizations.get(row.id);
    const run = runs.get(row.id);
    const lines = [row.name, row.ims_org_id, ...(run ? searchWords(run.run) : [])];
    const matched = lines.find((line) => line.toLowerCase().includes(wanted)) ?? row.name;
    return organization ? [{ organization, run: run ?? null, matched }] : [];
  });
}
