/**
 * What keeps a process from starting and is not in its code: a folder, the database. The message
 * names the setting, and there is no stack trace.
 */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isConnectionLoss } from '../database/retry.ts';

/** The message names the setting, what is wrong, and an example. Never holds a secret. */
export class StartError extends Error {
  static {
    this.prototype.name = 'StartError';
  }
  /** Starting again will not help. */
  readonly final: boolean;
  constructor(message: string, { final = false } = {}) {
    super(message);
    this.stack = message;
    this.final = final;
  }
}

const EXAMPLE = 'Example: DATA_DIR=/var/lib/keyway';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it lies on a file system that cannot be written to',
  ENOSPC: 'there is no space left there',
  ENOENT: 'it cannot be made there',
  ENOTDIR: 'a part of its path is a file',
  ENAMETOOLONG: 'it is too long',
  ELOOP: 'its links lead in circles',
};

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

/** What of a path is there: itself or the nearest folder above it. */
function nearest(path: string): { path: string; isDirectory: boolean } {
  try {
    return { path, isDirectory: statSync(path).isDirectory() };
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw error;
    return nearest(dirname(path));
  }
}

/**
 * Why a folder can't be the data folder, as the end of "DATA_DIR …"; null where it can. Creates
 * nothing.
 */
export function dataDirProblem(given: string): string | null {
  const path = resolve(given);
  try {
    const found = nearest(path);
    if (!found.isDirectory)
      return found.path === path
        ? `is ${path}, which is a file and not a folder`
        : `is ${path}, but ${found.path} is a file`;
    accessSync(found.path, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return `is ${path}: ${REASONS[codeOf(error)] ?? codeOf(error)}`;
  }
}

/**
 * Creates the data folder, for this user alone.
 * @throws StartError
 */
export function makeDataDir(given: string): void {
  const problem = dataDirProblem(given);
  if (problem) throw new StartError(`DATA_DIR ${problem}. ${EXAMPLE}`);
  try {
    make(resolve(given));
  } catch (error) {
    throw new StartError(
      `DATA_DIR is ${resolve(given)}: ${REASONS[codeOf(error)] ?? codeOf(error)}. ${EXAMPLE}`,
    );
  }
}

/** Folder by folder: Node's recursive option loops in places such as /proc. */
function make(path: string): void {
  if (nearest(path).path === path) return;
  make(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // another process was faster
  }
}

/** `host:port` and the database's name; null for what is no address. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the database';
  const { hostname, port, pathname } = new URL(url);
  return `the database ${decodeURIComponent(pathname.slice(1)) || '(unnamed)'} at ${hostname || 'localhost'}:${port || 5432}`;
}

const URL_EXAMPLE = 'Example: DATABASE_URL=postgresql://db.example.com:5432/keyway';

const DATABASE_REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'its name cannot be looked up just now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to that host',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses the user',
  '3D000': 'there is no database of that name',
  '53300': 'it has no connection left',
  '42501':
    'its user is not allowed enough: it has to be allowed to make tables and roles, or DATABASE_MIGRATION_URL names one that is',
};

/** A `StartError` where the cause is known; the error itself otherwise. */
export function databaseProblem(error: unknown, url: string): unknown {
  const reason =
    DATABASE_REASONS[codeOf(error)] ?? (isConnectionLoss(error) ? 'the connection was lost' : null);
  return reason === null
    ? error
    : new StartError(`DATABASE_URL: ${placeOf(url)} cannot be used: ${reason}. ${URL_EXAMPLE}`);
}
