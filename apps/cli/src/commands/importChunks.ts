/** Splits a file into parts that the server takes, and finds a part's lines in the file again. */

/** One organization of a file. */
export interface Row {
  /** Its line, from 1; in JSON its place in the list. */
  line: number;
  /** Its IMS organization ID as the server compares it; null where there is none to read. */
  imsOrgId: string | null;
}

/** A file of its own, with some rows of another. */
export interface Part {
  content: string;
  /** The line in the whole file for a line that the server names. */
  lineOf: (line: number) => number;
}

/** As many rows as are sent at a time. */
export interface Chunk {
  rows: readonly Row[];
  /** Those of its rows that are wanted. */
  part: (isWanted: (row: Row) => boolean) => Part;
}

interface CsvRecord {
  text: string;
  /** Its first line, from 1. */
  line: number;
}

/** Records with what ends them. A line break between quotation marks is part of one. */
function csvRecords(content: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let [start, line, first, quoted] = [0, 1, 1, false];
  for (let index = 0; index < content.length; index += 1) {
    const character = content[index];
    if (character === '"') quoted = !quoted;
    const isBreak = character === '\n' || (character === '\r' && content[index + 1] !== '\n');
    if (!isBreak) continue;
    line += 1;
    if (quoted) continue;
    records.push({ text: content.slice(start, index + 1), line: first });
    [start, first] = [index + 1, line];
  }
  if (start < content.length) records.push({ text: content.slice(start), line: first });
  return records;
}

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

const DELIMITERS = [',', ';', '\t'] as const;

/** The values of a record, as far as an IMS organization ID needs them read. */
function valuesOf(text: string, delimiter: string): string[] {
  const values = [''];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) values.push('');
    else values[values.length - 1] += character;
  }
  return values.map((value) => value.trim());
}

/** How the server compares them. */
const keyOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().toUpperCase() : null;

/** Reads the ID of a record by the header. */
function idReader(header: string): (record: string) => string | null {
  const names = header.replace(/^\ufeff/, '').trim();
  const [delimiter = ','] = [...DELIMITERS].sort(
    (a, b) => names.split(b).length - names.split(a).length,
  );
  const place = valuesOf(names, delimiter).findIndex((name) => name.toLowerCase() === 'imsorgid');
  return (record) => keyOf(valuesOf(record, delimiter)[place]);
}

/** Each with the header of the file. An empty file is one chunk, which the server refuses. */
export function csvChunks(content: string, size: number): Chunk[] {
  const all = csvRecords(content);
  // Spreadsheets leave empty lines before the header too.
  const isEmpty = ({ text }: CsvRecord): boolean => /^[\s\ufeff]*$/.test(text);
  const start = all.findIndex((record) => !isEmpty(record)) + 1;
  if (start === 0) return [{ rows: [], part: () => ({ content, lineOf: (line) => line }) }];
  const header = all.slice(0, start).map(({ text }) => text);
  const head = /[\r\n]$/.test(header.at(-1)!) ? header.join('') : `${header.join('')}\n`;
  const idOf = idReader(header.at(-1)!);
  const records = all
    .slice(start)
    .filter((record) => !isEmpty(record))
    .map((record) => ({ ...record, imsOrgId: idOf(record.text) }));
  return partsOf(records, size).map((rows) => ({
    rows,
    part: (isWanted) => {
      const wanted = rows.filter(isWanted);
      const lines: [own: number, inFile: number][] = [];
      let own = 1 + lineBreaks(head);
      for (const { text, line } of wanted) {
        lines.push([own, line]);
        own += lineBreaks(text);
      }
      return {
        content: head + wanted.map(({ text }) => text).join(''),
        lineOf: (line) => {
          const found = lines.findLast(([first]) => first <= line);
          return found ? found[1] + line - found[0] : line;
        },
      };
    },
  }));
}

/** A JSON list; lines are places in it, from 1. Null for what is no list. */
export function jsonChunks(content: string, size: number): Chunk[] | null {
  let list: unknown;
  try {
    list = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const items = list.map((item: unknown, index) => ({
    ...{ item, line: index + 1 },
    imsOrgId: keyOf((item as { imsOrgId?: unknown } | null)?.imsOrgId),
  }));
  return partsOf(items, size).map((rows) => ({
    rows,
    part: (isWanted) => {
      const wanted = rows.filter(isWanted);
      return {
        content: JSON.stringify(wanted.map(({ item }) => item)),
        lineOf: (line) => wanted[line - 1]?.line ?? line,
      };
    },
  }));
}

/** At least one, which may be empty. */
const partsOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / size)) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
