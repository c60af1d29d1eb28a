/**
 * Paths from the repository's root, wherever a command runs. Plain JavaScript, like all of this
 * folder: it runs under the machine's Node before anything is installed.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string[]} parts a path below the repository's root */
export const inRoot = (...parts) => join(root, ...parts);

/** The Node that the project pins, brought in by `npm ci` as the package `node`. */
export const pinnedNode = inRoot(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
