/**
 * The sandbox's storage: a line is appended to a file before the caller gets an answer, so that
 * `kill -9` loses nothing that was accepted.
 */
import fs from 'node:fs';
import path from 'node:path';
import { isObject } from '../isObject.ts';

/** One change: record `id` of collection `kind` became `value`; `null` means it is gone. */
export interface Change {
  kind: string;
  id: string;
  value: unknown;
}

/** @throws where the line is not a list of changes */
function readChanges(line: string): Change[] {
  const changes: unknown = JSON.parse(line);
  if (!Array.isArray(changes) || !changes.every(isChange))
    throw new TypeError('The line is no list of changes.');
  return changes;
}

const isChange = (value: unknown): value is Change =>
  isObject(value) &&
  typeof value.kind === 'string' &&
  typeof value.id === 'string' &&
  'value' in value;

/**
 * Appends changes to a file of JSON lines. One line holds everything one call changed, so that a
 * change of state and its ledger row are either both there after a crash or both missing.
 */
export class Journal {
  private readonly file: string;
  private descriptor: number;
  private pending: Change[] = [];

  /** @param file Where the lines are kept; the folder is made when missing. */
  constructor(file: string) {
    this.file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.descriptor = fs.openSync(file, 'a', 0o600);
  }

  /**
   * What the file says, oldest first. A last line torn by a crash was never answered for and is
   * left out.
   */
  read(): Change[] {
    const lines = fs.readFileSync(this.file, 'utf8').split('\n');
    const changes: Change[] = [];
    for (const [index, line] of lines.entries()) {
      if (!line) continue;
      try {
        changes.push(...readChanges(line));
      } catch (error) {
        if (index < lines.length - 1)
          throw new Error(
            `${this.file}, line ${index + 1} is damaged: delete the file to start again`,
            { cause: error },
          );
      }
    }
    return changes;
  }

  /** Notes a change; it reaches the file with the next {@link commit}. */
  record(kind: string, id: string, value: unknown): void {
    this.pending.push({ kind, id, value });
  }

  /** Writes the collected changes as one line; returns when the operating system has it. */
  commit(): void {
    if (!this.pending.length) return;
    const { size } = fs.fstatSync(this.descriptor);
    try {
      const line = Buffer.from(`${JSON.stringify(this.pending)}\n`);
      for (let from = 0; from < line.length;) from += fs.writeSync(this.descriptor, line, from);
    } catch (error) {
      // On a full disk a part of the line may be there, and the next one would make it a damaged
      // one in the middle.
      fs.ftruncateSync(this.descriptor, size);
      throw error;
    }
    this.pending = [];
  }

  /**
   * Replaces the file by one that says only what still holds, by a rename, so that no crash can
   * lose it.
   */
  compact(holding: Iterable<Change>): void {
    const next = `${this.file}.next`;
    const lines = [...holding].map((change) => JSON.stringify([change]));
    fs.writeFileSync(next, lines.length ? `${lines.join('\n')}\n` : '', { mode: 0o600 });
    fs.closeSync(this.descriptor);
    fs.renameSync(next, this.file);
    this.descriptor = fs.openSync(this.file, 'a', 0o600);
    this.pending = [];
  }

  /** Writes what is pending and lets the file go. */
  close(): void {
    this.commit();
    fs.closeSync(this.descriptor);
  }
}
