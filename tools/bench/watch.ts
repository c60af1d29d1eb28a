/**
 * What watching keys costs: processor time of worker and PostgreSQL, requests to clouds and bytes
 * written, of an observation that finds nothing new. And what that makes of 100,000 organizations.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@keyway/postgres';
import pg from 'pg';
import { buildBundles } from '../bundle/buildBundles.ts';
import { buildStamped } from '../bundle/bundles.ts';
import { pidsOfTree } from '../crash/partProcesses.ts';
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import { people } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';
import { cpuMilliseconds, withEndedChildren } from './cpuTime.ts';
import { report } from './report.ts';
import { watchWrites } from './watchWrites.ts';

const ORGANIZATIONS = 40;
const AT_A_TIME = 4;
/** An interval of 1.8 s instead of 15 minutes. */
const POLL_SCALE = 0.002;
const WARM_UP_MILLISECONDS = 15_000;
const MEASURED_MILLISECONDS = 40_000;

/** For which it has to be enough: each organization every 15 minutes, on two workers. */
const MANY = { organizations: 100_000, intervalSeconds: 900, workers: 2 };

interface Reading {
  worker: number;
  database: number;
  calls: number;
  observations: number;
}

async function read(product: Product, database: pg.Client): Promise<Reading> {
  const { answered } = await product.sandbox<{ answered: number }>('GET', '/calls');
  // An end writes this; it counts each, whether anything was new or not.
  const { rows } = await database.query<{ updates: number }>(
    `select n_tup_upd::int as updates from pg_stat_user_tables where relname = 'watch_observation'`,
  );
  const [first, ...others] = pidsOfTree(product.pid('database')!);
  return {
    worker: cpuMilliseconds(product.pid('worker')!),
    database: others.reduce((sum, pid) => sum + cpuMilliseconds(pid), withEndedChildren(first!)),
    calls: answered,
    // The claim and the end.
    observations: rows[0]!.updates / 2,
  };
}

async function watchAll(product: Product): Promise<void> {
  const both = await people(product.url, product.token, 'Bench');
  const left = Array.from({ length: ORGANIZATIONS }, (_, index) => index);
  const drive = async (): Promise<void> => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) {
      const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', {
        scenario: 'happyPath',
      });
      const organization = { name: `Watched ${index}` };
      const runId = await driveRun({ customer, organization }, both);
      await untilCompleted(runId!, both.operator);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, drive));
}

async function measure(): Promise<Reading> {
  const product = await startProduct({ KEYWAY_POLL_SCALE: String(POLL_SCALE), LOG_LEVEL: 'warn' });
  const opened = await openDatabase({ dataDir: product.dataDir });
  const database = new pg.Client({ connectionString: opened.migrationUrl });
  await database.connect();
  try {
    await watchAll(product);
    await sleep(WARM_UP_MILLISECONDS);
    const before = await read(product, database);
    await sleep(MEASURED_MILLISECONDS);
    const after = await read(product, database);
    const observations = after.observations - before.observations;
    const each = (of: 'worker' | 'database' | 'calls'): number =>
      (after[of] - before[of]) / observations;
    return {
      ...{ worker: each('worker'), database: each('database'), calls: each('calls') },
      observations,
    };
  } finally {
    await database.end();
    await opened.close();
    await product.stop();
  }
}

// As `npm start` runs it: the worker from its bundle.
await buildStamped(buildBundles);
const cost = await measure();
const { unchanged, job } = await watchWrites();
const aSecond = MANY.organizations / MANY.intervalSeconds;
const processors = (milliseconds: number): number => (milliseconds * aSecond) / 1000;
const boss = (measured: number) => ({ name: 'pg-boss, one job', measured });
report(
  'watch',
  [
    { what: 'worker, an observation', unit: 'ms CPU', measured: cost.worker, goal: { atMost: 18 } },
    { what: 'PostgreSQL, an observation', unit: 'ms CPU', measured: cost.database },
    {
      what: 'observations a CPU second of worker and PostgreSQL',
      unit: '',
      measured: 1000 / (cost.worker + cost.database),
    },
    { what: 'requests to clouds, an observation of two tracks', unit: '', measured: cost.calls },
    {
      what: 'rows written, nothing new',
      unit: '',
      measured: unchanged.rows,
      peer: boss(job.rows),
      goal: { atMost: 2 },
    },
    {
      what: 'WAL, nothing new',
      unit: 'bytes',
      measured: unchanged.walBytes,
      peer: boss(job.walBytes),
      goal: { atMost: 1, of: 'ratio' },
    },
    {
      what: 'history entries, nothing new',
      unit: '',
      measured: unchanged.entries,
      goal: { atMost: 0 },
    },
    {
      what: `processors of each of ${MANY.workers} workers, 100,000 organizations every 15 minutes`,
      unit: '',
      measured: processors(cost.worker) / MANY.workers,
      goal: { atMost: 1 },
    },
    {
      what: 'processors of PostgreSQL, 100,000 organizations every 15 minutes',
      unit: '',
      measured: processors(cost.database),
    },
  ],
  {
    organizations: ORGANIZATIONS,
    observations: Math.round(cost.observations),
    seconds: MEASURED_MILLISECONDS / 1000,
    'observations a second for 100,000': Math.round(aSecond),
    fullPageImages: 'none',
  },
);
