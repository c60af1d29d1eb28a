/**
 * Reads an import into rows and validates each as far as its own text allows. Content that cannot
 * be read at all (no header, no list) refuses the mutation; a bad row is a rejection with its line.
 */
import {
  CLOUDS,
  validateImsOrgId,
  validateName,
  validateTenantId,
  regionAlias,
  REGIONS,
  SHIELDS,
  type Cloud,
  refuse,
  type InputValidation,
  type Refusal,
} from '@keyway/core';
import { Refused, type NewOrganization } from '@keyway/store';
import { isStorable } from '../userErrors/inputValidator.ts';
import { tenantProblem } from './createOrganization.ts';
import { csvRecords, delimiterOf, type CsvRecord } from './csvRecords.ts';

export const COLUMNS = [
  'name',
  'imsOrgId',
  'cloud',
  'region',
  'shield',
  'ownsCja',
  'azureTenantId',
] as const;
export type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['name', 'imsOrgId', 'shield'];
export const MAX_ROWS = 5000;

/** One rejection for each line. Its `field` is that of the first refusal. */
export interface Rejection {
  line: number;
  refusals: Refusal[];
}

/**
 * A valid row. Values that were left out are not set: they get their default when the organization
 * is created, and differ from nothing when it is compared.
 */
export interface ImportRow {
  line: number;
  values: Pick<NewOrganization, 'name' | 'imsOrgId' | 'shield'> & Partial<NewOrganization>;
}
export interface ImportRead {
  rows: ImportRow[];
  rejected: Rejection[];
}

const unreadable = (refusal: Refusal): Refused => new Refused({ ...refusal, field: ['content'] });

/** One row's cells by column. An absent one was not given. */
type Cells = Partial<Record<Column, unknown>>;

const fail = (refusal: Refusal): InputValidation => ({ ok: false, refusal });

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): InputValidation => {
    const value = values.find((candidate) => candidate === text.toUpperCase());
    return value
      ? { ok: true, value }
      : fail(refuse('rowValueNotListed', null, { possible: values }));
  };

const FLAGS: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  '1': 'true',
  false: 'false',
  no: 'false',
  '0': 'false',
};

const validateFlag = (text: string): InputValidation => {
  const value = FLAGS[text.toLowerCase()];
  return value ? { ok: true, value } : fail(refuse('rowValueNotBoolean', null));
};

/** Some documents write NLD2 as `NDL2` (GAP-26). */
const validateRegion = (text: string): InputValidation => {
  const value = regionAlias(text);
  return value
    ? { ok: true, value }
    : fail(refuse('rowValueNotListed', null, { possible: REGIONS }));
};

const VALIDATE: Record<Column, (text: string) => InputValidation> = {
  name: validateName,
  imsOrgId: validateImsOrgId,
  cloud: oneOf(CLOUDS),
  region: validateRegion,
  shield: oneOf(SHIELDS),
  ownsCja: validateFlag,
  azureTenantId: validateTenantId,
};

/** The cell's value (undefined where it was left out), or why it is rejected. */
function validateCell(column: Column, cell: unknown): { value: unknown } | { refusal: Refusal } {
  const text = typeof cell === 'boolean' ? String(cell) : (cell ?? '');
  if (typeof text !== 'string' || !isStorable(text))
    return { refusal: refuse('rowValueNotText', [column]) };
  const trimmed = text.trim();
  if (trimmed === '') {
    return REQUIRED.includes(column)
      ? { refusal: refuse('rowValueMissing', [column]) }
      : { value: undefined };
  }
  const validation = VALIDATE[column](trimmed);
  if (!validation.ok) return { refusal: { ...validation.refusal, field: [column] } };
  return { value: column === 'ownsCja' ? validation.value === 'true' : validation.value };
}

function validateCells(line: number, cells: Cells): ImportRow | Rejection {
  const refusals: Refusal[] = [];
  const values: Record<string, unknown> = {};
  for (const column of COLUMNS) {
    const validated = validateCell(column, cells[column]);
    if ('refusal' in validated) refusals.push(validated.refusal);
    else if (validated.value !== undefined) values[column] = validated.value;
  }
  const problem = tenantProblem(
    (values['cloud'] ?? 'AZURE') as Cloud,
    (values['azureTenantId'] as string | undefined) ?? null,
  );
  if (problem) refusals.push(problem);
  return refusals.length > 0 ? { line, refusals } : { line, values: values as ImportRow['values'] };
}

const rejected = (line: number, refusal: Refusal): Rejection => ({ line, refusals: [refusal] });

/** Separates valid rows from rejections. */
function importRead(read: readonly (ImportRow | Rejection)[]): ImportRead {
  const rows = read.filter((one) => 'values' in one);
  return { rows, rejected: read.filter((one) => 'refusals' in one) };
}

function headerOf(values: readonly string[]): Column[] {
  if (values.some((value) => value.includes('\ufffd')))
    throw unreadable(refuse('importHeaderUnreadable', null));
  const header = values.map((value) => {
    const name = value.trim();
    const column = COLUMNS.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (!column) throw unreadable(unknownColumn(name));
    return column;
  });
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice) throw unreadable(refuse('importColumnTwice', null, { column: twice }));
  const missing = REQUIRED.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw unreadable(refuse('importColumnMissing', null, { columns: missing, required: REQUIRED }));
  return header;
}

const unknownColumn = (name: string): Refusal =>
  name === ''
    ? refuse('importColumnUnnamed', null)
    : refuse('importColumnUnknown', null, { column: name.slice(0, 40), columns: COLUMNS });

const tooMany = (): Refused => unreadable(refuse('importTooManyRows', null, { max: MAX_ROWS }));

/** Spreadsheets break a name into lines inside its quotes; here it becomes one line. */
function oneLine(column: Column, value: string | undefined): string | undefined {
  if (column !== 'name' || value === undefined) return value;
  const lines = value.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/** Without empty values at the end of a line, as spreadsheets leave them; at least `least` stay. */
const trimmedEnd = (values: readonly string[], least: number): string[] =>
  values.slice(0, Math.max(least, values.findLastIndex((value) => value.trim() !== '') + 1));

export async function readCsv(content: string): Promise<ImportRead> {
  const [first, ...records] = await csvRecords(content, delimiterOf(content), MAX_ROWS + 2);
  if (!first) throw unreadable(refuse('importEmpty', null, { columns: COLUMNS.join(',') }));
  if (first.problem) throw unreadable(refuse(first.problem, null));
  if (records.length > MAX_ROWS) throw tooMany();
  const header = headerOf(trimmedEnd(first.values, 1));
  return importRead(records.map((record) => readRecord(header, record)));
}

function readRecord(header: readonly Column[], record: CsvRecord): ImportRow | Rejection {
  const { line, problem } = record;
  if (problem !== null) return rejected(line, refuse(problem, null));
  const values = trimmedEnd(record.values, header.length);
  const counts = { valueCount: values.length, columnCount: header.length };
  if (counts.valueCount !== counts.columnCount)
    return rejected(line, refuse('rowValueCount', null, counts));
  const cells = header.map((column, index) => [column, oneLine(column, values[index])] as const);
  return validateCells(line, Object.fromEntries(cells));
}

export function readJson(content: string): ImportRead {
  let list: unknown;
  try {
    list = JSON.parse(content.startsWith('\uFEFF') ? content.slice(1) : content);
  } catch {
    throw unreadable(refuse('importNotJson', null));
  }
  if (!Array.isArray(list)) throw unreadable(refuse('importNotList', null));
  if (list.length > MAX_ROWS) throw tooMany();
  return importRead(list.map((item: unknown, index) => readItem(index + 1, item)));
}

function readItem(line: number, item: unknown): ImportRow | Rejection {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return rejected(line, refuse('rowNotObject', null));
  const unknown = Object.keys(item).find((key) => !COLUMNS.some((column) => column === key));
  return unknown === undefined
    ? validateCells(line, item)
    : rejected(line, { ...unknownColumn(unknown), field: [unknown.slice(0, 40)] });
}
