/**
 * Who uses the server of a data folder: a file for each process, so that the last one can stop it.
 * Dead processes don't count.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './postmaster.ts';

/** Distinguishes a process from a later one with the same number. */
async function birthOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return '';
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Call all three with the opening lock held. */
export function openersOf(directory: string): {
  add(): Promise<void>;
  remove(): Promise<void>;
  any(): Promise<boolean>;
} {
  const folder = join(directory, 'openers');
  const own = join(folder, `${process.pid}-${randomUUID()}`);
  return {
    async add() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(own, await birthOf(process.pid), { mode: 0o600 });
    },
    async remove() {
      await rm(own, { force: true });
    },
    async any() {
      let alive = false;
      for (const name of await readdir(folder).catch(() => [])) {
        const pid = Number(name.split('-')[0]);
        const birth = await readFile(join(folder, name), 'utf8').catch(() => '');
        if ((await isRunning(pid)) && (await birthOf(pid)) === birth) alive = true;
        else await rm(join(folder, name), { force: true });
      }
      return alive;
    },
  };
}
