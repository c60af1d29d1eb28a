/**
 * Opens the database that DATABASE_URL names, or an embedded one. All processes share the embedded
 * server; it is restarted when it dies, and stops with its last user.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedServer } from './embeddedServer.ts';
import { withOpeningLock } from './openingLock.ts';
import { planLaunch, type LaunchMode } from './planLaunch.ts';
import { openersOf } from './openers.ts';
import { makeDataDir } from '@keyway/config';

export interface OpenDatabaseOptions {
  /** With it nothing is started. */
  databaseUrl?: string | undefined;
  /** DATABASE_MIGRATION_URL, beside it. */
  migrationUrl?: string | undefined;
  dataDir: string;
  /** For tests: how root runs the binaries. */
  mode?: LaunchMode;
  /** For tests: settings of the server, such as `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
}

/** A database that accepts connections. */
export interface OpenedDatabase {
  /** Connection string of the login of everyday use; with a password, so it is never logged. */
  url: string;
  /** Of the login that owns the tables, for migrations. */
  migrationUrl: string;
  embedded: boolean;
  /** The server's process; null with DATABASE_URL. Changes when it was started again. */
  pid(): number | null;
  /** Whether it was running already: by DATABASE_URL, or started by another process. */
  adopted: boolean;
  /** Starts the server again if it is gone; true if it did. Runs every half second as well. */
  restartIfDead(): Promise<boolean>;
  /** Called each time the server was found dead, before it is started again. */
  onExit(listener: () => void): () => void;
  /** Stops the server if nobody else uses it. */
  close(): Promise<void>;
}

const WATCH_MILLISECONDS = 500;

/**
 * Opens the database of `databaseUrl`, or the embedded server under `dataDir`, which is started
 * unless another process did. The caller closes it; the server stops with its last user.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  if (options.databaseUrl)
    return external(options.databaseUrl, options.migrationUrl || options.databaseUrl);
  const wanted = join(options.dataDir, 'postgres');
  makeDataDir(options.dataDir);
  await mkdir(wanted, { recursive: true, mode: 0o700 });
  const directory = await realpath(wanted);
  const launch = await planLaunch(directory, options.mode);
  const openers = openersOf(directory);
  const { server, adopted } = await withOpeningLock(directory, async () => {
    const passwords = {
      superuser: await passwordIn(directory, 'password'),
      runtime: await passwordIn(directory, 'runtime-password'),
    };
    const opened = new EmbeddedServer(launch, directory, passwords, options.settings ?? {});
    // Before the server: one that nobody is known to use would never be stopped.
    await openers.add();
    try {
      return { server: opened, adopted: (await opened.ensureRunning()) === 'adopted' };
    } catch (error) {
      await openers.remove();
      throw error;
    }
  });
  return watched(server, directory, adopted, openers);
}

function external(url: string, migrationUrl: string): OpenedDatabase {
  return {
    url,
    migrationUrl,
    embedded: false,
    adopted: true,
    pid: () => null,
    restartIfDead: () => Promise.resolve(false),
    onExit: () => () => undefined,
    close: () => Promise.resolve(),
  };
}

function watched(
  server: EmbeddedServer,
  directory: string,
  adopted: boolean,
  openers: ReturnType<typeof openersOf>,
): OpenedDatabase {
  const listeners = new Set<() => void>();
  let closing: Promise<void> | null = null;
  let checking: Promise<boolean> | null = null;

  const check = async (): Promise<boolean> => {
    if (closing || (await server.isRunning())) return false;
    for (const listener of listeners) listener();
    return withOpeningLock(directory, async () =>
      closing ? false : (await server.ensureRunning()) === 'started',
    );
  };
  const restartIfDead = (): Promise<boolean> =>
    (checking ??= check().finally(() => (checking = null)));
  // A failed restart is tried again at the next tick; each user of the database gets its own
  // connection errors meanwhile.
  const timer = setInterval(() => void restartIfDead().catch(() => undefined), WATCH_MILLISECONDS);
  timer.unref();

  const close = async (): Promise<void> => {
    clearInterval(timer);
    await checking?.catch(() => undefined);
    await withOpeningLock(directory, async () => {
      await openers.remove();
      if (!(await openers.any())) await server.stop();
    });
  };
  return {
    url: server.url,
    migrationUrl: server.migrationUrl,
    embedded: true,
    adopted,
    pid: () => server.pid,
    restartIfDead,
    onExit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => (closing ??= close()),
  };
}

async function passwordIn(directory: string, name: string): Promise<string> {
  const file = join(directory, name);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept) return kept.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600, flag: 'w' });
  return password;
}
