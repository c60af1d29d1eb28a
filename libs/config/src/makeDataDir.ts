/** Creates the data folder before anything is written to it. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { folderErrorText, folderProblem, nearestExisting } from './folderProblem.ts';
import { SETTINGS } from './settings.ts';
import { StartError } from './startError.ts';

/**
 * For this user alone.
 * @throws StartError
 */
export function makeDataDir(given: string): void {
  const problem = folderProblem(given) ?? failureOf(given);
  const { name, example } = SETTINGS.dataDir;
  if (problem) throw new StartError(`${name} ${problem}. Example: ${name}=${example}`);
}

function failureOf(given: string): string | null {
  try {
    make(resolve(given));
    return null;
  } catch (error) {
    return folderErrorText(given, error);
  }
}

/** Folder by folder: Node's recursive option loops in places such as /proc. */
function make(path: string): void {
  if (nearestExisting(path).path === path) return;
  make(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was faster
  }
}
