/**
 * How long runs under way take to continue after a part was stopped or killed: from the end of the
 * cause until every check of theirs is done, beside the same runs undisturbed.
 */
import { buildBundles } from '../bundle/buildBundles.ts';
import { buildStamped } from '../bundle/bundles.ts';
import { kill, pidsOf, stall } from '../crash/partProcesses.ts';
import type { PartName } from '../product/startProduct.ts';
import { checkRuns, withProduct, type Scene } from './checkedRuns.ts';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';
import { report } from './report.ts';

const ROUNDS = 3;
const RUNS = 4;
/** Longer than a lease lasts, so that others may have taken the work. */
const STOPPED_SECONDS = 9;
/** The runs are under way then, and none is done. */
const BEFORE_MILLISECONDS = 150;
const PARTS: readonly PartName[] = ['worker', 'api', 'database'];
const GOAL = { atMost: 10 };

/** Resolves when the cause is over. */
type Cause = (scene: Scene) => Promise<void>;

const stopped =
  (part: PartName): Cause =>
  ({ product }) =>
    stall(pidsOf(product, part), STOPPED_SECONDS);

const killed =
  (part: PartName): Cause =>
  ({ product }) => {
    if (!kill(product, part)) throw new Error(`The ${part} was down.`);
    return Promise.resolve();
  };

/** Seconds from the end of the cause until every run that it met is checked. */
async function secondsAfter(scene: Scene, cause: Cause): Promise<number> {
  const runs = checkRuns(scene, RUNS);
  await new Promise((resolve) => setTimeout(resolve, BEFORE_MILLISECONDS));
  await cause(scene);
  const over = performance.now();
  const { done } = await runs;
  if (done < RUNS) throw new Error(`${RUNS - done} of ${RUNS} runs did not continue.`);
  return (performance.now() - over) / 1000;
}

const CAUSES = PARTS.flatMap((part) => [
  { what: `${part} stopped for ${STOPPED_SECONDS} s`, cause: stopped(part) },
  { what: `${part} killed`, cause: killed(part) },
]);

async function measure(scene: Scene): Promise<Figure[]> {
  const seconds = new Map(CAUSES.map(({ what }) => [what, [] as number[]]));
  const undisturbed: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    undisturbed.push((await checkRuns(scene, RUNS)).seconds);
    for (const { what, cause } of CAUSES) seconds.get(what)!.push(await secondsAfter(scene, cause));
  }
  const peer = { name: 'undisturbed', measured: quantile(undisturbed, 1) };
  return [...seconds].map(([what, measured]) => ({
    what: `${what}: runs checked after its end, slowest`,
    unit: 's',
    measured: quantile(measured, 1),
    peer,
    goal: GOAL,
  }));
}

// As `npm start` runs it: how fast a process starts is part of the figure.
await buildStamped(buildBundles);
report('recovery', await withProduct(1, measure), { rounds: ROUNDS, runs: RUNS });
