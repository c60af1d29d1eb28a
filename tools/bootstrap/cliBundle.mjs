/**
 * The bundle of `keyway` in this workspace: built at the first use and whenever its sources
 * changed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { inRoot, pinnedNode, root } from './places.mjs';
import { onlyOneAtATime } from './onlyOneAtATime.mjs';
import { contentHash, isStamped, stamp, unstamp } from './stamp.mjs';

export const cliBundle = inRoot('apps', 'cli', 'dist', 'keyway.mjs');
const stampFile = inRoot('apps', 'cli', 'dist', '.stamp');
const builder = inRoot('tools', 'bundle', 'buildCli.ts');

/** What the bundle is made of; a test compares it with what is in there. */
export const CLI_SOURCES = [
  'apps/cli',
  'libs/client',
  'libs/evidence',
  ...['config', 'core', 'messages', 'sealing'].map((name) => `libs/${name}/src`),
  'package-lock.json',
];

/** @param {string} path */
const isSource = (path) => !/[\\/](dist|node_modules|testing)$|\.test\.ts$|\.md$/.test(path);

const sourceHash = () =>
  contentHash(root, [...CLI_SOURCES.map((path) => inRoot(path)), builder], isSource);

/**
 * Builds where the bundle is missing or of other sources. Throws with the one command to run where
 * it can't.
 * @param {(line: string) => void} say
 */
export async function prepareCli(say) {
  if (isStamped(stampFile, sourceHash()) && existsSync(cliBundle)) return;
  if (existsSync(cliBundle) && !isWritable()) return;
  if (!existsSync(pinnedNode))
    throw new Error('keyway is not installed yet. Run `npm ci` in this folder, then repeat this.');
  // A lock of its own: `npm start` holds that of the folder while it has the bundles built.
  await onlyOneAtATime(inRoot('out', 'cli.lock'), say, () => build(say));
}

/** @param {(line: string) => void} say */
function build(say) {
  const hash = sourceHash();
  // Another command may have built it meanwhile.
  if (isStamped(stampFile, hash)) return;
  say('Building keyway …');
  unstamp(stampFile);
  const { status, stdout, stderr } = spawnSync(
    pinnedNode,
    ['--conditions=@keyway/source', builder],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Building keyway failed:\n${stdout ?? ''}${stderr ?? ''}`);
  stamp(stampFile, hash);
}

function isWritable() {
  try {
    accessSync(inRoot('apps', 'cli', 'dist'), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
