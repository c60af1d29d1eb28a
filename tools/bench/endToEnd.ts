/**
 * Whole runs through the product against the sandbox, beside DBOS (on the same PostgreSQL) and
 * Temporal making as many durable steps and HTTPS calls: runs a second, costs, what a kill doubles.
 */
import { AT_A_TIME, checkRuns, PARTS, withProduct, type Cpu, type Scene } from './checkedRuns.ts';
import { startDbos, startQueuedDbos } from './dbosPeer.ts';
import { callsOfSteps, runEngine, type StartEngine } from './enginePeer.ts';
import type { Figure } from './figure.ts';
import { doubledBy, doubledByUs, KILL_ENVIRONMENT, KILLS } from './killedSubmissions.ts';
import { report } from './report.ts';
import { installTemporal, withTemporal } from './temporalPeer.ts';

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

interface Peer {
  name: string;
  start: StartEngine;
}

const DBOS: readonly Peer[] = [
  { name: 'DBOS', start: startDbos },
  { name: 'DBOS through its queue', start: startQueuedDbos },
];

/** `work` gets Temporal too, where it can be installed. */
async function withPeers<T>(
  work: (peers: readonly Peer[]) => Promise<T>,
): Promise<{ result: T; notMeasured?: string }> {
  try {
    installTemporal();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { result: await work(DBOS), notMeasured: `Temporal: ${cause}` };
  }
  return { result: await withTemporal((start) => work([...DBOS, { name: 'Temporal', start }])) };
}

/** Rounds in turn, so that a machine that slows down slows all. */
async function measure(scene: Scene, peers: readonly Peer[]) {
  const count = Math.ceil(RUNS / ROUNDS);
  const engines = await Promise.all(peers.map(({ start }) => start(scene)));
  const theirs = peers.map(() => NOTHING);
  let [ours, calls] = [NOTHING, 0];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await callsSoFar(scene);
      const { done, ...used } = await checkRuns(scene, count);
      ours = sum(ours, { runs: done, ...used });
      calls = Math.round(((await callsSoFar(scene)) - before) / done);
      const asked = { atATime: AT_A_TIME, callsOfSteps: callsOfSteps(STEPS, calls) };
      for (const [index, engine] of engines.entries()) {
        if (round === 0) await engine.ask('/runs', { ...asked, count: AT_A_TIME });
        const took = await runEngine(scene, engine, { ...asked, count });
        theirs[index] = sum(theirs[index]!, { runs: count, ...took });
      }
    }
  } finally {
    await Promise.all(engines.map((engine) => engine.stop()));
  }
  const doubled = await doubledByUs(scene);
  const beside = [];
  for (const [index, { name, start }] of peers.entries())
    beside.push({ name, took: theirs[index]!, doubled: await doubledBy(start, scene) });
  return { ours, calls, doubled, beside };
}

const {
  result: { ours, calls, doubled, beside },
  ...incomplete
} = await withPeers((peers) =>
  withProduct(WORKERS, (scene) => measure(scene, peers), KILL_ENVIRONMENT),
);
const total = ({ cpu, runs }: Measured): number =>
  PARTS.reduce((all, part) => all + cpu[part], 0) / runs;
const perSecond = ({ runs, seconds }: Measured): number => runs / seconds;
const equalWork = (name: string): string => `${name}, as many steps and calls`;
const dbos = beside[0]!.took;
const figures: Figure[] = [
  ...beside.map(({ name, took }): Figure => ({
    what: `runs checked end to end, beside ${name}`,
    unit: 'per s',
    measured: perSecond(ours),
    peer: { name: equalWork(name), measured: perSecond(took) },
    goal: { atLeast: 1, of: 'ratio' },
  })),
  ...beside.map(({ name, took }): Figure => ({
    what: `processor time of a run, all parts, beside ${name}`,
    unit: 'ms',
    measured: total(ours),
    peer: { name: equalWork(name), measured: total(took) },
  })),
  ...PARTS.map((part): Figure => ({
    what: `processor time of a run, ${part}`,
    unit: 'ms',
    measured: ours.cpu[part] / ours.runs,
    ...(part === 'api'
      ? {}
      : {
          peer: {
            name: part === 'worker' ? 'DBOS’s process' : equalWork('DBOS'),
            measured: dbos.cpu[part] / dbos.runs,
          },
        }),
  })),
  ...beside.map((peer): Figure => ({
    what: `submissions that a kill doubled, of ${KILLS}, beside ${peer.name}`,
    unit: '',
    measured: doubled,
    peer: { name: `${peer.name}, by its defaults`, measured: peer.doubled },
    goal: { atMost: 0 },
  })),
];
report('endToEnd', figures, {
  runs: ours.runs,
  wanted: Math.ceil(RUNS / ROUNDS) * ROUNDS,
  workers: WORKERS,
  runsAtATime: AT_A_TIME,
  stepsOfARun: STEPS,
  callsOfARun: calls,
  ...incomplete,
});
