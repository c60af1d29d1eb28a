/** Finds organizations by name, IMS organization ID, key or vault of their run, or case number. */
import { findCurrentRuns } from '../runs/findRuns.ts';
import { likePart } from '../page.ts';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import { searchTerms } from '../runs/runRow.ts';
import type { StoredRun } from '../runs/runRecord.ts';
import { findOrganizations } from './findOrganizations.ts';
import type { OrganizationRecord } from './organizationRecord.ts';

export interface SearchHit {
  organization: OrganizationRecord;
  run: StoredRun | null;
  /** The text that matched. */
  matched: string;
}

interface MatchRow {
  id: string;
  name: string;
  ims_org_id: string;
}

export async function searchOrganizations(
  view: View,
  text: string,
  first: number,
): Promise<SearchHit[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const parameters = new Parameters();
  const part = parameters.add(likePart(wanted));
  const rows = await view.sql.query<MatchRow>(
    `select o.id, o.name, o.ims_org_id
     from organization o
     where ${view.visibility.condition(parameters, 'o', 'id')} and o.archived_at is null and (o.name_key like ${part} or lower(o.ims_org_id) like ${part}
       or o.id in (select r.organization_id from run r where r.status <> 'CANCELLED' and r.search_text like ${part}))
     order by o.name_key, o.id limit ${parameters.add(first)}`,
    parameters.values,
  );
  const ids = rows.map((row) => row.id);
  const organizations = new Map(
    (await findOrganizations(view, ids)).map((organization) => [organization.id, organization]),
  );
  const runs = new Map((await findCurrentRuns(view, ids)).map((run) => [run.organizationId, run]));
  return rows.flatMap((row) => {
    const organization = organizations.get(row.id);
    const run = runs.get(row.id);
    const lines = [row.name, row.ims_org_id, ...(run ? searchTerms(run.run) : [])];
    const matched = lines.find((line) => line.toLowerCase().includes(wanted)) ?? row.name;
    return organization ? [{ organization, run: run ?? null, matched }] : [];
  });
}
