/**
 * Reads an import into rows, each evaluated as far as its own text goes. What is wrong with the
 * content as a whole (no header, no list) is an error of the input; what is wrong with a row is a
 * rejection with its line.
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
  type InputValidation,
} from '@keyway/core';
import type { NewOrganization } from '@keyway/store';
import { isStorable } from '../userErrors/inputValidator.ts';
import { cloudFault } from './createOrganization.ts';
import { csvRecords, delimiterOf } from './csvRecords.ts';

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

export interface Rejection {
  line: number;
  field: string | null;
  message: string;
}
/** One rejection a line: the first fault, with the others said in its message. */
export function oneRejection([first, ...others]: readonly Rejection[]): Rejection[] {
  if (!first) return [];
  const also = others
    .map((other) => ` Also ${other.field ?? 'the line'}: ${other.message}`)
    .join('');
  return [{ ...first, message: first.message + also }];
}

/**
 * A row that reads well. What was left out is not set: it has the default when created, and differs
 * from nothing when compared.
 */
export interface ImportRow {
  line: number;
  values: Pick<NewOrganization, 'name' | 'imsOrgId' | 'shield'> & Partial<NewOrganization>;
}
export interface ImportRead {
  rows: ImportRow[];
  rejected: Rejection[];
}

/** Content that cannot be read at all; the message says what would be right. */
export class UnreadableImport extends Error {
  override readonly name = 'UnreadableImport';
}

/** One row's cells by column; what is absent was not given. */
type Cells = Partial<Record<Column, unknown>>;

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): InputValidation => {
    const value = values.find((candidate) => candidate === text.toUpperCase());
    return value
      ? { ok: true, value }
      : { ok: false, message: `This is none of ${values.join(', ')}.` };
  };

const validateFlag = (text: string): InputValidation => {
  const flags: Record<string, string> = {
    true: 'true',
    yes: 'true',
    '1': 'true',
    false: 'false',
    no: 'false',
    '0': 'false',
  };
  const value = flags[text.toLowerCase()];
  return value ? { ok: true, value } : { ok: false, message: 'This is neither true nor false.' };
};

/** `NDL2` is how some documents write NLD2 (GAP-26). */
const validateRegion = (text: string): InputValidation => {
  const value = regionAlias(text);
  return value
    ? { ok: true, value }
    : { ok: false, message: `This is none of ${REGIONS.join(', ')}.` };
};

const JUDGES: Record<Column, (text: string) => InputValidation> = {
  name: validateName,
  imsOrgId: validateImsOrgId,
  cloud: oneOf(CLOUDS),
  region: validateRegion,
  shield: oneOf(SHIELDS),
  ownsCja: validateFlag,
  azureTenantId: validateTenantId,
};

function validateCells(line: number, cells: Cells): ImportRow | Rejection[] {
  const rejected: Rejection[] = [];
  const values: Record<string, unknown> = {};
  for (const column of COLUMNS) {
    const cell = cells[column] ?? '';
    const text = typeof cell === 'boolean' ? String(cell) : cell;
    if (typeof text !== 'string' || !isStorable(text))
      rejected.push({ line, field: column, message: 'This is not a text that can be kept.' });
    else if (text.trim() === '') {
      if (REQUIRED.includes(column))
        rejected.push({ line, field: column, message: 'This is required and was left out.' });
    } else {
      const evaluation = JUDGES[column](text.trim());
      if (!evaluation.ok) rejected.push({ line, field: column, message: evaluation.message });
      else values[column] = column === 'ownsCja' ? evaluation.value === 'true' : evaluation.value;
    }
  }
  const fault = cloudFault(
    (values['cloud'] ?? 'AZURE') as Cloud,
    (values['azureTenantId'] as string | undefined) ?? null,
  );
  if (fault) rejected.push({ line, field: 'azureTenantId', message: fault });
  return rejected.length > 0
    ? oneRejection(rejected)
    : { line, values: values as ImportRow['values'] };
}

function collect(read: ImportRead, evaluated: ImportRow | Rejection[]): void {
  if (Array.isArray(evaluated)) read.rejected.push(...evaluated);
  else read.rows.push(evaluated);
}

function headerOf(values: readonly string[]): Column[] {
  const header = values.map((value) => {
    const column = COLUMNS.find(
      (candidate) => candidate.toLowerCase() === value.trim().toLowerCase(),
    );
    if (value.includes('\ufffd'))
      throw new UnreadableImport('The header cannot be read as text. Save the file as UTF-8.');
    if (!column)
      throw new UnreadableImport(
        `The header has a column "${value.trim().slice(0, 40)}"; possible are ${COLUMNS.join(', ')}.`,
      );
    return column;
  });
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice) throw new UnreadableImport(`The header has the column ${twice} twice.`);
  const missing = REQUIRED.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new UnreadableImport(
      `The header lacks ${missing.join(', ')}; required are ${REQUIRED.join(', ')}.`,
    );
  return header;
}

const tooMany = (): UnreadableImport =>
  new UnreadableImport(`There are more than ${MAX_ROWS} rows; import them in parts.`);

/** A name may be broken into lines inside its quotes, as spreadsheets do; it is one line here. */
function oneLine(column: Column, value: string | undefined): string | undefined {
  if (column !== 'name' || value === undefined) return value;
  const lines = value.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/**
 * Without the empty columns that spreadsheets leave at the end of lines; what is at most `least`
 * long stays.
 */
const trimmedEnd = (values: readonly string[], least: number): string[] =>
  values.slice(0, Math.max(least, values.findLastIndex((value) => value.trim() !== '') + 1));

export function readCsv(content: string): ImportRead {
  const [first, ...records] = csvRecords(content, delimiterOf(content), MAX_ROWS + 2);
  if (!first)
    throw new UnreadableImport(
      `This is empty. The first line names the columns: ${COLUMNS.join(',')}.`,
    );
  if (first.fault) throw new UnreadableImport(`The header cannot be read: ${first.fault}.`);
  if (records.length > MAX_ROWS) throw tooMany();
  const header = headerOf(trimmedEnd(first.values, 1));
  const read: ImportRead = { rows: [], rejected: [] };
  for (const { line, values: all, fault } of records) {
    const values = trimmedEnd(all, header.length);
    if (fault !== null)
      collect(read, [{ line, field: null, message: `This line cannot be read: ${fault}.` }]);
    else if (values.length !== header.length) {
      collect(read, [
        {
          line,
          field: null,
          message: `This line has ${values.length} values; the header has ${header.length} columns.`,
        },
      ]);
    } else
      collect(
        read,
        validateCells(
          line,
          Object.fromEntries(
            header.map((column, index) => [column, oneLine(column, values[index])]),
          ),
        ),
      );
  }
  return read;
}

export function readJson(content: string): ImportRead {
  let list: unknown;
  try {
    list = JSON.parse(content.startsWith('\uFEFF') ? content.slice(1) : content);
  } catch {
    throw new UnreadableImport(
      'This is not JSON. Right would be a list such as [{"name": "…", "imsOrgId": "…@AdobeOrg", "shield": "HEALTHCARE_SHIELD"}].',
    );
  }
  if (!Array.isArray(list)) throw new UnreadableImport('The JSON has to be a list of objects.');
  if (list.length > MAX_ROWS) throw tooMany();
  const read: ImportRead = { rows: [], rejected: [] };
  list.forEach((item: unknown, index) => {
    const line = index + 1;
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      collect(read, [{ line, field: null, message: 'This is not an object.' }]);
    else {
      const unknown = Object.keys(item).find((key) => !COLUMNS.some((column) => column === key));
      if (unknown)
        collect(read, [
          { line, field: unknown.slice(0, 40), message: `Possible are ${COLUMNS.join(', ')}.` },
        ]);
      else collect(read, validateCells(line, item));
    }
  });
  return read;
}
