/**
 * Whole runs through the product against the sandbox: from the organization to every check of both
 * tracks that needs no person. Runs a second, and the processor time that a run costs each part.
 */
import { openDatabase } from '@keyway/postgres';
import pg from 'pg';
import { pidsOf } from '../crash/partProcesses.ts';
import { driveRun } from '../product/driveRun.ts';
import { people, type People } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';
import { cpuMilliseconds, withEndedChildren } from './cpuTime.ts';
import { report } from './report.ts';

const RUNS = Number(process.env['RUNS'] ?? 40);
const WORKERS = Number(process.env['WORKERS'] ?? 1);
const WARM_UP_RUNS = 5;
const AT_A_TIME = 8;
const AT_MOST_MILLISECONDS = 80_000;

const PARTS = ['worker', 'api', 'PostgreSQL', 'sandbox'] as const;
type Cpu = Record<(typeof PARTS)[number], number>;

interface Scene {
  product: Product;
  both: People;
  database: pg.Client;
}

/** Milliseconds of each part so far, in all of its processes. */
function cpuOf(product: Product): Cpu {
  const workers = Array.from({ length: WORKERS }, (_, index) => product.worker(index + 1));
  const sum = (pids: readonly (number | undefined)[]): number =>
    pids.reduce<number>((total, pid) => total + cpuMilliseconds(pid ?? 0), 0);
  const [postmaster, ...backends] = pidsOf(product, 'database');
  return {
    worker: sum(workers),
    api: sum([product.pid('api')]),
    PostgreSQL: withEndedChildren(postmaster ?? 0) + sum(backends),
    sandbox: sum([product.pid('sandbox')]),
  };
}

/** Runs whose every check in both tracks is done: what comes next is a person's approval. */
async function checked(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from (
       select run_id from run_step where step = 'APPROVAL' and status = 'READY'
       group by run_id having count(*) = 2) as ready`,
  );
  return rows[0]!.count;
}

async function prepareOne({ product, both }: Scene): Promise<void> {
  const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', {
    scenario: 'happyPath',
  });
  const organization = { name: `Bench ${customer.imsOrgId.slice(0, 8)}` };
  await driveRun({ customer, organization, until: 'prepared' }, both);
}

/** Answers how many were checked before the time was over, and how long that took. */
async function manyRuns(scene: Scene, count: number): Promise<{ done: number; seconds: number }> {
  const before = await checked(scene.database);
  const begun = performance.now();
  let left = count;
  const drive = async (): Promise<void> => {
    while (left-- > 0) await prepareOne(scene);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, drive));
  let done = 0;
  while (done < count && performance.now() - begun < AT_MOST_MILLISECONDS) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    done = (await checked(scene.database)) - before;
  }
  return { done, seconds: (performance.now() - begun) / 1000 };
}

async function measure(): Promise<{ cpu: Cpu; done: number; seconds: number }> {
  const product = await startProduct({
    KEYWAY_POLL_SCALE: '0.01',
    LOG_LEVEL: 'warn',
    KEYWAY_WORKERS: String(WORKERS),
  });
  const opened = await openDatabase({ dataDir: product.dataDir });
  const database = new pg.Client({ connectionString: opened.migrationUrl });
  await database.connect();
  try {
    const both = await people(product.url, product.token, 'Bench');
    const scene = { product, both, database };
    await manyRuns(scene, WARM_UP_RUNS);
    const before = cpuOf(product);
    const { done, seconds } = await manyRuns(scene, RUNS);
    const after = cpuOf(product);
    const cpu = Object.fromEntries(
      PARTS.map((part) => [part, (after[part] - before[part]) / done]),
    ) as Cpu;
    return { cpu, done, seconds };
  } finally {
    await database.end();
    await opened.close();
    await product.stop();
  }
}

const { cpu, done, seconds } = await measure();
report(
  'endToEnd',
  [
    { what: 'runs checked end to end', unit: 'per s', measured: done / seconds },
    ...PARTS.map((part) => ({
      what: `processor time of a run, ${part}`,
      unit: 'ms',
      measured: cpu[part],
    })),
  ],
  { runs: done, wanted: RUNS, workers: WORKERS, runsAtATime: AT_A_TIME, notMeasured: 'DBOS' },
);
