/**
 * Writes the parts' lines to the terminal, each with its part's name, and to a log file for each
 * part. An error of either never ends the supervisor.
 */
import { outputStream } from '@keyway/log';
import { LogFile } from './logFile.ts';
import { readableLine } from './logLine.ts';

const width = 8;

export class Terminal {
  readonly #dataDir: string;
  readonly #files = new Map<string, LogFile>();

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** A line of the supervisor's own. */
  say = (line: string): void => {
    this.line('keyway', line);
  };

  /** A line of a part: as it came to its log, readable to the terminal. */
  line(name: string, line: string): void {
    this.#file(name).write(line);
    outputStream.write(`${name.padEnd(width)}│ ${readableLine(line)}\n`);
  }

  /** Text for the person, without a prefix. */
  block(text: string): void {
    outputStream.write(`\n${text}\n\n`);
  }

  logPath(name: string): string {
    return this.#file(name).path;
  }

  #file(name: string): LogFile {
    const known = this.#files.get(name);
    if (known) return known;
    const file = new LogFile(this.#dataDir, name);
    this.#files.set(name, file);
    return file;
  }
}
