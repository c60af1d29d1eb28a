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
import { longestTurn, probeArguments, type Turn } from './longestTurn.ts';
import { addRuns, makeTemplates } from './seedPartner.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SeededApi {
  /** Of `/graphql`. */
  url: string;
  pid: number;
  token: string;
  /** The longest turn of its event loop since this was asked last; of one that is probed. */
  longestTurn(): Promise<Turn>;
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
export async function startApi(
  environment: Record<string, string>,
  probed: boolean,
): Promise<Pick<SeededApi, 'url' | 'pid' | 'longestTurn' | 'stop'>> {
  const { PATH } = process.env;
  const execArguments = [...serviceArguments, ...(probed ? probeArguments : [])];
  const child = spawn(process.execPath, [...execArguments, join(root, programFile('api'))], {
    env: serviceEnvironment({ PATH, PORT: '0', LOG_LEVEL: 'info', ...environment }),
    stdio: ['ignore', 'pipe', 'inherit', ...(probed ? ['ipc' as const] : [])],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      const at = /"at":"(http:[^"]+)"/.exec(line)?.[1];
      if (at) resolve(at);
    });
    void ended.then(() => reject(new Error('The api ended before it listened.')));
  });
  return {
    url,
    pid: child.pid!,
    longestTurn: () => longestTurn(child),
    stop: () => (child.kill('SIGTERM'), ended),
  };
}

export async function seededApi(count: number, { probed = false } = {}): Promise<SeededApi> {
  const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-api-'));
  const token = `kw_${randomBytes(24).toString('hex')}`;
  const database = await openDatabase({ dataDir });
  await seed(database, dataDir, token, count);
  const api = await startApi({ DATABASE_URL: database.url, DATA_DIR: dataDir }, probed);
  const stop = async (): Promise<void> => {
    await api.stop();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...api, url: `${api.url}/graphql`, token, stop };
}
