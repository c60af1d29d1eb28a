/** Profiles: where Keyway is and who one is there. One file each, which nobody else can read. */
import { randomUUID } from 'node:crypto';
import { constants, existsSync, readdirSync } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { CliError, EXIT, usageError } from '../cli/cliError.ts';
import { withLock } from './fileLock.ts';

export interface Profile {
  url: string;
  token: string;
  /** Who it is, for lists. */
  viewer: string;
  partner: string;
  /** When the token expires; null for never, or where that is not known. */
  expiresAt?: string | null | undefined;
  /** Where the token is revoked at signing out; null for tokens that were made elsewhere. */
  revocationEndpoint?: string | null | undefined;
  /** Keyway's public signing keys, as they were seen first. */
  keys?: readonly object[] | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_PROFILE = 'default';
const SUFFIX = '.json';
const CURRENT = 'current';
const OTHERS = 0o077;
const isWindows = process.platform === 'win32';

const folderOf = (env: Environment): string =>
  env['KEYWAY_CONFIG_DIR'] || envPaths('keyway', { suffix: '' }).config;

const namesOf = (files: readonly string[]): string[] =>
  files
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .filter(isName)
    .sort();

/** For a shell that completes one, which does not wait. */
export function profileNames(env: Environment): string[] {
  const folder = join(folderOf(env), 'profiles');
  return existsSync(folder) ? namesOf(readdirSync(folder)) : [];
}

export class ProfileFiles {
  readonly #folder: string;

  constructor(env: Environment) {
    this.#folder = folderOf(env);
  }

  /** The profile that is used where none is named. */
  async current(): Promise<string> {
    const name = (await this.#read(CURRENT))?.trim();
    return name && isName(name) ? name : DEFAULT_PROFILE;
  }

  async use(name: string): Promise<void> {
    await this.#write(CURRENT, `${name}\n`);
  }

  async names(): Promise<string[]> {
    return namesOf(await readdir(join(this.#folder, 'profiles')).catch(() => []));
  }

  /** Null where there is none. @throws CliError where others could read the token */
  async read(name: string): Promise<Profile | null> {
    const text = await this.#read(fileOf(name));
    if (text === null) return null;
    try {
      const profile = JSON.parse(text) as Profile;
      if (typeof profile.url === 'string' && typeof profile.token === 'string') return profile;
    } catch {
      // Says the same.
    }
    throw new CliError(EXIT.failed, `The profile ${name} can't be read.`, {
      hint: `Sign in again: \`keyway login --profile ${name}\`.`,
    });
  }

  /**
   * Changes a profile by what it is now, with no other process in between. Nothing is written where
   * there is none any more, or for null.
   */
  async change(name: string, make: (now: Profile) => Profile | null): Promise<void> {
    await this.#alone(name, async () => {
      const now = await this.read(name);
      const changed = now && make(now);
      if (changed) await this.#write(fileOf(name), textOf(changed));
    });
  }

  /** Answers what was there before; null also for what can't be used. */
  async replace(name: string, make: (before: Profile | null) => Profile): Promise<Profile | null> {
    return this.#alone(name, async () => {
      const before = await this.read(name).catch(() => null);
      await this.#write(fileOf(name), textOf(make(before)));
      return before;
    });
  }

  /**
   * Whether there was one.
   * @param token only where it is still the profile's: who signed in meanwhile keeps theirs
   */
  async remove(name: string, token?: string): Promise<boolean> {
    const path = join(this.#folder, fileOf(name));
    const existed = await stat(path).then(
      () => true,
      () => false,
    );
    if (!existed) return false;
    return this.#alone(name, async () => {
      if (token !== undefined && (await this.read(name))?.token !== token) return false;
      await rm(path, { force: true });
      return true;
    });
  }

  async #alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    await this.#makeFolders();
    return withLock(join(this.#folder, `${fileOf(name)}.lock`), work);
  }

  async #read(file: string): Promise<string | null> {
    const path = join(this.#folder, file);
    const handle = await open(path, constants.O_RDONLY).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw new CliError(EXIT.failed, `${path} can't be read (${error.code}).`);
    });
    if (!handle) return null;
    try {
      const { mode } = await handle.stat();
      if (!isWindows && (mode & OTHERS) !== 0)
        throw new CliError(EXIT.failed, `Others can read ${path}, so it is not used.`, {
          hint: `Run \`chmod 600 ${path}\`, and revoke the token if others may have read it.`,
        });
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  }

  async #makeFolders(): Promise<void> {
    const folder = join(this.#folder, 'profiles');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!isWindows) for (const own of [this.#folder, folder]) await chmod(own, 0o700);
  }

  /** A reader finds the file before or after, never a part of it. */
  async #write(file: string, text: string): Promise<void> {
    await this.#makeFolders();
    const path = join(this.#folder, file);
    const draft = `${path}.${randomUUID()}`;
    try {
      await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
      await rename(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
  }
}

const textOf = (profile: Profile): string => `${JSON.stringify(profile, null, 2)}\n`;

const isName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name);

/** @throws CliError for a name that can't be one of a file */
export function fileOf(name: string): string {
  if (isName(name)) return join('profiles', `${name}${SUFFIX}`);
  throw usageError(
    `A profile's name has letters, digits, dots, dashes and underscores, at most 64. Not: ${name}`,
  );
}
