/**
 * The folder `<DATA_DIR>/run` records the processes of `npm start`, so that a start after a kill -9
 * can end what was left. It ends only a process that is proven to be the recorded one.
 */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, stateOf } from '../bootstrap/processIdentity.mjs';
import type { ProcessIdentity } from '../bootstrap/processIdentity.mjs';
import { holdLock } from './heldLock.ts';
import { isObject } from './isObject.ts';

export interface RecordedProcess extends ProcessIdentity {
  name: string;
  /** Path of the program's file. */
  program: string;
}

/** The name under which the supervisor itself is recorded. */
export const supervisorName = 'supervisor';

const SIGN_OF_LIFE_MS = 1_000;
/**
 * So long a supervisor in another container or on another machine is given to show a sign of life.
 */
const PATIENCE_MS = 5_000;

export class RunFolder {
  readonly #path: string;

  constructor(dataDir: string) {
    this.#path = join(dataDir, 'run');
    mkdirSync(this.#path, { recursive: true });
  }

  /**
   * Where it cannot be written (a full disk), a later start does not know the process; that is no
   * reason to end it.
   */
  record({ name, pid, program }: Pick<RecordedProcess, 'name' | 'pid' | 'program'>): boolean {
    try {
      writeFileSync(this.#file(name), `${JSON.stringify({ name, program, ...identify(pid) })}\n`);
      return true;
    } catch {
      return false;
    }
  }

  forget(name: string): void {
    rmSync(this.#file(name), { force: true });
  }

  /** The recorded process of that name, if it runs here. */
  alive(name: string): RecordedProcess | undefined {
    return this.#recorded().find((process) => process.name === name && stateOf(process) === 'runs');
  }

  /**
   * Makes this process the folder's supervisor, until it ends. Resolves with the one that is it
   * already, if there is one.
   * @param onWait called when the recorded one is in another container or on another machine, and
   * has
   *   to be watched for a moment
   */
  async claim(
    program: string,
    onWait: () => void,
    patienceMs = PATIENCE_MS,
  ): Promise<Partial<RecordedProcess> | undefined> {
    const recorded = this.#recorded().find(({ name }) => name === supervisorName);
    if (!(await holdLock(this.#path))) return recorded ?? {};
    if (recorded) {
      const state = stateOf(recorded);
      if (state === 'runs') return recorded;
      if (state === 'elsewhere') {
        onWait();
        if (await this.#showsLife(patienceMs)) return recorded;
      }
    }
    this.record({ name: supervisorName, pid: process.pid, program });
    this.#showLife();
    return undefined;
  }

  /**
   * Ends what an earlier start left running (never the supervisor, nor this process) and forgets
   * it. Returns their names.
   */
  async clearLeftovers(graceMs = 10_000): Promise<string[]> {
    const parts = this.#recorded().filter((one) => one.name !== supervisorName);
    const leftovers = parts.filter((one) => one.pid !== process.pid && stateOf(one) === 'runs');
    await Promise.all(leftovers.map((one) => end(one, graceMs)));
    for (const one of parts) this.forget(one.name);
    return leftovers.map((one) => one.name);
  }

  /**
   * Whether the supervisor's file is touched while one watches; clocks of two machines are not
   * compared.
   */
  async #showsLife(patienceMs: number): Promise<boolean> {
    const before = this.#touchedAt();
    for (let waited = 0; waited < patienceMs; waited += 100) {
      await sleep(100);
      if (this.#touchedAt() !== before) return true;
    }
    return false;
  }

  #showLife(): void {
    const timer = setInterval(() => {
      try {
        utimesSync(this.#file(supervisorName), new Date(), new Date());
      } catch {
        // It was not written, or removed.
        this.record({ name: supervisorName, pid: process.pid, program: process.argv[1] ?? '' });
      }
    }, SIGN_OF_LIFE_MS);
    timer.unref();
  }

  #touchedAt(): number {
    return statSync(this.#file(supervisorName), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  #file(name: string): string {
    return join(this.#path, `${name}.process.json`);
  }

  #recorded(): RecordedProcess[] {
    return readdirSync(this.#path)
      .filter((file) => file.endsWith('.process.json'))
      .flatMap((file) => {
        try {
          const value: unknown = JSON.parse(readFileSync(join(this.#path, file), 'utf8'));
          return isRecordedProcess(value) ? [value] : [];
        } catch {
          // Half written by a process that was killed: there is nothing to learn from it.
          return [];
        }
      });
  }
}

const isTextOrAbsent = (value: unknown): boolean =>
  value === undefined || typeof value === 'string';

/** A process ID of 0 or below would signal whole groups of processes. */
const isRecordedProcess = (value: unknown): value is RecordedProcess =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  typeof value['program'] === 'string' &&
  Number.isSafeInteger(value['pid']) &&
  Number(value['pid']) > 0 &&
  ['startedAt', 'boot', 'namespace', 'host'].every((name) => isTextOrAbsent(value[name]));

async function end(one: RecordedProcess, graceMs: number): Promise<void> {
  signal(one.pid, 'SIGTERM');
  for (let waited = 0; waited < graceMs && stateOf(one) === 'runs'; waited += 50) await sleep(50);
  if (stateOf(one) === 'runs') signal(one.pid, 'SIGKILL');
  while (stateOf(one) === 'runs') await sleep(20);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between, which is what was wanted.
  }
}
