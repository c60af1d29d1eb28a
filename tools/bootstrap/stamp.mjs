/**
 * Records the content hash of what something was built from, so that it is built again only after a
 * change. File times do not do: git and copies change them.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * One hash over files and folders, in a fixed order; something that is not there counts as absent,
 * not as an error.
 * @param {string} base paths are named relative to it, so that moving the repository changes
 *   nothing
 * @param {string[]} paths files or folders
 * @param {(path: string) => boolean} [wanted] selects which files and folders below a folder count
 */
export function contentHash(base, paths, wanted = () => true) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const name = relative(base, path).replaceAll('\\', '/');
    const entries = listFolder(path);
    if (entries) {
      for (const entry of entries) if (wanted(join(path, entry))) add(join(path, entry));
      return;
    }
    const bytes = readIfThere(path);
    hash.update(`${name}\0${bytes ? bytes.length : 'absent'}\0`);
    if (bytes) hash.update(bytes);
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

/**
 * @param {string} file the stamp
 * @param {string} hash what it must hold
 */
export function isStamped(file, hash) {
  return readIfThere(file)?.toString('utf8').trim() === hash;
}

/**
 * Writes the stamp; call it only after the work has succeeded.
 * @param {string} file
 * @param {string} hash
 */
export function stamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}

/** Removes the stamp before work that may be interrupted half-way. @param {string} file */
export function unstamp(file) {
  rmSync(file, { force: true });
}

/** @param {string} path */
function listFolder(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
