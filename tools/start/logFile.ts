/**
 * One part's log on disk, bounded in size: a full one becomes `<name>.1.log`. On a full disk lines
 * are dropped and counted, and the count is written when there is space again.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface LogFileOptions {
  /** A log may grow to this size; twice as much is kept on disk. */
  maxBytes?: number;
  /** Between two attempts to open a log that could not be written. */
  retryMs?: number;
  now?: () => number;
}

const MAX_BYTES = 20 * 1024 * 1024;
const RETRY_MS = 1_000;

export class LogFile {
  readonly path: string;
  readonly #former: string;
  readonly #maxBytes: number;
  readonly #retryMs: number;
  readonly #now: () => number;
  #descriptor: number | undefined;
  #bytes = 0;
  #dropped = 0;
  #retryAt = 0;
  /** The disk took a part of a line only; the next write ends it. */
  #isMidLine = false;

  constructor(
    dataDir: string,
    name: string,
    { maxBytes = MAX_BYTES, retryMs = RETRY_MS, now = Date.now }: LogFileOptions = {},
  ) {
    const folder = join(dataDir, 'logs');
    this.path = join(folder, `${name}.log`);
    this.#former = join(folder, `${name}.1.log`);
    this.#maxBytes = maxBytes;
    this.#retryMs = retryMs;
    this.#now = now;
    this.#attempt(() => {
      mkdirSync(folder, { recursive: true });
      if (existsSync(this.path)) renameSync(this.path, this.#former);
    });
  }

  /** Lines that could not be written since the last one that could. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Never throws. */
  write(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    if (
      this.#descriptor !== undefined &&
      this.#bytes > 0 &&
      this.#bytes + bytes.length > this.#maxBytes
    )
      this.#rotate();
    if (!this.#isOpen() || !this.#attempt(() => this.#append(bytes))) this.#dropped += 1;
  }

  close(): void {
    this.#attempt(() => this.#descriptor !== undefined && closeSync(this.#descriptor));
    this.#descriptor = undefined;
  }

  #append(bytes: Buffer): void {
    if (this.#isMidLine) this.#put(Buffer.from('\n'));
    if (this.#dropped > 0) {
      this.#put(
        Buffer.from(
          `${JSON.stringify({ level: 40, time: this.#now(), msg: `${this.#dropped} lines could not be written` })}\n`,
        ),
      );
      this.#dropped = 0;
    }
    this.#put(bytes);
  }

  #put(bytes: Buffer): void {
    for (let from = 0; from < bytes.length;) {
      const written = writeSync(this.#descriptor!, bytes, from);
      from += written;
      this.#bytes += written;
      this.#isMidLine = from < bytes.length;
    }
  }

  #isOpen(): boolean {
    if (this.#now() < this.#retryAt) return false;
    return this.#descriptor !== undefined || this.#attempt(() => this.#open());
  }

  #open(): void {
    mkdirSync(join(this.path, '..'), { recursive: true });
    // Logs name people and organizations: for the owner's eyes.
    const descriptor = openSync(this.path, 'a', 0o600);
    this.#descriptor = descriptor;
    this.#bytes = fstatSync(descriptor).size;
  }

  #rotate(): void {
    this.close();
    // Where it cannot be renamed it starts again empty: a bound that holds is worth more than old
    // lines.
    if (!this.#attempt(() => renameSync(this.path, this.#former)))
      this.#attempt(() => closeSync(openSync(this.path, 'w', 0o600)));
    this.#retryAt = 0;
  }

  /** Whether it worked; after a failure nothing is tried for a while. */
  #attempt(work: () => unknown): boolean {
    try {
      work();
      return true;
    } catch {
      this.#retryAt = this.#now() + this.#retryMs;
      return false;
    }
  }
}
