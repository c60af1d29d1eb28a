/**
 * PostgreSQL servers of a test alone, to be killed, backed up and promoted: of the embedded
 * binaries, or of others.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planLaunch, type Launch } from '@keyway/postgres';
import pg from 'pg';
import { freePort } from './startMoto.ts';
import { MAX_WAIT_MILLISECONDS, within } from './maxWait.ts';

const USER = 'keyway';
/** A SIGKILL loses nothing that the system has: no test waits for a disk. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  fsync: 'off',
  full_page_writes: 'on',
  shared_buffers: '32MB',
  max_connections: '100',
  wal_keep_size: '512MB',
  wal_receiver_status_interval: '1s',
};
/** Of a running server, and not part of a base backup. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot']);

/** One that a test alone uses. */
export interface PostgresServer {
  /** As the superuser, of the database `postgres`. */
  url: string;
  data: string;
  /** @param database `postgres` where none is named */
  query<R>(text: string, values?: unknown[], database?: string): Promise<R[]>;
  /** Ends it at once, as a machine that loses its power. */
  kill(): Promise<void>;
  /** Every process of it stops, and its connections stay open. */
  freeze(): void;
  thaw(): void;
  /** A standby becomes the primary; resolves when it takes writes. */
  promote(): Promise<void>;
  /** After `kill`, with further settings. */
  start(settings?: Record<string, string>): Promise<void>;
}

/** Makes servers; all of them end with it. */
export interface PostgresServers {
  primary(settings?: Record<string, string>): Promise<PostgresServer>;
  /** A copy of the running server, by pg_backup_start and pg_backup_stop. Returns its folder. */
  baseBackup(of: PostgresServer): Promise<string>;
  /** On a base backup; `primaryUrl`: where it streams from. Resolves when it answers reads. */
  standby(backup: string, primaryUrl: string, name: string): Promise<PostgresServer>;
  /** On a base backup, with archived WAL; resolves when it takes writes. */
  recover(backup: string, settings: Record<string, string>): Promise<PostgresServer>;
  close(): Promise<void>;
}

/**
 * Servers in a folder of their own.
 * @param binaries the folder of `initdb` and `postgres`; by default the embedded ones
 */
export async function postgresServers(binaries?: string): Promise<PostgresServers> {
  const root = await mkdtemp(join(tmpdir(), 'keyway-servers-'));
  const planned = await planLaunch(root);
  const launch: Launch = binaries
    ? { ...planned, initdb: join(binaries, 'initdb'), postgres: join(binaries, 'postgres') }
    : planned;
  const all: Server[] = [];
  let count = 0;
  const folder = (kind: string): string => join(launch.home, `${kind}-${(count += 1)}`);
  const add = async (data: string, settings: Record<string, string> = {}): Promise<Server> => {
    const server = new Server(launch, data, await freePort(), settings);
    all.push(server);
    await server.start();
    return server;
  };
  return {
    async primary(settings) {
      const data = folder('primary');
      await initialize(launch, data);
      return add(data, settings);
    },
    async baseBackup(of) {
      const copy = folder('backup');
      await backUp(launch, of, copy);
      return copy;
    },
    async standby(backup, primaryUrl, name) {
      const data = folder('standby');
      copyTree(backup, data);
      await writeOwn(launch, join(data, 'standby.signal'), '');
      const { hostname, port, username, password } = new URL(primaryUrl);
      return add(data, {
        primary_conninfo: `host=${hostname} port=${port} user=${username} password=${password} application_name=${name}`,
        hot_standby: 'on',
      });
    },
    async recover(backup, settings) {
      const data = folder('recovered');
      copyTree(backup, data);
      await writeOwn(launch, join(data, 'recovery.signal'), '');
      const server = await add(data, { recovery_target_action: 'promote', ...settings });
      await server.untilWritable();
      return server;
    },
    async close() {
      for (const server of all) await server.kill();
      await rm(root, { recursive: true, force: true });
      if (launch.home !== root) await rm(launch.home, { recursive: true, force: true });
    },
  };
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

const copyTree = (from: string, to: string): void => {
  const { stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  // A running server removes files meanwhile; its log has what that means for the copy.
  const failed = stderr
    .split('\n')
    .filter((line) => line && !line.endsWith('No such file or directory'));
  if (failed.length > 0) throw new Error(`cp ${from}: ${failed.join('\n')}`);
};

async function writeOwn({ identity }: Launch, path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  if (identity.uid !== undefined) await chown(path, identity.uid, identity.gid ?? identity.uid);
}

async function initialize(launch: Launch, data: string): Promise<void> {
  await mkdir(data, { mode: 0o700 });
  const { uid, gid } = launch.identity;
  if (uid !== undefined) await chown(data, uid, gid ?? uid);
  const password = `${data}-password`;
  await writeOwn(launch, password, 'keyway');
  const { command, args } = launch.wrap(launch.initdb, [
    ...['-D', data, `--username=${USER}`, `--pwfile=${password}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
  ]);
  const made = spawnSync(command, args, {
    ...launch.identity,
    cwd: launch.home,
    env: environment(),
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stdout}${made.stderr}`);
}

/** As docs/operations/backup.md says it, where there is no `pg_basebackup`. */
async function backUp(launch: Launch, of: PostgresServer, copy: string): Promise<void> {
  const client = new pg.Client({ connectionString: of.url });
  await client.connect();
  try {
    await client.query(`select pg_backup_start('keyway', true)`);
    await mkdir(copy, { mode: 0o700 });
    const { uid, gid } = launch.identity;
    if (uid !== undefined) await chown(copy, uid, gid ?? uid);
    for (const name of await readdir(of.data))
      if (!LEFT_OUT.has(name)) copyTree(join(of.data, name), join(copy, name));
    for (const name of ['pg_wal', 'pg_replslot']) {
      await mkdir(join(copy, name), { mode: 0o700 });
      if (uid !== undefined) await chown(join(copy, name), uid, gid ?? uid);
    }
    const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>(
      'select labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)',
    );
    await writeOwn(launch, join(copy, 'backup_label'), rows[0]!.labelfile);
  } finally {
    await client.end();
  }
}

/** A connection's process may end between the list and this. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

class Server implements PostgresServer {
  readonly url: string;
  readonly data: string;
  readonly #launch: Launch;
  readonly #port: number;
  #settings: Record<string, string>;
  #child: ChildProcess | null = null;

  constructor(launch: Launch, data: string, port: number, settings: Record<string, string>) {
    this.#launch = launch;
    this.data = data;
    this.#port = port;
    this.#settings = settings;
    this.url = `postgresql://${USER}:keyway@127.0.0.1:${port}/postgres`;
  }

  async start(settings: Record<string, string> = {}): Promise<void> {
    this.#settings = { ...this.#settings, ...settings };
    const given = { ...SETTINGS, port: String(this.#port), ...this.#settings };
    const options = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const { command, args } = this.#launch.wrap(this.#launch.postgres, [
      ...['-D', this.data, ...options],
    ]);
    const log = openSync(`${this.data}.log`, 'a');
    this.#child = spawn(command, args, {
      ...this.#launch.identity,
      cwd: this.#launch.home,
      stdio: ['ignore', log, log],
      env: environment(),
    });
    await this.#until(() => this.query('select 1'));
  }

  async query<R>(text: string, values: unknown[] = [], database = 'postgres'): Promise<R[]> {
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => undefined);
    const answer = async (): Promise<R[]> => {
      await client.connect();
      const { rows } = await client.query(text, values);
      await client.end();
      return rows as R[];
    };
    try {
      return await within(`PostgreSQL on port ${this.#port} answers ${text}`, answer());
    } catch (error) {
      // A server that is frozen ends no connection.
      void client.end().catch(() => undefined);
      throw error;
    }
  }

  async promote(): Promise<void> {
    const [row] = await this.query<{ done: boolean }>('select pg_promote(true, 60) as done');
    if (!row!.done) throw new Error(`The standby on port ${this.#port} was not promoted in 60 s.`);
    await this.untilWritable();
  }

  untilWritable(): Promise<void> {
    return this.#until(async () => {
      const [row] = await this.query<{ waits: boolean }>('select pg_is_in_recovery() as waits');
      if (row!.waits) throw new Error('It recovers.');
    });
  }

  freeze(): void {
    // The parent first; what it began meanwhile is found by another pass.
    const stopped = new Set<number>();
    for (let count = -1; count < stopped.size;) {
      count = stopped.size;
      for (const pid of this.#pids()) {
        signal(pid, 'SIGSTOP');
        stopped.add(pid);
      }
    }
  }

  thaw(): void {
    for (const pid of this.#pids().toReversed()) signal(pid, 'SIGCONT');
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // Its children first: what holds the shared memory would keep another start from it.
    for (const pid of this.#pidsOf(child.pid!).toReversed()) signal(pid, 'SIGKILL');
    await ended;
  }

  #pids(): number[] {
    return this.#child?.pid === undefined ? [] : this.#pidsOf(this.#child.pid);
  }

  #pidsOf(parent: number): number[] {
    const children = readdirSync('/proc').flatMap((name) => {
      const pid = Number(name);
      if (!Number.isInteger(pid)) return [];
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent ? [pid] : [];
      } catch {
        return [];
      }
    });
    return [parent, ...children];
  }

  async #until(holds: () => Promise<unknown>): Promise<void> {
    const end = Date.now() + MAX_WAIT_MILLISECONDS;
    for (;;) {
      try {
        await holds();
        return;
      } catch (error) {
        const child = this.#child;
        const isOver = !child || child.exitCode !== null || child.signalCode !== null;
        if (isOver || Date.now() > end)
          throw new Error(`PostgreSQL: ${readFileSync(`${this.data}.log`, 'utf8').slice(-2000)}`, {
            cause: error,
          });
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
