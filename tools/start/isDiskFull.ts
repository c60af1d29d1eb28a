/** Whether something failed because the disk is full, which passes without anybody's correction. */
import { statfsSync } from 'node:fs';

/** PostgreSQL's log grows by 16 MB at a time, and what it says of a failure needs space too. */
const LEAST_BYTES = 32 * 1024 * 1024;
/** Of the file system, and of a quota, which `statfs` does not know. */
const CODES: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

export function isDiskFull(folder: string, error?: unknown): boolean {
  if (CODES.has((error as NodeJS.ErrnoException | undefined)?.code)) return true;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_BYTES;
  } catch {
    return false;
  }
}
