/** The bundles that tests run, built once of the same sources by whichever test is first. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../bootstrap/places.mjs';
import { buildBundles } from '../bundle/buildBundles.ts';
import { sourceHash } from '../bundle/bundles.ts';
import { holdLock } from '../start/heldLock.ts';

const PREFIX = 'tested-';
const PAUSE = 100;
/** Another run of tests may still use them. */
const KEPT_MILLISECONDS = 24 * 3_600_000;

let shared: Promise<string> | undefined;

/** Their folder, which is not to be changed. */
export const sharedBundles = (): Promise<string> =>
  (shared ??= builtOnce(inRoot('out', `${PREFIX}${sourceHash().slice(0, 16)}`), buildBundles));

/**
 * The folder, complete, whichever process builds it. It is built beside it and moved: the paths
 * within hold for any folder of this depth.
 */
export async function builtOnce(
  folder: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const lock = `${folder}-lock`;
  mkdirSync(lock, { recursive: true });
  while (!existsSync(folder)) {
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
  removeOld(dirname(folder));
  const making = `${folder}-${randomUUID()}`;
  await build(making);
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function removeOld(parent: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const old = join(parent, name);
    if (Date.now() - statSync(old).mtimeMs > KEPT_MILLISECONDS)
      rmSync(old, { recursive: true, force: true });
  }
}
