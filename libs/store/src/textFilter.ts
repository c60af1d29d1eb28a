/** Rows that contain a text, by the index of search terms where few do. */
import type { Parameters } from './database/parameters.ts';
import type { SparseFilter } from './sparseFilter.ts';
import type { Visibility } from './tenancy/visibility.ts';

/** Texts that are shorter are found in names alone. */
const SHORTEST_ANYWHERE = 3;

/** A text as it is compared: with texts in lower case, and without what PostgreSQL can't store. */
export const comparable = (text: string): string => text.toLowerCase().replaceAll('\0', '');

const contains = (column: string, wanted: string): string => `strpos(${column}, ${wanted}) > 0`;

/** Of the cap of counts, and as many again as are left out, such as archived ones. */
const CANDIDATES_TO_COUNT = { organizations: 12_000, runs: 25_000 };

/** SQL: whether an organization has the text in its name or IMS organization ID. */
function organizationContains(alias: string, text: string, wanted: string): string {
  const inName = contains(`${alias}.name_key`, wanted);
  if (text.length < SHORTEST_ANYWHERE) return inName;
  return `(${inName} or ${contains(`lower(${alias}.ims_org_id)`, wanted)})`;
}

/** SQL: whether a run has the text in a key identifier, case number or ID of its submission. */
const runContains = (alias: string, text: string, wanted: string): string =>
  text.length < SHORTEST_ANYWHERE ? 'false' : contains(`${alias}.search_text`, wanted);

const found =
  (wanted: string, withRuns: boolean): SparseFilter['found'] =>
  (atMost) =>
    `array(select search_candidates(${wanted}, ${withRuns}, ${atMost}))`;

/** The index is over all that the partner has; viewers of some organizations have few rows. */
const isUnlimited = ({ scope }: Visibility): boolean => scope.organizationIds === null;

/** Of `organization o`. */
export function organizationText(
  parameters: Parameters,
  visibility: Visibility,
  text: string,
): SparseFilter {
  const wanted = `${parameters.add(text)}::text`;
  return {
    matches: organizationContains('o', text, wanted),
    candidate: isUnlimited(visibility) ? (ids) => `o.id = any (${ids})` : null,
    found: found(wanted, false),
    candidatesToCount: CANDIDATES_TO_COUNT.organizations,
  };
}

/** Of `run r`, also by its organization. */
export function runText(
  parameters: Parameters,
  visibility: Visibility,
  text: string,
): SparseFilter {
  const wanted = `${parameters.add(text)}::text`;
  // Not `exists`, for which the database may read all organizations first.
  const ofOrganization = `coalesce((select ${organizationContains('o', text, wanted)} from organization o
    where o.id = r.organization_id and o.partner_id = r.partner_id), false)`;
  return {
    matches: `(${runContains('r', text, wanted)} or ${ofOrganization})`,
    candidate: isUnlimited(visibility) ? (ids) => `r.organization_id = any (${ids})` : null,
    found: found(wanted, true),
    candidatesToCount: CANDIDATES_TO_COUNT.runs,
  };
}

/** Of `organization o`, also by its run that is not cancelled: what the search box finds. */
export function searchText(
  parameters: Parameters,
  text: string,
): Pick<SparseFilter, 'matches'> & { first: (limit: string) => string } {
  const wanted = `${parameters.add(text)}::text`;
  const ofRun = `coalesce((select ${runContains('r', text, wanted)} from run r
    where r.organization_id = o.id and r.partner_id = o.partner_id and r.status <> 'CANCELLED'), false)`;
  return {
    matches: `(${organizationContains('o', text, wanted)} or ${ofRun})`,
    first: (limit) => `search_first(${wanted}, ${limit}::int)`,
  };
}
