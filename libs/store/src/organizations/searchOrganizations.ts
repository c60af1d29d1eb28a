/** Finds organizations by name, IMS organization ID, key or vault of their run, or case number. */
import { Parameters } from '../database/parameters.ts';
import { findCurrentRunSummaries } from '../runs/findRuns.ts';
import type { RunView } from '../runs/runRecord.ts';
import type { KeptView, View } from '../tenancy/view.ts';
import { firstMatches } from '../sparseFilter.ts';
import { comparable, searchText } from '../textFilter.ts';
import { findKeptOrganizations } from './findOrganizations.ts';
import type { OrganizationRecord } from './organizationRecord.ts';

export interface SearchHit {
  organization: OrganizationRecord;
  /** The summary of its current run. */
  run: RunView | null;
  /** The text that matched. */
  matched: string;
}

/**
 * The first by name. Texts of one or two characters are found in names alone; of archived
 * organizations and cancelled runs nothing is found.
 */
export async function searchOrganizations(
  view: KeptView,
  text: string,
  first: number,
): Promise<SearchHit[]> {
  const wanted = comparable(text.trim());
  if (wanted === '') return [];
  const ids = await firstIds(view, wanted, first);
  const [organizations, runs, terms] = await Promise.all([
    findKeptOrganizations(view, ids),
    findCurrentRunSummaries(view, ids),
    findTerms(view, ids),
  ]);
  return ids.flatMap((id) => {
    const organization = organizations.get(id);
    if (!organization) return [];
    const { name, imsOrgId } = organization;
    const lines = [name, imsOrgId, ...(terms.get(id) ?? [])];
    const matched = lines.find((line) => comparable(line).includes(wanted)) ?? name;
    return [{ organization, run: runs.get(id) ?? null, matched }];
  });
}

/** In the order of names; for viewers of some organizations all of theirs are read. */
async function firstIds(
  { sql, visibility }: View,
  wanted: string,
  first: number,
): Promise<string[]> {
  const parameters = new Parameters();
  const isLimited = visibility.scope.organizationIds !== null;
  const where = `${visibility.condition(parameters, 'o', 'id')} and o.archived_at is null`;
  const { matches, first: firstOf } = searchText(parameters, wanted);
  const limit = parameters.add(first);
  const read = async (from: string, condition: string): Promise<string[]> => {
    const rows = await sql.query<{ id: string }>(
      `select o.id from ${from} where ${condition} order by o.name_key, o.id limit ${limit}`,
      parameters.values,
    );
    return rows.map(({ id }) => id);
  };
  if (isLimited) return read('organization o', `${where} and ${matches}`);
  const inOrder = (ofRows: number): string =>
    `(select o.* from organization o where ${where} order by o.name_key, o.id limit ${ofRows}) as o`;
  return firstMatches(
    first,
    (ofRows) => read(inOrder(ofRows), matches),
    () => read('organization o', `${where} and o.id = any (array(select ${firstOf(limit)}))`),
  );
}

/** The texts that organizations' runs are found by, as they were written. */
async function findTerms(
  { sql, visibility }: View,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const parameters = new Parameters();
  const rows = await sql.query<{ organizationId: string; terms: string[] }>(
    `select t.organization_id as "organizationId", array_agg(t.term order by t.term) as terms from search_term t
     where t.organization_id = any (${parameters.add(ids)}::uuid[]) and not t.cancelled and t.term is not null
       and ${visibility.condition(parameters, 't')} group by t.organization_id`,
    parameters.values,
  );
  return new Map(rows.map(({ organizationId, terms }) => [organizationId, terms]));
}
