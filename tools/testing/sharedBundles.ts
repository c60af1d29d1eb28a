/** The bundles that tests run, built once of the same sources by whichever test is first. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inRoot } from '../bootstrap/places.mjs';
import { buildBundles } from '../bundle/buildBundles.ts';
import { hashOfSources, sourceHash } from '../bundle/bundles.ts';
import { holdLock } from '../start/heldLock.ts';

const PREFIX = 'tested-';
const PAUSE = 100;
/** Another run of tests may still use them. */
const KEPT_MILLISECONDS = 24 * 3_600_000;

let shared: Promise<string> | undefined;

/** Their folder, which is not to be changed. */
export function sharedBundles(): Promise<string> {
  const hash = sourceHash();
  return (shared ??= builtOnce(inRoot('out', `${PREFIX}${hash.slice(0, 16)}`), async (folder) => {
    await buildBundles(folder);
    // Later runs would take them for those of the sources that they were named after.
    if (hashOfSources() !== hash) throw new Error('The sources changed while they were bundled.');
  }));
}

/**
 * The folder, complete, whichever process builds it. It is built beside it and moved: the paths
 * within hold for any folder of this depth.
 */
export async function builtOnce(
  folder: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const lock = `${folder}-lock`;
  while (!existsSync(folder)) {
    mkdirSync(lock, { recursive: true });
    // It ends with its process, so that another one begins where a build died.
    if (!(await holdLock(lock))) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    else if (!existsSync(folder)) await buildBeside(folder, build);
  }
  return folder;
}

async function buildBeside(
  folder: string,
  build: (folder: string) => Promise<void>,
): Promise<void> {
  removeOld(folder);
  const making = `${folder}-${randomUUID()}`;
  try {
    await build(making);
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Of other sources; the lock of this build may be older. */
function removeOld(folder: string): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(PREFIX) || name.startsWith(basename(folder))) continue;
    const old = join(parent, name);
    const found = statSync(old, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > KEPT_MILLISECONDS)
      rmSync(old, { recursive: true, force: true });
  }
}
