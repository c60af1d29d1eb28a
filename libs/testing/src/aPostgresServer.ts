/** A PostgreSQL server of a test alone, to be killed, frozen and promoted. */
import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import type { Launch } from '@keyway/postgres';
import pg from 'pg';
import { MAX_WAIT_MILLISECONDS, within } from './maxWait.ts';

/** The superuser. */
export const USER = 'keyway';
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
/** What the programs of PostgreSQL are started with. */
export const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
});

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

/** A connection's process may end between the list and this. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Of a data folder that `initdb` or a backup made. */
export class Server implements PostgresServer {
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
