/**
 * The api alone, without a worker that would work on what is made up, on a database with as many
 * runs as wanted.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, type OpenedDatabase } from '@keyway/postgres';
import { openStore } from '@keyway/store';
import pg from 'pg';
import { programFile } from '../bundle/bundles.ts';
import { serviceArguments, serviceEnvironment } from '../start/nodeArguments.ts';
import { addRuns, makeTemplates } from './seedPartner.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SeededApi {
  /** Of `/graphql`. */
  url: string;
  pid: number;
  token: string;
  stop(): Promise<void>;
}

async function seed(
  { url, migrationUrl }: OpenedDatabase,
  dataDir: string,
  token: string,
  count: number,
): Promise<void> {
  const pool = new pg.Pool({ connectionString: migrationUrl, max: 2 });
  const store = await openStore({ url, migrationUrl, dataDir });
  const { partnerId } = await store
    .system()
    .bootstrap({ partnerName: 'Bench', bootstrapToken: token });
  const scope = { partnerId, organizationIds: null };
  await addRuns(pool, store, scope, await makeTemplates(pool, store), {
    count,
    historyEach: 1,
    steps: true,
  });
  await pool.query('vacuum analyze');
  await store.close();
  await pool.end();
}

/** As `npm start` starts it, but for the worker and the clouds. */
async function startApi(
  environment: Record<string, string>,
): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [...serviceArguments, join(root, programFile('api'))], {
    env: serviceEnvironment({ PATH, PORT: '0', LOG_LEVEL: 'info', ...environment }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const at = /"at":"(http:[^"]+)"/.exec(line)?.[1];
      if (at) resolve(at);
    });
    void ended.then(() => reject(new Error('The api ended before it listened.')));
  });
  return { url, pid: child.pid!, stop: () => (child.kill('SIGTERM'), ended) };
}

export async function seededApi(count: number): Promise<SeededApi> {
  const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-api-'));
  const token = `kw_${randomBytes(24).toString('hex')}`;
  const database = await openDatabase({ dataDir });
  await seed(database, dataDir, token, count);
  const api = await startApi({ DATABASE_URL: database.url, DATA_DIR: dataDir });
  const stop = async (): Promise<void> => {
    await api.stop();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: `${api.url}/graphql`, pid: api.pid, token, stop };
}
