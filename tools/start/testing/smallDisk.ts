/** A file system of a few kilobytes, to be filled: a tmpfs, which only root may mount. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  path: string;
  /** Takes the free space. */
  fill: () => void;
  /** Frees what `fill` took. */
  empty: () => void;
  remove: () => void;
}

/** Null where this user may not mount one. */
export function smallDisk(kilobytes = 64): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'keyway-disk-'));
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path], {
      stdio: 'ignore',
    }).status === 0;
  if (!mounted) {
    rmdirSync(path);
    return null;
  }
  const filler = join(path, 'filler');
  return {
    path,
    fill: () => {
      for (let size = kilobytes * 1024; size > 0; size = Math.floor(size / 2)) {
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
        } catch {
          // Full for this size.
        }
      }
    },
    empty: () => rmSync(filler, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', path], { stdio: 'ignore' });
      rmdirSync(path);
    },
  };
}
