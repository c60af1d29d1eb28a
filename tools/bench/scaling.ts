/**
 * The same runs with one, two and four workers. Where processors lack, more workers bring no more
 * runs; then it counts that they cost no more processor time a run.
 */
import { AT_A_TIME, checkRuns, PARTS, withProduct, type Checked } from './checkedRuns.ts';
import type { Figure } from './figure.ts';
import { report } from './report.ts';

const RUNS = Number(process.env['RUNS'] ?? 80);
const WORKERS = [1, 2, 4];
/** What two or four workers may cost more than one, in all parts together. */
const GOAL = { atMost: 1.25, of: 'ratio' } as const;

const totalOfARun = ({ cpu, done }: Checked): number =>
  PARTS.reduce((sum, part) => sum + cpu[part], 0) / done;

const measured: Checked[] = [];
for (const workers of WORKERS)
  measured.push(await withProduct(workers, (scene) => checkRuns(scene, RUNS)));
const one = measured[0]!;
const figures = WORKERS.flatMap((workers, index): Figure[] => {
  const now = measured[index]!;
  const name = 'one worker';
  const isOne = workers === 1;
  const who = isOne ? name : `${workers} workers`;
  return [
    {
      what: `runs checked end to end, ${who}`,
      unit: 'per s',
      measured: now.done / now.seconds,
      ...(isOne ? {} : { peer: { name, measured: one.done / one.seconds } }),
    },
    {
      what: `processor time of a run, all parts, ${who}`,
      unit: 'ms',
      measured: totalOfARun(now),
      ...(isOne ? {} : { peer: { name, measured: totalOfARun(one) }, goal: GOAL }),
    },
  ];
});
report('scaling', figures, {
  runs: measured.map(({ done }) => done),
  wanted: RUNS,
  runsAtATime: AT_A_TIME,
});
