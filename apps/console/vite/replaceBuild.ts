/**
 * Replaces a build that a running api serves, file by file: new files first, then the page that
 * names them, then removal of old files. A request gets the old console or the new one.
 */
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';

const PAGE = 'index.html';
/** What names the files of a build. */
const PAGES = [PAGE, 'handOff.html', 'graphiql.html'];

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

/** Makes `to` equal to `from`. Files are renamed into place, so that no request reads a part. */
export async function replaceFiles(from: string, to: string): Promise<void> {
  const before = await filesIn(to);
  const files = await filesIn(from);
  if (!files.includes(PAGE)) throw new Error(`${from} holds no ${PAGE}.`);
  // Compressed or not.
  const isPage = (file: string): boolean => PAGES.some((page) => file.startsWith(page));
  const pageLast = files.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)));
  for (const file of pageLast) {
    const goal = join(to, file);
    await mkdir(dirname(goal), { recursive: true });
    const arriving = join(dirname(goal), `.arriving-${process.pid}`);
    await copyFile(join(from, file), arriving);
    await rename(arriving, goal);
  }
  for (const file of before) if (!files.includes(file)) await rm(join(to, file), { force: true });
}

/** Replaces `to` by the build's output. */
export function replaceBuild(to: string): Plugin {
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
