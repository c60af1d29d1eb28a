/**
 * Brings `node_modules` in line with package-lock.json, and does nothing at all when it already is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { libcOfThisMachine, missingPackages } from './installed.mjs';
import { inRoot, pinnedNode, root } from './places.mjs';
import { contentHash, isStamped, stamp, unstamp } from './stamp.mjs';

const stampFile = inRoot('node_modules', '.keyway-stamp');

/**
 * Installs with `npm ci` if anything is missing. Throws with what to do about it when that fails.
 * @param {(line: string) => void} say
 */
export function install(say) {
  const hash = contentHash(root, [inRoot('package-lock.json'), inRoot('package.json')]);
  const nodeIsThere = existsSync(pinnedNode);
  if (nodeIsThere && isStamped(stampFile, hash)) return;
  const missing = whatIsMissing();
  if (missing.length > 0) {
    say(
      `Installing packages, once (${missing.length > 3 ? `${missing.length} to bring` : missing.join(', ')}); this takes about a minute …`,
    );
    unstamp(stampFile);
    runNpm([
      'ci',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts=false',
    ]);
  } else if (!nodeIsThere) {
    say('Bringing in the pinned Node, once …');
    runNpm(['rebuild', 'node', '--ignore-scripts=false']);
  }
  if (!existsSync(pinnedNode))
    throw new Error(
      `The pinned Node did not arrive at ${pinnedNode}. Run \`npm ci --ignore-scripts=false\` to see why.`,
    );
  stamp(stampFile, hash);
}

function whatIsMissing() {
  const recordFile = inRoot('node_modules', '.package-lock.json');
  const record = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : undefined;
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  return missingPackages(lock, record, {
    platform: process.platform,
    arch: process.arch,
    libc: libcOfThisMachine(),
  });
}

/** @param {string[]} args */
function runNpm(args) {
  // Under `npm start` npm says where it is; otherwise it is searched on the path (on Windows that
  // needs a shell).
  const cli = process.env.npm_execpath;
  const own = cli !== undefined && /npm-cli\.c?js$/.test(cli) && existsSync(cli);
  const result = own
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error)
    throw new Error(
      `npm could not be run (${result.error.message}). Install Node.js 20 or newer together with npm.`,
    );
  if (result.status !== 0) {
    throw new Error(
      `\`npm ${args[0]}\` failed (see above). The first start needs a package registry: check the network, or the registry that\n` +
        '`npm config get registry` names. Nothing is half done: the next start tries again.',
    );
  }
}
