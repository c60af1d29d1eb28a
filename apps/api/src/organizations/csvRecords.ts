/**
 * Reads delimited text into records that know the line they begin on. Written here because an
 * import reports every bad line by its number in the file and goes on behind it, which parsers that
 * stop, or count records, cannot do.
 */

/** Why a record cannot be read; the names are refusal reasons. */
export type CsvProblem = 'rowQuoteNotClosed' | 'rowTextAfterQuote' | 'rowQuoteInValue';

/**
 * One record. `problem` is set where it cannot be read; then it has no values. `line` counts from 1
 * and is the record's first.
 */
export interface CsvRecord {
  line: number;
  values: string[];
  problem: CsvProblem | null;
}

const LINE_END = /\r\n|\n|\r/g;

interface Field {
  value: string;
  /** Just behind the field: at a delimiter, a line end, or the end of the text. */
  end: number;
}

/** Reads a quoted field whose opening quote is at `start` (RFC 4180). */
function quotedField(text: string, start: number, delimiter: string): Field | CsvProblem {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return 'rowQuoteNotClosed';
    value += text.slice(from, quote);
    const next = text[quote + 1];
    if (next === '"') {
      value += '"';
      from = quote + 2;
    } else if (next === undefined || next === delimiter || next === '\n' || next === '\r')
      return { value, end: quote + 1 };
    else return 'rowTextAfterQuote';
  }
}

function plainField(text: string, start: number, delimiter: string): Field | CsvProblem {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
    end += 1;
  const value = text.slice(start, end);
  return value.includes('"') ? 'rowQuoteInValue' : { value, end };
}

/** Where the line that contains `at` ends, and where the next begins. */
function lineEnd(text: string, at: number): { end: number; next: number } {
  LINE_END.lastIndex = at;
  const match = LINE_END.exec(text);
  return match
    ? { end: match.index, next: match.index + match[0].length }
    : { end: text.length, next: text.length };
}

const linesIn = (text: string): number => text.match(LINE_END)?.length ?? 0;

/** Reads one record at `start`; after a problem, reading continues with the next line. */
function recordAt(
  text: string,
  start: number,
  delimiter: string,
): { values: string[]; problem: CsvProblem | null; next: number } {
  const values: string[] = [];
  let at = start;
  for (;;) {
    const field =
      text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    if (typeof field === 'string')
      return { values: [], problem: field, next: lineEnd(text, start).next };
    values.push(field.value);
    if (text[field.end] !== delimiter)
      return { values, problem: null, next: lineEnd(text, field.end).next };
    at = field.end + 1;
  }
}

/**
 * Every record of the text, empty lines left out. Line ends may be LF, CRLF or CR; a byte order
 * mark is passed over. Stops behind `limit` records: what is longer than that is not read at all.
 */
export function csvRecords(content: string, delimiter: string, limit: number): CsvRecord[] {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  const records: CsvRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length && records.length < limit;) {
    const { values, problem, next } = recordAt(text, at, delimiter);
    if (problem !== null || values.length > 1 || values[0]?.trim())
      records.push({ line, values, problem });
    line += linesIn(text.slice(at, next));
    at = next;
  }
  return records;
}

/**
 * The delimiter the header is written with: the one of comma, semicolon and tab that it has most
 * of.
 */
export function delimiterOf(content: string): string {
  const text = (content.startsWith('\uFEFF') ? content.slice(1) : content).trimStart();
  const header = text.slice(0, lineEnd(text, 0).end);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) =>
    count(delimiter) > count(best) ? delimiter : best,
  );
}
