/**
 * A database for each test file: a copy of a migrated template on one embedded server, which all
 * files share.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type OpenedDatabase } from '@keyway/postgres';
import {
  migrate,
  openStore,
  readMigrations,
  type OpenStoreOptions,
  type Store,
} from '@keyway/store';
import pg from 'pg';
import { within } from './maxWait.ts';

/** Taken while the template is found or created. */
const TEMPLATE_LOCK = 72707371;
/** Nothing of a test has to survive a power failure. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A migrated database that no other test file uses. */
export interface TestDatabase {
  /** Of the login that owns the tables. */
  url: string;
  /** Of the login of everyday use, which the stores run as. */
  runtimeUrl: string;
  /** A folder for sealing keys, removed at the end. */
  dataDir: string;
  /** Opens a store on it; closed at the end. */
  store(options?: Partial<OpenStoreOptions>): Promise<Store>;
  /** As the database's owner, past all policies: to read what the store doesn't show. */
  query<R>(text: string, values?: unknown[]): Promise<R[]>;
  /**
   * Does `work` while a transaction holds what the statement locks; `waiting` counts the
   * connections that wait for it.
   */
  holding<T>(text: string, work: (waiting: () => Promise<number>) => Promise<T>): Promise<T>;
  /** Drops it. Call in `afterAll`. */
  close(): Promise<void>;
}

/**
 * The folder of the shared server: one a checkout and user, so that the next run finds it
 * initialized.
 */
function serverFolder(): string {
  const checkout = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 12);
  return join(tmpdir(), `keyway-test-${process.getuid?.() ?? 0}-${checkout}`);
}

const withDatabaseName = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  const { host } = new URL(url);
  try {
    await within(`${host} accepts a connection`, client.connect());
    const result = await work(client);
    await within(`${host} ends a connection`, client.end());
    return result;
  } catch (error) {
    // A server that is stopped ends no connection.
    void client.end().catch(() => undefined);
    throw error;
  }
}

/** One statement. */
const asked = <R>(url: string, text: string, values: unknown[] = []): Promise<R[]> =>
  connected(url, async (client) => {
    const { rows } = await within(`an answer to ${text}`, client.query(text, values));
    return rows as R[];
  });

/** The migrated template for exactly these migrations; made when missing. */
async function template(server: OpenedDatabase): Promise<string> {
  const checksums = (await readMigrations()).map((migration) => migration.checksum).join();
  const name = `keyway_template_${createHash('sha256').update(checksums).digest('hex').slice(0, 16)}`;
  await connected(server.migrationUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const making = `${name}_making`;
    await client.query(`drop database if exists ${making} with (force)`);
    await client.query(`create database ${making} template template0`);
    await migrate(withDatabaseName(server.migrationUrl, making));
    await client.query(`alter database ${making} rename to ${name}`);
  });
  return name;
}

/** `DATABASE_URL` names another server to make databases on. */
export async function aDatabase(): Promise<TestDatabase> {
  const server = await openDatabase({
    databaseUrl: process.env.DATABASE_URL,
    dataDir: serverFolder(),
    settings: FAST,
  });
  const name = `keyway_test_${randomUUID().replaceAll('-', '')}`;
  const from = await template(server);
  await asked(server.migrationUrl, `create database ${name} template ${from}`);
  const url = withDatabaseName(server.migrationUrl, name);
  const runtimeUrl = withDatabaseName(server.url, name);
  const dataDir = await mkdtemp(join(tmpdir(), 'keyway-test-data-'));
  const stores: Store[] = [];
  return {
    url,
    runtimeUrl,
    dataDir,
    async store(options = {}) {
      // Events of tests bear the instants they say, unless a test asks for the database's clock
      // (`now: undefined`).
      const store = await openStore({
        url: runtimeUrl,
        migrationUrl: url,
        dataDir,
        applicationName: 'keyway-test',
        now: () => new Date(),
        ...options,
      });
      stores.push(store);
      return store;
    },
    query: (text, values) => asked(url, text, values),
    holding: (text, work) =>
      connected(url, async (client) => {
        await client.query('begin');
        await client.query(text);
        return work(async () => {
          const waits =
            'select count(*)::int as waits from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))';
          return ((await client.query(waits)).rows as { waits: number }[])[0]!.waits;
        });
      }),
    async close() {
      await within('stores close', Promise.all(stores.map((store) => store.close())));
      await asked(server.migrationUrl, `drop database if exists ${name} with (force)`);
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
