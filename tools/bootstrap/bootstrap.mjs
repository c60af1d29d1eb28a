/**
 * Installs and builds what is missing under the machine's Node, then runs the pinned Node. Imports
 * nothing from `node_modules`, which may be missing.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { buildBundlesOnce } from './buildBundles.mjs';
import { buildConsole } from './buildConsole.mjs';
import { generateClient } from './generateClient.mjs';
import { install } from './install.mjs';
import { onlyOneAtATime } from './onlyOneAtATime.mjs';
import { inRoot, pinnedNode, root } from './places.mjs';
import { checkPrebuilt, prebuiltReason } from './prebuilt.mjs';

/**
 * @typedef {object} Needs
 * @property {boolean} console whether the console must be built
 * @property {boolean} [bundles] whether api and worker are bundled where they never were
 * @property {import('./prebuilt.mjs').Prebuilt} [prebuilt] where the tool runs without installing,
 *   building or writing; never by default
 */

/** @param {string} line */
const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Prepares the folder and runs a TypeScript tool in the pinned Node; ends this process with the
 * tool's exit code.
 * @param {string} tool path from the root, such as `tools/start.ts`
 * @param {string[]} args
 * @param {Needs} needs
 */
export async function bootstrap(tool, args, needs) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`Keyway needs Node.js 20 or newer; this is ${process.version} (${process.execPath}).`);
  const prebuilt = needs.prebuilt ? prebuiltReason(needs.prebuilt, process.env) : null;
  try {
    if (prebuilt) checkPrebuilt(prebuilt, needs);
    else await onlyOneAtATime(inRoot('out', 'preparing.lock'), say, () => prepare(needs));
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  runPinned(tool, args, prebuilt !== null);
}

/** @param {Needs} needs */
function prepare(needs) {
  install(say);
  generateClient(say);
  if (needs.console) buildConsole(say);
  if (needs.bundles) buildBundlesOnce(say);
}

/**
 * @param {string} tool
 * @param {string[]} args
 * @param {boolean} prebuilt nothing may be written into the folder
 */
function runPinned(tool, args, prebuilt) {
  // The channel lets the tool notice that this process was killed, so that it never runs on without
  // its terminal.
  const child = spawn(pinnedNode, ['--conditions=@keyway/source', inRoot(tool), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${inRoot('node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
      // For the tool and all that it starts: what was compiled, and freed of its types, is kept
      // from one start to the next.
      ...(prebuilt
        ? {}
        : { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRoot('out', 'compile-cache') }),
    },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => fail(`The pinned Node could not be run: ${error.message}`));
  child.on('exit', (code, signal) =>
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)),
  );
}

/**
 * A signal sent to npm alone ends npm and its shell and never arrives here: that the parent is gone
 * is all there is to see.
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  // Started by hand, perhaps to outlive its shell.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  say(message);
  process.exit(1);
}
