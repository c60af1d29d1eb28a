/** One process at a time: for what is read, changed and written again. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError, EXIT } from '../cli/cliError.ts';

const PAUSE_MILLISECONDS = 20;
/** Work under a lock is reading and writing one small file. */
const ABANDONED_AFTER_MILLISECONDS = 10_000;
const GIVE_UP_AFTER_MILLISECONDS = 30_000;

/**
 * Runs `work` while holding `lockFile`. A lock whose process is gone, or that is old, is taken
 * over.
 * @throws CliError where others hold it for too long
 */
export async function withLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const own = `${process.pid} ${randomUUID()}`;
  const end = Date.now() + GIVE_UP_AFTER_MILLISECONDS;
  while (!(await isTaken(lockFile, own))) {
    await removeAbandoned(lockFile);
    if (Date.now() > end)
      throw new CliError(EXIT.failed, `Another process holds ${lockFile}.`, {
        hint: 'If no other keyway runs, remove this file.',
      });
    await sleep(PAUSE_MILLISECONDS * (0.5 + Math.random()));
  }
  try {
    return await work();
  } finally {
    // Who was stopped for so long that others took it over does not remove theirs.
    if ((await contentOf(lockFile)) === own) await rm(lockFile, { force: true });
  }
}

async function isTaken(lockFile: string, own: string): Promise<boolean> {
  try {
    await writeFile(lockFile, own, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Windows says EPERM of a file that is being removed.
    if (code === 'EEXIST' || code === 'EPERM') return false;
    throw new CliError(EXIT.failed, `${lockFile} can't be written (${code}).`);
  }
}

/** Moved away before it is removed: another process may have put a new one there meanwhile. */
async function removeAbandoned(lockFile: string): Promise<void> {
  const content = await contentOf(lockFile);
  if (content === null || !(await isAbandoned(lockFile, content))) return;
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    await rename(lockFile, aside);
    if ((await contentOf(aside)) === content) await rm(aside, { force: true });
    else await rename(aside, lockFile);
  } catch {
    // Somebody else removed it.
  }
}

async function isAbandoned(lockFile: string, content: string): Promise<boolean> {
  const pid = Number(content.split(' ')[0]);
  if (Number.isInteger(pid) && pid > 0 && !runs(pid)) return true;
  const found = await stat(lockFile).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MILLISECONDS;
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const contentOf = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch(() => null);
