/** Reads a file that somebody named. */
import { readFile } from 'node:fs/promises';
import { usageError } from './cliError.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
};

/** @throws CliError that says why it can't be read */
export const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(({ code = 'unknown error' }: NodeJS.ErrnoException) => {
    throw usageError(`${file} can't be read: ${REASONS[code] ?? code}.`);
  });

/** A count with its noun: `1 line`, `2 lines`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
