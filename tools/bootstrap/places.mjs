/**
 * Where things are, from the repository's root, whatever folder a command is run from. Plain
 * JavaScript, like everything in this folder: it runs under the machine's own Node before anything
 * is installed.
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
