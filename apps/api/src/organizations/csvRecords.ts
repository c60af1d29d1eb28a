/**
 * Reads CSV into records with line numbers. `csv-parse` stops at an invalid record; this starts it
 * again on the next line, so that an import reports every invalid line.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { yieldIfSliceEnded } from '@keyway/store';

/** Why a record can't be read; the names are reasons of refusals. */
export type CsvProblem = 'rowQuoteNotClosed' | 'rowTextAfterQuote' | 'rowQuoteInValue';

/** `line` counts from 1 and is the first of the record. */
export interface CsvRecord {
  line: number;
  /** Empty where the record cannot be read. */
  values: string[];
  problem: CsvProblem | null;
}

const LINE_ENDS = ['\r\n', '\n', '\r'];
const BYTE_ORDER_MARK = /^\ufeff/;

const PROBLEMS: Readonly<Partial<Record<string, CsvProblem>>> = {
  CSV_QUOTE_NOT_CLOSED: 'rowQuoteNotClosed',
  CSV_INVALID_CLOSING_QUOTE: 'rowTextAfterQuote',
  INVALID_OPENING_QUOTE: 'rowQuoteInValue',
};

const linesIn = (text: Buffer): number => text.toString().match(/\r\n|\n|\r/g)?.length ?? 0;

/** Where the line that starts at `start` ends, with its line end. */
function endOfLine(text: Buffer, start: number): number {
  const [lineFeed, carriageReturn] = [10, 13];
  let end = start;
  while (end < text.length && text[end] !== lineFeed && text[end] !== carriageReturn) end += 1;
  return end + (text[end] === carriageReturn && text[end + 1] === lineFeed ? 2 : 1);
}

/**
 * The records of a text, without empty ones. Lines may end in LF, CRLF or CR, and a byte order mark
 * is ignored. Reads no further than `limit` records.
 */
export async function csvRecords(
  content: string,
  delimiter: string,
  limit: number,
): Promise<CsvRecord[]> {
  const text = Buffer.from(content.replace(BYTE_ORDER_MARK, ''));
  const records: CsvRecord[] = [];
  let [start, line] = [0, 1];
  const add = (end: number, values: string[], problem: CsvProblem | null): void => {
    if (problem !== null || values.length > 1 || values[0]?.trim())
      records.push({ line, values, problem });
    line += linesIn(text.subarray(start, end));
    start = end;
  };
  while (start < text.length && records.length < limit) {
    const from = start;
    try {
      parse(text.subarray(from), {
        ...{ delimiter, record_delimiter: LINE_ENDS, relax_column_count: true },
        to: limit - records.length,
        on_record: (values: string[], { bytes }) => void add(from + bytes, values, null),
      });
    } catch (error) {
      const problem = error instanceof CsvError && PROBLEMS[error.code];
      if (!problem) throw error;
      add(endOfLine(text, start), [], problem);
      await yieldIfSliceEnded(); // A start costs 0.1 ms, and thousands of lines may be invalid.
    }
  }
  return records;
}

/** Comma, semicolon or tab: the one that the header has most of. */
export function delimiterOf(content: string): string {
  const [header = ''] = content
    .replace(BYTE_ORDER_MARK, '')
    .trimStart()
    .split(/[\r\n]/, 1);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) =>
    count(delimiter) > count(best) ? delimiter : best,
  );
}
