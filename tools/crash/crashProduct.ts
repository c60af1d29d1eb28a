/**
 * A product to disturb: with a second worker where processes are late rather than dead, and with
 * its database behind a proxy where asked.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@keyway/postgres';
import { startProduct, type Product } from '../product/startProduct.ts';
import { serviceArguments, serviceEnvironment } from '../start/nodeArguments.ts';
import { startCommitProxy, type CommitFault, type CommitProxy } from './commitProxy.ts';

export interface CrashProduct extends Product {
  /** Null without `commitFault`. */
  proxy: CommitProxy | null;
  /** The folder of its database. */
  databaseDir: string;
  /** Of the worker that runs beside. */
  secondWorker(): number | undefined;
}

export interface CrashProductOptions {
  environment?: Record<string, string>;
  /** A late worker meets another one; a dead one does not. */
  secondWorker: boolean;
  commitFault?: (() => CommitFault) | undefined;
}

const ENVIRONMENT = { KEYWAY_POLL_SCALE: '0.01', LOG_LEVEL: 'info' };

export async function startCrashProduct({
  environment = {},
  secondWorker,
  commitFault,
}: CrashProductOptions): Promise<CrashProduct> {
  const behind = commitFault ? await proxied(commitFault) : null;
  const database: Record<string, string> = behind
    ? { DATABASE_URL: behind.proxy.url, DATABASE_MIGRATION_URL: behind.migrationUrl }
    : {};
  const product = await startProduct({ ...ENVIRONMENT, ...database, ...environment });
  const second = secondWorker ? await startWorker(product, { ...database, ...environment }) : null;
  return {
    ...product,
    proxy: behind?.proxy ?? null,
    databaseDir: behind?.directory ?? product.dataDir,
    pid: (part) =>
      part === 'database' && behind ? (behind.pid() ?? undefined) : product.pid(part),
    secondWorker: () => (second?.exitCode === null ? second.pid : undefined),
    stop: async (options) => {
      second?.kill('SIGTERM');
      await product.stop(options);
      await behind?.close(options);
    },
  };
}

/** A database of its own, and the proxy before it. */
async function proxied(commitFault: () => CommitFault) {
  const directory = mkdtempSync(join(tmpdir(), 'keyway-crash-database-'));
  const database = await openDatabase({ dataDir: directory });
  const proxy = await startCommitProxy(database.url, commitFault);
  return {
    proxy,
    directory,
    migrationUrl: database.migrationUrl,
    pid: () => database.pid(),
    close: async ({ keepData = false }: { keepData?: boolean } = {}) => {
      await proxy.close();
      await database.close();
      if (!keepData) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Finds the database in the data folder, unless its address is given. */
async function startWorker(
  product: Product,
  environment: Record<string, string>,
): Promise<ChildProcess> {
  const file = join(product.dataDir, 'run', 'environment.json');
  // Written when all parts are up, a moment after the api is ready.
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 100));
  const joined = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const program = join(import.meta.dirname, '..', '..', 'apps', 'worker', 'src', 'main.ts');
  const env = {
    ...process.env,
    ...joined,
    ...ENVIRONMENT,
    ...environment,
    DATA_DIR: product.dataDir,
  };
  const log = openSync(join(product.dataDir, 'logs', 'second-worker.log'), 'a');
  return spawn(process.execPath, [...serviceArguments, program], {
    env: serviceEnvironment(env),
    stdio: ['ignore', log, log, 'ipc'],
  });
}
