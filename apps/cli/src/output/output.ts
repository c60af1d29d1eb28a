/** Writes data to stdout, and everything else to stderr. */
import { once } from 'node:events';
import { CliError, EXIT } from '../cli/cliError.ts';
import { fittedTable, tabSeparated, type Column } from './table.ts';
import { oneLine, severalLines } from './safeText.ts';
import { paintFor, type Paint } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** A name and a value of a single thing. */
export type Field = readonly [name: string, value: string | number | boolean | null | undefined];

export class Output {
  readonly terminal: Terminal;
  readonly json: boolean;
  readonly paint: Paint;

  constructor(terminal: Terminal, { json, colors }: { json: boolean; colors: boolean }) {
    this.terminal = terminal;
    this.json = json;
    this.paint = paintFor(terminal.colors && colors && !json);
  }

  /** A list: one JSON array, a table, or lines with tabs. */
  list<Row>(rows: readonly Row[], columns: readonly Column<Row>[], none: string): void {
    const { width } = this.terminal;
    if (this.json) this.document(rows);
    else if (width === null) this.#write(tabSeparated(rows, columns));
    else if (rows.length === 0) this.note(none);
    else this.#write(fittedTable(rows, columns, width, this.paint));
  }

  /** One thing: one JSON object, or its fields. Those without a value are left out for people. */
  record(value: unknown, fields: readonly Field[]): void {
    if (this.json) this.document(value);
    else this.fields(fields);
  }

  fields(fields: readonly Field[]): void {
    const { width } = this.terminal;
    const given = fields.filter(([, value]) => value != null && value !== '');
    const names = Math.max(0, ...given.map(([name]) => name.length));
    for (const [name, value] of given) {
      const text = oneLine(String(value));
      if (width === null) this.#write(`${name}\t${text}\n`);
      else this.#write(`${this.paint.dim(name.padEnd(names))}  ${text}\n`);
    }
  }

  /** One line of a stream, whose columns nobody can know before. */
  line(cells: readonly string[]): void {
    const texts = cells.map(oneLine);
    const isShown = this.terminal.width !== null;
    this.#write(`${isShown ? texts.filter(Boolean).join('  ') : texts.join('\t')}\n`);
  }

  /** One JSON document. */
  document(value: unknown): void {
    this.#write(`${JSON.stringify(value, null, this.terminal.width === null ? 0 : 2)}\n`);
  }

  /** One line of JSON, of a stream of them. */
  jsonLine(value: unknown): void {
    this.#write(`${JSON.stringify(value)}\n`);
  }

  /** Text for people, which may have several lines and colors of `paint`. */
  text(text: string): void {
    this.#write(`${text}\n`);
  }

  /** What a person should know, and a program need not. */
  note(text: string): void {
    this.terminal.stderr.write(`${severalLines(text)}\n`);
  }

  /**
   * Data as it is. Waits where its reader is slower. @throws CliError where that one ends before
   */
  async bytes(part: Uint8Array | string): Promise<void> {
    const { stdout, noReader } = this.terminal;
    if (!noReader.aborted && !stdout.write(part))
      await once(stdout, 'drain', { signal: noReader }).catch(() => undefined);
    if (noReader.aborted)
      throw new CliError(EXIT.failed, 'The reader of stdout ended before everything was written.');
  }

  #write(text: string): void {
    if (!this.terminal.noReader.aborted) this.terminal.stdout.write(text);
  }
}
