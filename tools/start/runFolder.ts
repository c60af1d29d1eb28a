/**
 * The folder `<DATA_DIR>/run`: which processes of ours run on this data, written down so that a start after a power cut or a
 * kill -9 can clean up. Only a process whose command line is still the recorded one is ever touched: numbers are reused.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RecordedProcess {
  name: string;
  pid: number;
  /** Path of the program's file, which its command line must contain. */
  program: string;
}

/** The name under which the supervisor itself is recorded. */
export const supervisorName = 'supervisor';

export class RunFolder {
  readonly #path: string;

  constructor(dataDir: string) {
    this.#path = join(dataDir, 'run');
    mkdirSync(this.#path, { recursive: true });
  }

  record(process: RecordedProcess): void {
    writeFileSync(this.#file(process.name), `${JSON.stringify(process)}\n`);
  }

  forget(name: string): void {
    rmSync(this.#file(name), { force: true });
  }

  /** The recorded process of that name, if it runs. */
  alive(name: string): RecordedProcess | undefined {
    return this.#recorded().find((process) => process.name === name && isOurs(process));
  }

  /** Ends what an earlier start left running (never the supervisor, nor this process) and forgets it. Returns their names. */
  async clearLeftovers(graceMs = 10_000): Promise<string[]> {
    const leftovers = this.#recorded().filter((one) => one.name !== supervisorName && one.pid !== process.pid && isOurs(one));
    await Promise.all(leftovers.map((one) => end(one, graceMs)));
    for (const one of this.#recorded()) if (one.name !== supervisorName) this.forget(one.name);
    return leftovers.map((one) => one.name);
  }

  #file(name: string): string {
    return join(this.#path, `${name}.process.json`);
  }

  #recorded(): RecordedProcess[] {
    return readdirSync(this.#path)
      .filter((file) => file.endsWith('.process.json'))
      .flatMap((file) => {
        try {
          return [JSON.parse(readFileSync(join(this.#path, file), 'utf8')) as RecordedProcess];
        } catch {
          return []; // Half written by a process that was killed: there is nothing to learn from it.
        }
      });
  }
}

async function end(one: RecordedProcess, graceMs: number): Promise<void> {
  signal(one.pid, 'SIGTERM');
  for (let waited = 0; waited < graceMs && isOurs(one); waited += 50) await sleep(50);
  if (isOurs(one)) signal(one.pid, 'SIGKILL');
  while (isOurs(one)) await sleep(20);
}

function isOurs(one: RecordedProcess): boolean {
  return commandLine(one.pid)?.includes(one.program) ?? false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between, which is what was wanted.
  }
}

/** A running process's command line; undefined if there is none (a zombie has none either). */
function commandLine(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}
