/**
 * Runs of the product against the sandbox until every check of both tracks that needs no person is
 * done, and the processor time that they cost each part.
 */
import { openDatabase } from '@keyway/postgres';
import pg from 'pg';
import { pidsOf } from '../crash/partProcesses.ts';
import { driveRun } from '../product/driveRun.ts';
import { people, type People } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';
import { cpuMilliseconds, withEndedChildren } from './cpuTime.ts';

const WARM_UP_RUNS = 8;
export const AT_A_TIME = 8;
const AT_MOST_MILLISECONDS = 150_000;

export const PARTS = ['worker', 'api', 'PostgreSQL', 'sandbox'] as const;
export type Part = (typeof PARTS)[number];
/** Milliseconds. */
export type Cpu = Record<Part, number>;

export interface Scene {
  product: Product;
  workers: number;
  both: People;
  database: pg.Pool;
  /** Of a role that may create databases. */
  databaseUrl: string;
}

/** What each part used so far, in all of its processes. */
export function cpuOf({ product, workers }: Scene): Cpu {
  const sum = (pids: readonly (number | undefined)[]): number =>
    pids.reduce<number>((total, pid) => total + cpuMilliseconds(pid ?? 0), 0);
  const [postmaster, ...backends] = pidsOf(product, 'database');
  return {
    worker: sum(Array.from({ length: workers }, (_, index) => product.worker(index + 1))),
    api: sum([product.pid('api')]),
    PostgreSQL: withEndedChildren(postmaster ?? 0) + sum(backends),
    sandbox: sum([product.pid('sandbox')]),
  };
}

export const layOut = ({ product }: Scene, count: number): Promise<SandboxCustomer[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      product.sandbox<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath' }),
    ),
  );

export const organizationOf = ({ imsOrgId }: SandboxCustomer): { name: string } => ({
  name: `Bench ${imsOrgId.slice(0, 8)}`,
});

/** Runs whose every check in both tracks is done: what comes next is a person's approval. */
async function checked(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from (
       select run_id from run_step where step = 'APPROVAL' and status = 'READY'
       group by run_id having count(*) = 2) as ready`,
  );
  return rows[0]!.count;
}

export interface Checked {
  /** Fewer than wanted where the time was over. */
  done: number;
  seconds: number;
  /** In all, not of a run. */
  cpu: Cpu;
}

/** Customers are laid out before the clock starts: a real cloud has them. */
export async function checkRuns(scene: Scene, count: number): Promise<Checked> {
  const customers = await layOut(scene, count);
  const before = await checked(scene.database);
  const [begun, cpu] = [performance.now(), cpuOf(scene)];
  const drive = async (): Promise<void> => {
    for (let customer = customers.pop(); customer; customer = customers.pop())
      await driveRun(
        { customer, organization: organizationOf(customer), until: 'prepared' },
        scene.both,
      );
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, drive));
  let done = 0;
  while (done < count && performance.now() - begun < AT_MOST_MILLISECONDS) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    // A benchmark may have stopped the database.
    done = await checked(scene.database).then(
      (now) => now - before,
      () => done,
    );
  }
  const seconds = (performance.now() - begun) / 1000;
  return { done, seconds, cpu: difference(cpuOf(scene), cpu) };
}

export const difference = (after: Cpu, before: Cpu): Cpu =>
  Object.fromEntries(PARTS.map((part) => [part, after[part] - before[part]])) as Cpu;

/** A product that has warmed up; `work` gets it and it is stopped afterwards. */
export async function withProduct<T>(
  workers: number,
  work: (scene: Scene) => Promise<T>,
  environment: Record<string, string> = {},
): Promise<T> {
  const product = await startProduct({
    KEYWAY_POLL_SCALE: '0.01',
    LOG_LEVEL: 'warn',
    KEYWAY_WORKERS: String(workers),
    ...environment,
  });
  const opened = await openDatabase({ dataDir: product.dataDir });
  const database = new pg.Pool({ connectionString: opened.migrationUrl, max: 1 });
  database.on('error', () => undefined); // Whoever asks next connects again.
  try {
    const both = await people(product.url, product.token, 'Bench');
    const scene = { product, workers, both, database, databaseUrl: opened.migrationUrl };
    await checkRuns(scene, WARM_UP_RUNS * workers);
    return await work(scene);
  } finally {
    await database.end();
    await opened.close();
    await product.stop();
  }
}
