/**
 * A build that a running api already serves is replaced file by file, never emptied: what is new is
 * put in place first, the page that names it last, and only then goes what the page no longer
 * names. Whoever asks in between gets either the old console or the new one.
 */
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';

const PAGE = 'index.html';

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/**
 * Makes `to` hold what `from` holds. Each file comes by a rename, so that nobody reads half of one.
 */
export async function replaceFiles(from: string, to: string): Promise<void> {
  const before = await filesIn(to);
  const files = await filesIn(from);
  if (!files.includes(PAGE)) throw new Error(`${from} holds no ${PAGE}.`);
  const pageLast = files.toSorted((a, b) => Number(a === PAGE) - Number(b === PAGE));
  for (const file of pageLast) {
    const goal = join(to, file);
    await mkdir(dirname(goal), { recursive: true });
    const arriving = join(dirname(goal), `.arriving-${process.pid}`);
    await copyFile(join(from, file), arriving);
    await rename(arriving, goal);
  }
  for (const file of before) if (!files.includes(file)) await rm(join(to, file), { force: true });
}

/** Puts what was written to the build's own folder into `to`. */
export function swapIn(to: string): Plugin {
  return {
    name: 'keyway:swap-in',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: ({ dir }) => (dir ? replaceFiles(dir, to) : undefined),
    },
  };
}
