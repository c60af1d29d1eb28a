/**
 * Imports organizations from one file in one transaction: valid rows are written together, bad
 * lines are reported.
 */
import { randomUUID } from 'node:crypto';
import { organizationCombination, refuse, type Organization, type Refusal } from '@keyway/core';
import {
  Refused,
  type FieldChange,
  type NewOrganization,
  type OrganizationRecord,
} from '@keyway/store';
import { requireSignedIn, starterOf, type RequestContext } from '../context.ts';
import type { ImportOrganizationsInput, ResolversTypes } from '../generated/resolverTypes.ts';
import { presentItems } from '../loaders.ts';
import { mutate } from '../mutate.ts';
import { COLUMNS, readCsv, readJson, type ImportRead, type ImportRow } from './importRows.ts';
import type { Rejection } from './csvTable.ts';
import { importKeys, type KeyImport, type KeysOutcome, type RowWithKeys } from './importKeys.ts';
import { keyProblems } from './keyColumns.ts';

type Payload = Awaited<ResolversTypes['ImportOrganizationsPayload']>;
interface Update {
  line: number;
  organizationId: string;
  changes: FieldChange[];
}
interface Outcome {
  created: number;
  unchanged: number;
  updated: Update[];
  rejected: Rejection[];
  /** Null where the file has no column for keys. */
  keys: KeysOutcome | null;
}
interface ImportContext extends KeyImport {
  /** Rows change existing organizations; otherwise rows that differ are rejected. */
  updates: boolean;
}
/** Rows that are imported, with their organizations. */
type Accepted = RowWithKeys[];

/** Bytes of UTF-8. */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;

async function read(input: ImportOrganizationsInput): Promise<ImportRead> {
  if (Buffer.byteLength(input.content) > MAX_IMPORT_BYTES) {
    const mebibytes = MAX_IMPORT_BYTES / 1024 / 1024;
    throw new Refused(refuse('importTooLarge', ['content'], { mebibytes }));
  }
  return input.format === 'CSV' ? readCsv(input.content) : readJson(input.content);
}

const withDefaults = (values: ImportRow['values']): NewOrganization => ({
  cloud: 'AZURE',
  region: 'VA7',
  ownsCja: false,
  azureTenantId: null,
  ...values,
});

/** The columns in which a row differs from the stored organization. */
const differences = ({ values }: ImportRow, stored: OrganizationRecord): Refusal[] =>
  COLUMNS.filter((column) => values[column] !== undefined && values[column] !== stored[column]).map(
    (column) => refuse('rowDiffers', [column], { column, stored: stored[column] }),
  );

/** Separates rows whose organization an earlier row already names. */
function splitRepeated(rows: readonly ImportRow[]): { rows: ImportRow[]; repeated: Rejection[] } {
  const firstLines = new Map<string, number>();
  const once: ImportRow[] = [];
  const repeated: Rejection[] = [];
  for (const row of rows) {
    const first = firstLines.get(row.values.imsOrgId);
    if (first !== undefined)
      repeated.push({
        line: row.line,
        refusals: [refuse('rowRepeated', ['imsOrgId'], { line: first })],
      });
    else {
      firstLines.set(row.values.imsOrgId, row.line);
      once.push(row);
    }
  }
  return { rows: once, repeated };
}

/** Why an organization cannot be created from a row and the defaults. */
function problemsOfNew({ values, keys }: ImportRow): Refusal[] {
  const organization = withDefaults(values);
  const combination = organizationCombination(organization);
  return [...(combination ? [combination] : []), ...keyProblems(keys, organization.cloud)];
}

type ByImsOrgId = Map<string, OrganizationRecord>;

/**
 * Creates the organizations that don't exist, and finds those that do. Creating comes first,
 * because most rows of most files are new.
 */
async function createOrFind(
  rows: readonly ImportRow[],
  { unit, dryRun, occurrence }: ImportContext,
): Promise<{ created: ByImsOrgId; found: ByImsOrgId }> {
  const all = rows.map((row) => row.values.imsOrgId);
  if (dryRun) return { created: new Map(), found: await unit.organizations.findByImsOrgIds(all) };
  const outcome = await unit.organizations.createMany(
    rows.filter((row) => problemsOfNew(row).length === 0).map((row) => withDefaults(row.values)),
    occurrence,
  );
  if ('refusal' in outcome) throw new Refused(outcome.refusal);
  const created = new Map(outcome.created.map((one) => [one.imsOrgId, one]));
  const rest = all.filter((imsOrgId) => !created.has(imsOrgId));
  const found: ByImsOrgId =
    rest.length === 0 ? new Map() : await unit.organizations.findByImsOrgIds(rest);
  return { created, found };
}

type Existing = readonly [ImportRow, OrganizationRecord];

/** Compares rows with their existing organizations, and changes those that differ on `UPDATE`. */
async function importExisting(
  existing: readonly Existing[],
  importing: ImportContext,
  outcome: Outcome,
): Promise<Accepted> {
  const differing: Existing[] = [];
  const accepted: Accepted = [];
  for (const [row, stored] of existing) {
    const { line, keys, values } = row;
    const ofKeys = keyProblems(keys, values.cloud ?? stored.cloud);
    const differ = differences(row, stored);
    const refusals = importing.updates ? ofKeys : [...differ, ...ofKeys];
    if (stored.archivedAt)
      outcome.rejected.push({ line, refusals: [refuse('rowArchived', ['imsOrgId'])] });
    else if (refusals.length > 0) outcome.rejected.push({ line, refusals });
    else if (differ.length > 0) differing.push([row, stored]);
    else {
      outcome.unchanged += 1;
      accepted.push({ line, keys, organization: stored, isNew: false });
    }
  }
  return [...accepted, ...(await updateAll(differing, importing, outcome))];
}

async function updateAll(
  differing: readonly Existing[],
  { unit, occurrence, dryRun }: ImportContext,
  outcome: Outcome,
): Promise<Accepted> {
  if (differing.length === 0) return [];
  const changes = differing.map(([{ values }, { id }]) => ({
    organizationId: id,
    correction: values,
  }));
  const results = await unit.organizations.change(changes, occurrence, dryRun);
  const accepted: Accepted = [];
  for (const [{ line, keys, values }, stored] of differing) {
    const { id } = stored;
    const result = results.get(id)!;
    if ('refusals' in result) {
      outcome.rejected.push({ line, refusals: result.refusals });
      continue;
    }
    accepted.push({ line, keys, organization: { ...stored, ...values }, isNew: false });
    if (result.changes.length > 0)
      outcome.updated.push({ line, organizationId: id, changes: result.changes });
    else outcome.unchanged += 1;
  }
  return accepted;
}

async function importRows(content: ImportRead, importing: ImportContext): Promise<Outcome> {
  const { rows, repeated } = splitRepeated(content.rows);
  const outcome: Outcome = {
    created: 0,
    unchanged: 0,
    updated: [],
    rejected: [...content.rejected, ...repeated],
    keys: null,
  };
  const { created, found } = await createOrFind(rows, importing);
  const existing: Existing[] = [];
  const accepted: Accepted = [];
  for (const row of rows) {
    const { line, values, keys } = row;
    const stored = found.get(values.imsOrgId);
    const problems = stored ? [] : problemsOfNew(row);
    if (stored) existing.push([row, stored]);
    else if (problems.length > 0) outcome.rejected.push({ line, refusals: problems });
    else {
      outcome.created += 1;
      // A dry run creates none, and its ID is shown to nobody.
      const organization: Organization = created.get(values.imsOrgId) ?? {
        id: randomUUID(),
        ...withDefaults(values),
      };
      accepted.push({ line, keys, organization, isNew: true });
    }
  }
  accepted.push(...(await importExisting(existing, importing, outcome)));
  outcome.rejected.sort((a, b) => a.line - b.line);
  if (content.hasKeys) outcome.keys = await importKeys(accepted, importing);
  return outcome;
}

const asText = (value: FieldChange['from']): string | null =>
  value === null ? null : String(value);

async function payloadOf(
  context: RequestContext,
  { updated, keys = null, ...outcome }: Outcome,
): Promise<Payload> {
  const { loaders, partner } = requireSignedIn(context);
  const organizations = presentItems(
    await loaders.organization.loadMany(updated.map(({ organizationId }) => organizationId)),
  );
  const byId = new Map(organizations.map((organization) => [organization.id, organization]));
  const updates = updated.flatMap(({ line, organizationId, changes }) => {
    const organization = byId.get(organizationId);
    const texts = changes.map(({ field, from, to }) => ({
      field,
      from: asText(from),
      to: asText(to),
    }));
    return organization ? [{ line, organization, changes: texts }] : [];
  });
  const job = keys?.jobId ? await partner.bulkJob(keys.jobId) : null;
  const shown = keys && { ...keys, job };
  return { ...outcome, updated: updated.length, updates, keys: shown, userErrors: [] };
}

/** Replaces characters that can't be stored, so that only their lines are rejected. */
const withReplacementCharacters = (content: string): string =>
  content.toWellFormed().replaceAll('\0', '\ufffd');

export async function importOrganizations(
  context: RequestContext,
  given: ImportOrganizationsInput,
): Promise<Payload> {
  const { viewer } = requireSignedIn(context);
  const input = { ...given, content: withReplacementCharacters(given.content) };
  let content: ImportRead;
  const outcome = await mutate(context, {
    name: 'importOrganizations',
    input,
    validate: async () => {
      content = await read(input);
    },
    work: (unit, occurrence) =>
      importRows(content, {
        unit,
        occurrence,
        starter: starterOf(viewer),
        dryRun: input.dryRun ?? false,
        startRuns: input.startRuns ?? false,
        updates: input.onExisting === 'UPDATE',
      }),
  });
  if ('userErrors' in outcome)
    return {
      created: 0,
      unchanged: 0,
      updated: 0,
      updates: [],
      rejected: [],
      keys: null,
      userErrors: outcome.userErrors,
    };
  return payloadOf(context, outcome.result);
}
