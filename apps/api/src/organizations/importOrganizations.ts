/**
 * Imports organizations from one file in one transaction: valid rows are written together, bad
 * lines are reported.
 */
import { organizationCombination, refuse, type Refusal } from '@keyway/core';
import {
  Refused,
  type FieldChange,
  type NewOrganization,
  type Occurrence,
  type OrganizationRecord,
  type UnitOfWork,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { ImportOrganizationsInput, ResolversTypes } from '../generated/resolverTypes.ts';
import { presentItems } from '../loaders.ts';
import { mutate } from '../mutate.ts';
import { COLUMNS, readCsv, readJson, type ImportRead, type ImportRow } from './importRows.ts';
import type { Rejection } from './csvTable.ts';

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
}
interface ImportContext {
  unit: UnitOfWork;
  occurrence: () => Occurrence;
  dryRun: boolean;
  /** Rows change existing organizations; otherwise rows that differ are rejected. */
  updates: boolean;
}

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
const combinationProblem = ({ values }: ImportRow): Refusal | null =>
  organizationCombination(withDefaults(values));

/**
 * Creates the organizations that don't exist and returns those that do, by IMS organization ID.
 * Creating comes first, because most rows of most files are new.
 */
async function createOrFind(
  rows: readonly ImportRow[],
  { unit, dryRun, occurrence }: ImportContext,
): Promise<Map<string, OrganizationRecord>> {
  const all = rows.map((row) => row.values.imsOrgId);
  if (dryRun) return unit.organizations.findByImsOrgIds(all);
  const outcome = await unit.organizations.createMany(
    rows.filter((row) => !combinationProblem(row)).map((row) => withDefaults(row.values)),
    occurrence,
  );
  if ('refusal' in outcome) throw new Refused(outcome.refusal);
  const created = new Set(outcome.created.map((organization) => organization.imsOrgId));
  const rest = all.filter((imsOrgId) => !created.has(imsOrgId));
  return rest.length === 0
    ? new Map<string, OrganizationRecord>()
    : unit.organizations.findByImsOrgIds(rest);
}

type Existing = readonly [ImportRow, OrganizationRecord];

/** Compares rows with their existing organizations, and changes those that differ on `UPDATE`. */
async function importExisting(
  existing: readonly Existing[],
  importing: ImportContext,
  outcome: Outcome,
): Promise<void> {
  const differing: Existing[] = [];
  for (const [row, stored] of existing) {
    const refusals = differences(row, stored);
    const { line } = row;
    if (stored.archivedAt)
      outcome.rejected.push({ line, refusals: [refuse('rowArchived', ['imsOrgId'])] });
    else if (refusals.length === 0) outcome.unchanged += 1;
    else if (importing.updates) differing.push([row, stored]);
    else outcome.rejected.push({ line, refusals });
  }
  await updateAll(differing, importing, outcome);
}

async function updateAll(
  differing: readonly Existing[],
  { unit, occurrence, dryRun }: ImportContext,
  outcome: Outcome,
): Promise<void> {
  if (differing.length === 0) return;
  const changes = differing.map(([{ values }, { id }]) => ({
    organizationId: id,
    correction: values,
  }));
  const results = await unit.organizations.change(changes, occurrence, dryRun);
  for (const [{ line }, { id }] of differing) {
    const result = results.get(id)!;
    if ('refusals' in result) outcome.rejected.push({ line, refusals: result.refusals });
    else if (result.changes.length > 0)
      outcome.updated.push({ line, organizationId: id, changes: result.changes });
    else outcome.unchanged += 1;
  }
}

async function importRows(content: ImportRead, importing: ImportContext): Promise<Outcome> {
  const { rows, repeated } = splitRepeated(content.rows);
  const outcome: Outcome = {
    created: 0,
    unchanged: 0,
    updated: [],
    rejected: [...content.rejected, ...repeated],
  };
  const found = await createOrFind(rows, importing);
  const existing: Existing[] = [];
  for (const row of rows) {
    const stored = found.get(row.values.imsOrgId);
    const problem = stored ? null : combinationProblem(row);
    if (stored) existing.push([row, stored]);
    else if (problem) outcome.rejected.push({ line: row.line, refusals: [problem] });
    else outcome.created += 1;
  }
  await importExisting(existing, importing, outcome);
  outcome.rejected.sort((a, b) => a.line - b.line);
  return outcome;
}

const asText = (value: FieldChange['from']): string | null =>
  value === null ? null : String(value);

async function payloadOf(
  context: RequestContext,
  { updated, ...outcome }: Outcome,
): Promise<Payload> {
  const { loaders } = requireSignedIn(context);
  const organizations = presentItems(
    await loaders.organization.loadMany(updated.map(({ organizationId }) => organizationId)),
  );
  const byId = new Map(organizations.map((organization) => [organization.id, organization]));
  const updates = updated.flatMap(({ line, organizationId, changes }) => {
    const organization = byId.get(organizationId);
    const shown = changes.map(({ field, from, to }) => ({
      field,
      from: asText(from),
      to: asText(to),
    }));
    return organization ? [{ line, organization, changes: shown }] : [];
  });
  return { ...outcome, updated: updated.length, updates, userErrors: [] };
}

/** Replaces characters that can't be stored, so that only their lines are rejected. */
const withReplacementCharacters = (content: string): string =>
  content.toWellFormed().replaceAll('\0', '\ufffd');

export async function importOrganizations(
  context: RequestContext,
  given: ImportOrganizationsInput,
): Promise<Payload> {
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
        dryRun: input.dryRun ?? false,
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
      userErrors: outcome.userErrors,
    };
  return payloadOf(context, outcome.result);
}
