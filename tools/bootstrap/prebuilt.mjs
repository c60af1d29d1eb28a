/**
 * Whether nothing may be installed, built or written here: in production, in a read-only folder, or
 * after `npm ci --omit=dev`. Then `npm run build` must have made what is needed.
 */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { missingPackages, libcOfThisMachine } from './installed.mjs';
import { inRoot, pinnedNode, root } from './places.mjs';

const OUTPUT = {
  console: inRoot('apps', 'console', 'dist', 'index.html'),
  client: inRoot('libs', 'store', 'src', 'generated', 'client.ts'),
};

/** @typedef {'production' | 'read-only'} Prebuilt `production`: also wherever NODE_ENV says so. */

/**
 * Why this folder is used as it is; null where a command may bring in what is missing.
 * @param {Prebuilt} where
 * @param {NodeJS.ProcessEnv} environment
 */
export function prebuiltReason(where, environment) {
  if (where === 'production' && environment.NODE_ENV === 'production')
    return 'NODE_ENV is production';
  try {
    accessSync(root, constants.W_OK);
    if (existsSync(inRoot('node_modules'))) accessSync(inRoot('node_modules'), constants.W_OK);
  } catch {
    return `${root} cannot be written to`;
  }
  const record = read(inRoot('node_modules', '.package-lock.json'));
  return record && !hasDevPackages(record) ? 'the development packages are not installed' : null;
}

/**
 * @param {{ packages: Record<string, { dev?: boolean, link?: boolean }> }} record npm's own record
 *   of what it installed
 */
const hasDevPackages = ({ packages }) => Object.values(packages).some(({ dev }) => dev === true);

/**
 * Throws with the commands that are missing; changes nothing.
 * @param {string} reason of `prebuiltReason`
 * @param {{ console: boolean }} needs
 */
export function checkPrebuilt(reason, needs) {
  const missing = [];
  const lock = read(inRoot('package-lock.json'));
  const packages = lock
    ? missingPackages(shipped(lock), read(inRoot('node_modules', '.package-lock.json')), {
        platform: process.platform,
        arch: process.arch,
        libc: libcOfThisMachine(),
      })
    : [];
  if (packages.length > 0)
    missing.push(
      `packages (${packages.slice(0, 3).join(', ')}${packages.length > 3 ? ', …' : ''})`,
    );
  if (!existsSync(pinnedNode)) missing.push('the pinned Node (node_modules/node)');
  if (!existsSync(OUTPUT.client)) missing.push('the database client (libs/store/src/generated)');
  if (needs.console && !existsSync(OUTPUT.console)) missing.push('the console (apps/console/dist)');
  if (missing.length === 0) return;
  throw new Error(
    `Missing: ${missing.join('; ')}.\n` +
      `Nothing is installed or built here, because ${reason}. In a writable folder run:\n  npm ci && npm run build && npm prune --omit=dev`,
  );
}

/**
 * The lock file without what `--omit=dev` and `--omit=optional` leave out.
 * @param {{ packages: Record<string, { dev?: boolean, devOptional?: boolean, optional?: boolean }>
 *   }} lock
 */
function shipped(lock) {
  const kept = Object.entries(lock.packages).filter(
    ([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional,
  );
  return { packages: Object.fromEntries(kept) };
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
