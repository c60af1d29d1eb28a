/** Reads all pages of a list for its file. After a failure, it continues where it stopped. */
import { toCsv, toLine } from './csv.ts';
import type { ListFile } from './listFile.ts';

export class ListReader {
  private readonly lines: string[] = [];
  private readonly file: ListFile;
  private after: string | null = null;
  /** How many rows there are; undefined if the server doesn't say. */
  total: number | undefined;

  constructor(file: ListFile) {
    this.file = file;
  }

  /** How many rows were read. */
  get count(): number {
    return this.lines.length;
  }

  /** @returns false if it was canceled */
  async read(signal: AbortSignal, onPage: () => void): Promise<boolean> {
    for (;;) {
      const { rows, next, total } = await this.file.read(this.after);
      if (signal.aborted) return false;
      this.lines.push(...rows.map(toLine));
      this.total = total;
      onPage();
      if (next === null) return true;
      // A cursor that stays would be read forever.
      if (next === this.after) throw new Error('The server answered with the same page again');
      this.after = next;
    }
  }

  /** What was read. */
  text(): string {
    return toCsv(this.file.header, this.lines);
  }
}
