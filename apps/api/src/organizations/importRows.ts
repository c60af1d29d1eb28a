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
  type PlannedKeys,
  type Refusal,
} from '@keyway/core';
import { MAX_BULK_ITEMS, type NewOrganization } from '@keyway/store';
import { isStorable } from '../userErrors/inputValidator.ts';
import { tenantProblem } from './createOrganization.ts';
import {
  csvTable,
  rejected,
  tooManyRows,
  unknownColumn,
  unreadable,
  type Rejection,
} from './csvTable.ts';
import {
  hasKeyColumn,
  isKeyColumn,
  KEY_COLUMNS,
  readKeyCells,
  type KeyColumn,
} from './keyColumns.ts';

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
/** Of a file with keys: as many as a bulk job has items. */
const MAX_ROWS_WITH_KEYS = MAX_BULK_ITEMS;
const ALL_COLUMNS = [...COLUMNS, ...KEY_COLUMNS] as const;
const maxRows = (hasKeys: boolean): number => (hasKeys ? MAX_ROWS_WITH_KEYS : MAX_ROWS);
const TABLE = {
  ...{ columns: ALL_COLUMNS, required: REQUIRED, example: COLUMNS, maxRows: MAX_ROWS },
  maxRowsOf: (header: readonly string[]) => maxRows(header.some(isKeyColumn)),
};

/**
 * A valid row. Values that were left out are not set: they get their default when the organization
 * is created, and differ from nothing when it is compared.
 */
export interface ImportRow {
  line: number;
  values: Pick<NewOrganization, 'name' | 'imsOrgId' | 'shield'> & Partial<NewOrganization>;
  keys: PlannedKeys;
}
export interface ImportRead {
  rows: ImportRow[];
  rejected: Rejection[];
  /** Whether the file has a column for keys. */
  hasKeys: boolean;
}

/** One row's cells by column. An absent one was not given. */
type Cells = Partial<Record<Column | KeyColumn, unknown>>;

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
  const { keys, refusals: ofKeys } = readKeyCells(cells);
  refusals.push(...ofKeys);
  if (refusals.length > 0) return { line, refusals };
  // Cast: the required ones are there.
  return { line, values: values as ImportRow['values'], keys };
}

/** Separates valid rows from rejections. */
function importRead(read: readonly (ImportRow | Rejection)[], hasKeys: boolean): ImportRead {
  const rows = read.filter((one) => 'values' in one);
  return { rows, rejected: read.filter((one) => 'refusals' in one), hasKeys };
}

/** Spreadsheets break a name into lines inside its quotes; here it becomes one line. */
function oneLine(value: string): string {
  const lines = value.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

export async function readCsv(content: string): Promise<ImportRead> {
  const rows = await csvTable(content, TABLE);
  return importRead(
    rows.map((row) => {
      if ('refusals' in row) return row;
      const { name, ...cells } = row.cells;
      return validateCells(row.line, { ...cells, name: name && oneLine(name) });
    }),
    rows.some((row) => 'cells' in row && hasKeyColumn(row.cells)),
  );
}

export function readJson(content: string): ImportRead {
  let list: unknown;
  try {
    list = JSON.parse(content.startsWith('\uFEFF') ? content.slice(1) : content);
  } catch {
    throw unreadable(refuse('importNotJson', null));
  }
  if (!Array.isArray(list)) throw unreadable(refuse('importNotList', null));
  const hasKeys = list.some((item: unknown) => isObject(item) && hasKeyColumn(item));
  if (list.length > maxRows(hasKeys)) throw tooManyRows(maxRows(hasKeys));
  return importRead(
    list.map((item: unknown, index) => readItem(index + 1, item)),
    hasKeys,
  );
}

const isObject = (item: unknown): item is object =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

function readItem(line: number, item: unknown): ImportRow | Rejection {
  if (!isObject(item)) return rejected(line, refuse('rowNotObject', null));
  const unknown = Object.keys(item).find((key) => !ALL_COLUMNS.some((column) => column === key));
  return unknown === undefined
    ? validateCells(line, item)
    : rejected(line, { ...unknownColumn(unknown, ALL_COLUMNS), field: [unknown.slice(0, 40)] });
}
