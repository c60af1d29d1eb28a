/** One part's log on disk. The log of the start before is kept as `<name>.1.log`, so that a crash can be read after a restart. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export class LogFile {
  readonly path: string;
  readonly #descriptor: number;

  constructor(dataDir: string, name: string) {
    const folder = join(dataDir, 'logs');
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, `${name}.log`);
    if (existsSync(this.path)) renameSync(this.path, join(folder, `${name}.1.log`));
    // Logs name people and organizations: for the owner's eyes.
    this.#descriptor = openSync(this.path, 'a', 0o600);
  }

  write(line: string): void {
    writeSync(this.#descriptor, `${line}\n`);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
