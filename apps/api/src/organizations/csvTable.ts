/**
 * Reads CSV with a header of known columns. Content that can't be read at all refuses the whole; a
 * bad row is a rejection with its line.
 */
import { refuse, type Refusal } from '@keyway/core';
import { Refused } from '@keyway/store';
import { csvRecords, delimiterOf, type CsvRecord } from './csvRecords.ts';

/** One rejection for each line. Its `field` is that of the first refusal. */
export interface Rejection {
  line: number;
  refusals: Refusal[];
}

/** Values by column. An absent one was not given. */
export interface CsvRow<C extends string> {
  line: number;
  cells: Partial<Record<C, string>>;
}

interface CsvTable<C extends string> {
  columns: readonly C[];
  required: readonly C[];
  /** Those of the first line that an empty file is answered with; left out: all. */
  example?: readonly C[];
  maxRows: number;
  /** Of a file whose first line has these values, where that may be more. */
  maxRowsOf?: (values: readonly string[]) => number;
}

export const unreadable = (refusal: Refusal): Refused =>
  new Refused({ ...refusal, field: ['content'] });
export const tooManyRows = (max: number): Refused =>
  unreadable(refuse('importTooManyRows', null, { max }));
export const rejected = (line: number, refusal: Refusal): Rejection => ({
  line,
  refusals: [refusal],
});

export const unknownColumn = (name: string, columns: readonly string[]): Refusal =>
  name === ''
    ? refuse('importColumnUnnamed', null)
    : refuse('importColumnUnknown', null, { column: name.slice(0, 40), columns });

function headerOf<C extends string>(
  values: readonly string[],
  { columns, required }: CsvTable<C>,
): C[] {
  if (values.some((value) => value.includes('\ufffd')))
    throw unreadable(refuse('importHeaderUnreadable', null));
  const header = values.map((value) => {
    const name = value.trim();
    const column = columns.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (!column) throw unreadable(unknownColumn(name, columns));
    return column;
  });
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice) throw unreadable(refuse('importColumnTwice', null, { column: twice }));
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw unreadable(refuse('importColumnMissing', null, { columns: missing, required }));
  return header;
}

/** Without empty values at the end of a line, as spreadsheets leave them; at least `least` stay. */
const trimmedEnd = (values: readonly string[], least: number): string[] =>
  values.slice(0, Math.max(least, values.findLastIndex((value) => value.trim() !== '') + 1));

function readRecord<C extends string>(
  header: readonly C[],
  { line, problem, values: read }: CsvRecord,
): CsvRow<C> | Rejection {
  if (problem !== null) return rejected(line, refuse(problem, null));
  const values = trimmedEnd(read, header.length);
  const counts = { valueCount: values.length, columnCount: header.length };
  if (counts.valueCount !== counts.columnCount)
    return rejected(line, refuse('rowValueCount', null, counts));
  // Cast: the names are those of the header.
  const cells = Object.fromEntries(header.map((column, index) => [column, values[index]]));
  return { line, cells: cells as CsvRow<C>['cells'] };
}

/** In the order of the file. @throws Refused where the content can't be read at all */
export async function csvTable<C extends string>(
  content: string,
  table: CsvTable<C>,
): Promise<(CsvRow<C> | Rejection)[]> {
  const { columns, example = columns, maxRows, maxRowsOf = () => maxRows } = table;
  const most = maxRowsOf(columns);
  const [first, ...records] = await csvRecords(content, delimiterOf(content), most + 2);
  if (!first) throw unreadable(refuse('importEmpty', null, { columns: example.join(',') }));
  if (first.problem) throw unreadable(refuse(first.problem, null));
  const max = maxRowsOf(first.values);
  if (records.length > max) throw tooManyRows(max);
  const header = headerOf(trimmedEnd(first.values, 1), table);
  return records.map((record) => readRecord(header, record));
}
