/**
 * The crash matrix: at every call of worker and api something is killed, stopped, lost, late or
 * full. Each run must complete, with each effect once (docs/reference/run.md, rule 4).
 */
import pg from 'pg';
import { people, type People } from '../product/people.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import { Coverage, type Disturbance, type Row } from './coverage.ts';
import { EARLIER, startCrashWorld, type CrashWorld } from './crashWorld.ts';
import { Disturber, LATE_SECONDS, STOP_SECONDS } from './disturber.ts';
import { earlierWorker } from './earlierWorker.ts';
import { Drivers, SUBMITS, WAYS, type Way } from './matrixDrivers.ts';
import { signal } from './partProcesses.ts';
import { readModelsThatDiffer } from './readModelsAgree.ts';
import { postsOf, verdict } from './verdict.ts';
import { wrongProbes } from './wrongProbes.ts';
import { wrongSetUps } from './wrongSetUps.ts';

/** What is done in one world of processes and a database of its own, beside the others. */
export interface MatrixWorld {
  name: string;
  kinds: readonly Disturbance[];
  apis: number;
  workers: number;
  /** So many processes are stopped at once, at most. */
  mayStop: number;
  /** The last worker is one of the version before. */
  hasEarlierWorker?: boolean;
  /** A few points are enough: of each kind so many. */
  sample?: number;
  /** By how many hours the clock of each process is wrong. */
  skewHours?: Record<string, number>;
}

export const MATRIX_WORLDS: readonly MatrixWorld[] = [
  { name: 'kill', kinds: ['kill', 'killInFlight'], apis: 2, workers: 3, mayStop: 0 },
  { name: 'database', kinds: ['killDatabase', 'stopDatabase'], apis: 1, workers: 2, mayStop: 0 },
  { name: 'stop', kinds: ['stop'], apis: 3, workers: 6, mayStop: 6 },
  {
    name: 'network',
    kinds: ['loseCommit', 'delayCommit', 'dropPackets', 'fillDisk'],
    apis: 1,
    workers: 3,
    mayStop: 0,
    skewHours: { 'worker-1': 1, 'worker-2': -1, 'api-1': 1 },
  },
];

/** The world of a rolling upgrade. */
export const UPGRADE: MatrixWorld = {
  ...{ name: 'upgrade', kinds: ['stop', 'kill'], apis: 1, workers: 1, mayStop: 2 },
  ...{ hasEarlierWorker: true, sample: 12 },
};

const HOUR = 3_600_000;
const AT_A_TIME = 4;
const RESTART_MILLISECONDS = 10_000;
const CHECK_MILLISECONDS = 50;
const HASTEN_MILLISECONDS = 2_000;
export interface MatrixOptions {
  world: MatrixWorld;
  /** Nothing is disturbed after so long, and no run begins; those under way end. */
  minutes: number;
  /** One in so many of the points. */
  every?: number;
  /** Of each kind so many, at whatever points are met first. */
  sample?: number;
  ways?: readonly Way[];
  /** In the name of each point that is disturbed. */
  at?: RegExp;
}

export interface MatrixResult {
  world: string;
  rows: Row[];
  runs: number;
  seconds: number;
  /** Points that an undisturbed run meets and for which the time was too short. */
  left: string[];
  fell: string[];
}

const skewed = (hours: number): Record<string, string> => ({
  NODE_OPTIONS: `--import=${import.meta.dirname}/skewClock.ts`,
  KEYWAY_CRASH_SKEW_MS: String(hours * HOUR),
});

/** In turn, so that what a process does when it starts is met in every world. */
function restartOne({ processes }: CrashWorld): void {
  const next = processes.find(({ part }) => part !== 'earlier worker');
  processes.push(...processes.splice(processes.indexOf(next!), 1));
  const pid = next!.pid();
  if (pid !== undefined) signal(pid, 'SIGKILL');
}

/**
 * A worker of the version before gives back what it can't read with a delay that grows to minutes.
 */
async function hasten({ database }: CrashWorld): Promise<void> {
  const client = new pg.Client({ connectionString: database.migrationUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(
    'update effect set due_at = now() where lease_holder = $1 and lease_token is null',
    [EARLIER],
  );
  await client.end();
}

/** Of the runs: those that are not at their end or without their effect, and those with two. */
async function outcomeOf(
  world: CrashWorld,
  { driven }: Drivers,
  operator: People['operator'],
): Promise<{ lost: Set<string>; doubled: Set<string>; fell: string[] }> {
  const ledger = await world.sandbox<LedgerRow[]>('GET', '/ledger');
  const [lost, doubled] = [new Set<string>(), new Set<string>()];
  const fell = driven.flatMap(({ failure }) => failure ?? []);
  for (const { way, customer, failure } of driven) {
    const posts = postsOf(ledger, customer).length;
    const wanted = SUBMITS.has(way) ? 1 : 0;
    if (failure !== null || posts < wanted) lost.add(customer.imsOrgId);
    if (posts > wanted) doubled.add(customer.imsOrgId);
  }
  const of = (ways: (way: Way) => boolean): SandboxCustomer[] =>
    driven.filter(({ way }) => ways(way)).map(({ customer }) => customer);
  const submitted = of((way) => SUBMITS.has(way));
  fell.push(...(await verdict(world, submitted, operator)));
  fell.push(
    ...(await wrongSetUps(
      world,
      of((way) => way === 'setup'),
    )),
  );
  for (const { way, customer, runId } of driven)
    if (way === 'late' && runId) fell.push(...(await wrongProbes(operator, runId, customer)));
  fell.push(...(await readModelsThatDiffer(world)));
  return { lost, doubled, fell };
}

async function disturb(
  world: CrashWorld,
  drivers: Drivers,
  coverage: Coverage,
  disturber: Disturber,
  { minutes, sample, at }: MatrixOptions,
): Promise<void> {
  const end = performance.now() + minutes * 60_000;
  const isOver = (): boolean =>
    performance.now() > end ||
    (sample === undefined ? coverage.left.length === 0 : coverage.isFull);
  disturber.mode = 'disturb';
  // What is under way at the end continues undisturbed.
  const timer = setInterval(() => isOver() && (disturber.mode = 'off'), CHECK_MILLISECONDS);
  // What a process does when it starts is met, too, where it is to be.
  const restarts = at
    ? undefined
    : setInterval(() => disturber.mode === 'disturb' && restartOne(world), RESTART_MILLISECONDS);
  const hastening = world.processes.some(({ part }) => part === 'earlier worker')
    ? setInterval(() => void hasten(world).catch(() => undefined), HASTEN_MILLISECONDS)
    : undefined;
  await drivers.drive(AT_A_TIME, () => !isOver());
  clearInterval(hastening);
  clearInterval(timer);
  clearInterval(restarts);
}

/** Drives runs through one world until every point was disturbed, or the time is over. */
export async function crashMatrix(options: MatrixOptions): Promise<MatrixResult> {
  const { world: plan, every = 1, ways = WAYS, sample = plan.sample, at } = options;
  const begun = performance.now();
  const coverage = new Coverage(plan.kinds, every, sample, at);
  let drivers: Drivers | null = null;
  const disturber = new Disturber(
    coverage,
    () => world.database,
    () => [...(drivers?.underWay ?? [])],
    plan.mayStop,
    at ? LATE_SECONDS : STOP_SECONDS,
  );
  const earlier = plan.hasEarlierWorker ? earlierWorker() : null;
  const world = await startCrashWorld({
    ...(earlier && { earlierWorker: earlier.program }),
    apis: plan.apis,
    workers: plan.workers,
    ask: (process, call, when) => disturber.ask(process, call, when),
    environmentOf: (name) => {
      const hours = plan.skewHours?.[name];
      return hours === undefined ? {} : skewed(hours);
    },
  });
  let fell: string[] = ['it did not come to an end'];
  try {
    const both = await Promise.all(
      world.urls.map((url, index) => people(url, world.token, `Crash ${index}`)),
    );
    drivers = new Drivers(world, both, ways);
    if (sample === undefined) {
      disturber.mode = 'record';
      let first = 0;
      await drivers.drive(ways.length, () => (first += 1) <= ways.length);
    }
    await disturb(world, drivers, coverage, disturber, { ...options, sample });
    await disturber.end();
    const outcome = await outcomeOf(world, drivers, both[0]!.operator);
    fell = outcome.fell;
    for (const how of plan.kinds)
      if (coverage.count(how) === 0) fell.push(`${how}: never done; this proves nothing`);
    return {
      world: plan.name,
      rows: coverage.rows(outcome.lost, outcome.doubled),
      runs: drivers.driven.length,
      seconds: (performance.now() - begun) / 1000,
      left: coverage.left,
      fell,
    };
  } finally {
    await disturber.end();
    await world.stop(fell.length > 0);
    earlier?.remove();
    if (fell.length > 0)
      process.stdout.write(`The data of this world is kept in ${world.dataDir}.\n`);
  }
}
