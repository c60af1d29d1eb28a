/** Finds out whether a folder can be used before anything is written to it. */
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'there is no space left',
  ENOENT: 'it cannot be created there',
  ENOTDIR: 'a part of the path is a file',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'its symbolic links form a loop',
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What the file system's error says about the folder that a setting names. */
export const folderErrorText = (given: string, error: unknown): string =>
  `is "${given}": ${REASONS[codeOf(error)] ?? codeOf(error)}`;

/** The path itself or its nearest existing parent. */
export function nearestExisting(path: string): { path: string; isDirectory: boolean } {
  try {
    return { path, isDirectory: statSync(path).isDirectory() };
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw error;
    return nearestExisting(dirname(path));
  }
}

/**
 * Why this user can neither use nor create a folder, as the end of a sentence that starts with the
 * variable's name; null where nothing is known against it. Creates nothing.
 */
export function folderProblem(given: string): string | null {
  const path = resolve(given);
  try {
    const found = nearestExisting(path);
    if (!found.isDirectory)
      return `is "${given}", but ${found.path} is a file${found.path === path ? ', not a folder' : ''}`;
    accessSync(found.path, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return folderErrorText(given, error);
  }
}
