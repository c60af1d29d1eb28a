/**
 * Whether a data folder's server runs, by `postmaster.pid` and the process table. A zombie counts
 * as dead.
 */
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Postmaster {
  pid: number;
  port: number;
}

/** Whether a process runs: a zombie does not, though signals reach it. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return false;
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!(await isRunning(pid))) return false;
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '');
  return command.includes('postgres');
}

const pidFile = (data: string): string => join(data, 'postmaster.pid');

async function readPidFile(data: string): Promise<string[] | null> {
  const text = await readFile(pidFile(data), 'utf8').catch(() => null);
  return text === null ? null : text.split('\n');
}

/** The server that runs on this data folder, from any process. */
export async function runningPostmaster(data: string): Promise<Postmaster | null> {
  const lines = await readPidFile(data);
  if (!lines) return null;
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !(await isPostgres(pid))) return null;
  return { pid, port };
}

/**
 * Makes a left-over `postmaster.pid` harmless where its process is a zombie or somebody else by
 * now: PostgreSQL ignores its own parent's pid there. The file itself has to stay, because it names
 * the shared memory that must be unused before another server may start.
 */
export async function detachPidFile(data: string): Promise<void> {
  const lines = await readPidFile(data);
  if (!lines || (await isPostgres(Number(lines[0])))) return;
  lines[0] = String(process.pid);
  // On a full disk the file stays as it is: an empty one would keep the server from starting.
  const next = `${pidFile(data)}.next`;
  const { mode, uid, gid } = await stat(pidFile(data));
  await writeFile(next, lines.join('\n'), { mode });
  await chown(next, uid, gid);
  await rename(next, pidFile(data));
}
