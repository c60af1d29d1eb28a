/** Builds the console, which the api serves, whenever its sources changed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, pinnedNode, root } from './places.mjs';
import { contentHash, isStamped, stamp, unstamp } from './stamp.mjs';

const folder = inRoot('apps', 'console');
// Beside what it is about: an installation of its own must not make the build seem old.
const stampFile = inRoot('apps', 'console', 'dist', '.stamp');

/** @param {string} path */
const isSource = (path) => !/[\\/](dist|node_modules)$|\.test\.tsx?$/.test(path);

/**
 * Why the console can't be built in a folder; null where it can. Vite takes both for what comes
 * after a path, and then fails at a file that does not exist.
 * @param {string} path
 */
export function folderProblem(path) {
  const sign = /[#?]/.exec(path)?.[0];
  if (!sign) return null;
  return `The console can't be built in a folder with "${sign}" in its path (${path}). Move the repository, and start again.`;
}

/** @param {(line: string) => void} say */
export function buildConsole(say) {
  if (!existsSync(inRoot('apps', 'console', 'vite.config.ts'))) return;
  const hash = contentHash(folder, [folder, inRoot('package-lock.json')], isSource);
  if (existsSync(inRoot('apps', 'console', 'dist', 'index.html')) && isStamped(stampFile, hash))
    return;
  const problem = folderProblem(root);
  if (problem) throw new Error(problem);
  say('Building the console …');
  unstamp(stampFile);
  const result = spawnSync(
    pinnedNode,
    [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    },
  );
  if (result.status !== 0)
    throw new Error(`Building the console failed:\n${result.stdout ?? ''}${result.stderr ?? ''}`);
  stamp(stampFile, hash);
}
