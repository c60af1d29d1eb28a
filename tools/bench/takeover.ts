/**
 * How long work waits when its worker is killed: until another worker takes it, and until the same
 * worker, restarted, does. The clouds hang, so work is under way.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@keyway/postgres';
import pg from 'pg';
import { inRoot } from '../bootstrap/places.mjs';
import { buildBundles } from '../bundle/buildBundles.ts';
import { buildStamped, programFile } from '../bundle/bundles.ts';
import { driveRun } from '../product/driveRun.ts';
import { people, type People } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';
import { serviceArguments, serviceEnvironment } from '../start/nodeArguments.ts';
import { quantile } from './quantile.ts';
import { report } from './report.ts';

const ROUNDS = 5;
const RUNS_A_ROUND = 4;
const MAX_WAIT_MILLISECONDS = 60_000;
const SECOND = 'bench-second';

interface Scene {
  product: Product;
  both: People;
  database: pg.Client;
}

async function until<T>(
  what: string,
  find: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const end = performance.now() + MAX_WAIT_MILLISECONDS;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > end)
      throw new Error(`${what}: not within ${MAX_WAIT_MILLISECONDS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Held {
  id: string;
  token: string;
}

/** What a worker is at; `holder` is a pattern of its name. */
const heldBy = async (database: pg.Client, holder: string): Promise<Held[]> =>
  (
    await database.query<Held>(
      'select id, lease_token as token from effect where lease_token is not null and lease_holder like $1',
      [holder],
    )
  ).rows;

/** Still held by the dead worker, or due and held by none. */
const IDLE = `
  select 1 from effect e join unnest($1::uuid[], $2::uuid[]) as held (id, token) using (id)
  where e.lease_token = held.token or (e.lease_token is null and e.due_at <= clock_timestamp()) limit 1`;

/** Resolves when another worker holds each of them, or it is over. */
async function untilTaken(database: pg.Client, held: readonly Held[]): Promise<void> {
  const values = [held.map(({ id }) => id), held.map(({ token }) => token)];
  await until('taken over', async () =>
    (await database.query(IDLE, values)).rowCount === 0 ? true : undefined,
  );
}

/** Runs whose vaults are observed, which hangs. */
async function giveWork({ product, both }: Scene): Promise<void> {
  for (let run = 0; run < RUNS_A_ROUND; run += 1) {
    const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', {
      scenario: 'happyPath',
    });
    await driveRun(
      {
        customer,
        organization: { name: `Bench ${customer.imsOrgId.slice(0, 8)}` },
        until: 'prepared',
      },
      both,
    );
  }
}

/** Starts a worker beside the product's own, which joins it as `npm run worker` does. */
function secondWorker(
  { dataDir }: Product,
  databaseUrl: string,
): { kill: () => void; gone: Promise<void> } {
  const joined = JSON.parse(
    readFileSync(join(dataDir, 'run', 'environment.json'), 'utf8'),
  ) as Record<string, string>;
  const own = {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    KEYWAY_WORKER_NAME: SECOND,
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [...serviceArguments, inRoot(programFile('worker'))], {
    env: serviceEnvironment({ ...process.env, ...joined, ...own }),
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { kill: () => void child.kill('SIGKILL'), gone };
}

/** Seconds from the kill until the product's own worker is at all that the second one was at. */
async function byAnother(scene: Scene, databaseUrl: string): Promise<number> {
  const { product, database } = scene;
  const second = secondWorker(product, databaseUrl);
  const first = product.pid('worker')!;
  process.kill(first, 'SIGSTOP'); // so that the second one gets the work
  let held: Held[];
  try {
    await giveWork(scene);
    held = await until('work under way', async () => {
      const now = await heldBy(database, SECOND);
      return now.length >= RUNS_A_ROUND ? now : undefined;
    });
  } finally {
    process.kill(first, 'SIGCONT');
  }
  const begun = performance.now();
  second.kill();
  await untilTaken(database, held);
  await second.gone;
  return (performance.now() - begun) / 1000;
}

/**
 * Seconds from the kill, and from the new process's start, until the restarted worker is at all
 * that it was at.
 */
async function afterRestart(scene: Scene): Promise<{ fromKill: number; fromStart: number }> {
  const { product, database } = scene;
  await giveWork(scene);
  const held = await until('work under way', async () => {
    const now = await heldBy(database, 'supervised-%');
    return now.length >= RUNS_A_ROUND ? now : undefined;
  });
  const killed = product.pid('worker')!;
  const begun = performance.now();
  process.kill(killed, 'SIGKILL');
  const started = until('started again', () =>
    product.pid('worker') === killed ? undefined : performance.now(),
  );
  await untilTaken(database, held);
  const now = performance.now();
  return { fromKill: (now - begun) / 1000, fromStart: (now - (await started)) / 1000 };
}

async function measure(): Promise<{
  another: number[];
  restarts: { fromKill: number; fromStart: number }[];
}> {
  // Enough for the hanging work of all rounds: waiting for a free place is not measured.
  const product = await startProduct({ LOG_LEVEL: 'warn', KEYWAY_WORKER_CONCURRENCY: '256' });
  const opened = await openDatabase({ dataDir: product.dataDir });
  const database = new pg.Client({ connectionString: opened.migrationUrl });
  await database.connect();
  try {
    const both = await people(product.url, product.token, 'Bench');
    await product.sandbox('POST', '/faults', {
      host: 'login.microsoftonline.com',
      path: '*',
      delayMs: 120_000,
      count: 100_000,
    });
    await until('joining', () => readable(join(product.dataDir, 'run', 'environment.json')));
    const scene = { product, both, database };
    const another: number[] = [];
    const restarts: { fromKill: number; fromStart: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      restarts.push(await afterRestart(scene));
      another.push(await byAnother(scene, opened.url));
    }
    return { another, restarts };
  } finally {
    await database.end();
    await opened.close();
    await product.stop();
  }
}

function readable(file: string): true | undefined {
  try {
    return readFileSync(file).length > 0 || undefined;
  } catch {
    return undefined;
  }
}

// As `npm start` runs it: how fast a process starts is part of the figure.
await buildStamped(buildBundles);
const { another, restarts } = await measure();
const restarted = restarts.map(({ fromStart }) => fromStart);
report(
  'takeover',
  [
    {
      what: 'dead worker’s work with another, slowest',
      unit: 's',
      measured: quantile(another, 1),
      goal: { atMost: 10 },
    },
    {
      what: 'dead worker’s work with another, median',
      unit: 's',
      measured: quantile(another, 0.5),
    },
    {
      what: 'with the same one after its restart, slowest',
      unit: 's',
      measured: quantile(restarted, 1),
      goal: { atMost: 2 },
    },
    {
      what: 'with the same one after its restart, median',
      unit: 's',
      measured: quantile(restarted, 0.5),
    },
    {
      what: 'with the same one after the kill, median',
      unit: 's',
      measured: quantile(
        restarts.map(({ fromKill }) => fromKill),
        0.5,
      ),
    },
  ],
  {
    rounds: ROUNDS,
    peer: 'none: by its defaults pg-boss gives the job of a dead worker on after 15 minutes, far longer than this runs',
  },
);
