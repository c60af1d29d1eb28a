/**
 * Whole runs through the product against the sandbox, beside DBOS making as many durable steps and
 * as many HTTPS calls on the same PostgreSQL: runs a second, what a run costs, what a kill doubles.
 */
import { AT_A_TIME, checkRuns, PARTS, withProduct, type Cpu, type Scene } from './checkedRuns.ts';
import { callsOfSteps, runDbos, startDbos } from './dbosPeer.ts';
import type { Figure } from './figure.ts';
import { doubledByDbos, doubledByUs, KILL_ENVIRONMENT, KILLS } from './killedSubmissions.ts';
import { report } from './report.ts';

const ROUNDS = 2;
const RUNS = Number(process.env['RUNS'] ?? 200);
const WORKERS = Number(process.env['WORKERS'] ?? 1);
/** Durable steps of a run of ours: eight mutations and eleven observations. */
const STEPS = 19;

interface Measured {
  runs: number;
  seconds: number;
  cpu: Cpu;
}

const NOTHING: Measured = {
  runs: 0,
  seconds: 0,
  cpu: { worker: 0, api: 0, PostgreSQL: 0, sandbox: 0 },
};

const sum = (one: Measured, other: Measured): Measured => ({
  runs: one.runs + other.runs,
  seconds: one.seconds + other.seconds,
  cpu: Object.fromEntries(PARTS.map((part) => [part, one.cpu[part] + other.cpu[part]])) as Cpu,
});

const callsSoFar = async ({ product }: Scene): Promise<number> =>
  (await product.sandbox<{ answered: number }>('GET', '/calls')).answered;

/** Rounds in turn, so that a machine that slows down slows both. */
async function measure(scene: Scene) {
  const count = Math.ceil(RUNS / ROUNDS);
  const dbos = await startDbos(scene);
  let [ours, theirs, calls] = [NOTHING, NOTHING, 0];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await callsSoFar(scene);
      const { done, ...used } = await checkRuns(scene, count);
      ours = sum(ours, { runs: done, ...used });
      calls = Math.round(((await callsSoFar(scene)) - before) / done);
      const asked = { atATime: AT_A_TIME, callsOfSteps: callsOfSteps(STEPS, calls) };
      if (round === 0) await dbos.ask('/runs', { ...asked, count: AT_A_TIME });
      theirs = sum(theirs, { runs: count, ...(await runDbos(scene, dbos, { ...asked, count })) });
    }
  } finally {
    await dbos.stop();
  }
  return { ours, theirs, calls, doubled: [await doubledByUs(scene), await doubledByDbos(scene)] };
}

const { ours, theirs, calls, doubled } = await withProduct(WORKERS, measure, KILL_ENVIRONMENT);
const total = ({ cpu, runs }: Measured): number =>
  PARTS.reduce((all, part) => all + cpu[part], 0) / runs;
const name = 'DBOS, as many steps and calls';
const figures: Figure[] = [
  {
    what: 'runs checked end to end',
    unit: 'per s',
    measured: ours.runs / ours.seconds,
    peer: { name, measured: theirs.runs / theirs.seconds },
    goal: { atLeast: 1, of: 'ratio' },
  },
  {
    what: 'processor time of a run, all parts',
    unit: 'ms',
    measured: total(ours),
    peer: { name, measured: total(theirs) },
  },
  ...PARTS.map((part): Figure => ({
    what: `processor time of a run, ${part}`,
    unit: 'ms',
    measured: ours.cpu[part] / ours.runs,
    ...(part === 'api'
      ? {}
      : {
          peer: {
            name: part === 'worker' ? 'DBOS’s process' : name,
            measured: theirs.cpu[part] / theirs.runs,
          },
        }),
  })),
  {
    what: `submissions that a kill doubled, of ${KILLS}`,
    unit: '',
    measured: doubled[0]!,
    peer: { name: 'DBOS, a step of a workflow', measured: doubled[1]! },
    goal: { atMost: 0 },
  },
];
report('endToEnd', figures, {
  runs: ours.runs,
  wanted: Math.ceil(RUNS / ROUNDS) * ROUNDS,
  workers: WORKERS,
  runsAtATime: AT_A_TIME,
  stepsOfARun: STEPS,
  callsOfARun: calls,
});
