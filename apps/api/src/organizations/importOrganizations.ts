/**
 * Many organizations from one file, in one transaction: good rows are created together, bad lines are reported and change nothing. What
 * is there is never changed: a row that equals it counts as unchanged, one that differs is rejected (contract.md, "CSV import").
 */
import { refuse } from '@keyway/core';
import { Refused, type NewOrganization, type Occurrence, type OrganizationRecord, type PartnerTransaction } from '@keyway/store';
import type { RequestContext } from '../context.ts';
import type { ImportOrganizationsInput, ResolversTypes } from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { limitedViewer } from './createOrganization.ts';
import {
  COLUMNS,
  oneRejection,
  readCsv,
  readJson,
  UnreadableImport,
  type ImportRead,
  type ImportRow,
  type Rejection,
} from './importRows.ts';

type Payload = Awaited<ResolversTypes['ImportOrganizationsPayload']>;
type Outcome = Pick<Payload, 'created' | 'unchanged'> & { rejected: Rejection[] };

/** Bytes of UTF-8. */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;

const unreadable = (message: string): Refused => new Refused(refuse('INVALID_INPUT', message, ['content']));

function read(input: ImportOrganizationsInput): ImportRead {
  if (Buffer.byteLength(input.content) > MAX_IMPORT_BYTES) throw unreadable('This is larger than 5 MiB; import it in parts.');
  try {
    return input.format === 'CSV' ? readCsv(input.content) : readJson(input.content);
  } catch (error) {
    throw error instanceof UnreadableImport ? unreadable(error.message) : error;
  }
}

const withDefaults = (values: ImportRow['values']): NewOrganization => ({
  cloud: 'AZURE',
  region: 'VA7',
  ownsCja: false,
  azureTenantId: null,
  ...values,
});

/** The columns in which a row says something else than what is there. */
function differences({ line, values }: ImportRow, there: OrganizationRecord): Rejection[] {
  return COLUMNS.filter((column) => values[column] !== undefined && values[column] !== there[column]).map((field) => ({
    line,
    field,
    message: `This organization is there already and its ${field} is ${String(there[field])}; an import changes nothing.`,
  }));
}

/** Rows that name an organization which an earlier row names. */
function splitRepeated(rows: readonly ImportRow[]): { rows: ImportRow[]; repeated: Rejection[] } {
  const firstLines = new Map<string, number>();
  const once: ImportRow[] = [];
  const repeated: Rejection[] = [];
  for (const row of rows) {
    const first = firstLines.get(row.values.imsOrgId);
    if (first !== undefined)
      repeated.push({ line: row.line, field: 'imsOrgId', message: `Line ${first} names this organization already.` });
    else {
      firstLines.set(row.values.imsOrgId, row.line);
      once.push(row);
    }
  }
  return { rows: once, repeated };
}

/** Made first and looked for only where it is there: most rows of most files are new. Answers what is there, by IMS organization ID. */
async function createOrFind(
  tx: PartnerTransaction,
  rows: readonly ImportRow[],
  dryRun: boolean,
  occurrence: () => Occurrence,
): Promise<Map<string, OrganizationRecord>> {
  const all = rows.map((row) => row.values.imsOrgId);
  if (dryRun) return tx.organizationsByImsOrgIds(all);
  const made = await tx.createOrganizations(
    rows.map((row) => withDefaults(row.values)),
    occurrence,
  );
  if ('refusal' in made) throw new Refused(made.refusal);
  const created = new Set(made.created.map((organization) => organization.imsOrgId));
  const rest = all.filter((imsOrgId) => !created.has(imsOrgId));
  return rest.length === 0 ? new Map<string, OrganizationRecord>() : tx.organizationsByImsOrgIds(rest);
}

async function importRows(tx: PartnerTransaction, content: ImportRead, dryRun: boolean, occurrence: () => Occurrence): Promise<Outcome> {
  const { rows, repeated } = splitRepeated(content.rows);
  const outcome: Outcome = { created: 0, unchanged: 0, rejected: [...content.rejected, ...repeated] };
  const existing = await createOrFind(tx, rows, dryRun, occurrence);
  for (const row of rows) {
    const there = existing.get(row.values.imsOrgId);
    const differing = there ? differences(row, there) : [];
    if (!there) outcome.created += 1;
    else if (differing.length === 0) outcome.unchanged += 1;
    outcome.rejected.push(...oneRejection(differing));
  }
  outcome.rejected.sort((a, b) => a.line - b.line);
  return outcome;
}

/** What no text can hold becomes a lost character, so that its line is reported and the others are read. */
const withLostCharacters = (content: string): string => content.toWellFormed().replaceAll('\0', '\ufffd');

export async function importOrganizations(context: RequestContext, given: ImportOrganizationsInput): Promise<Payload> {
  const input = { ...given, content: withLostCharacters(given.content) };
  let content: ImportRead;
  const outcome = await mutate(context, {
    name: 'importOrganizations',
    input,
    judge: () => {
      const limited = limitedViewer(context);
      if (limited) throw new Refused(limited);
      content = read(input);
    },
    work: (tx, occurrence) => importRows(tx, content, input.dryRun ?? false, occurrence),
  });
  if ('userErrors' in outcome) return { created: 0, unchanged: 0, rejected: [], userErrors: outcome.userErrors };
  return { ...outcome.result, userErrors: [] };
}
