/**
 * `npm run bench`: every benchmark in a process of its own, then all figures beside their goals;
 * `npm run bench -- <name>` runs one. A missed goal fails nothing.
 */
import { spawn } from 'node:child_process';
import { figureRow } from './figure.ts';
import { BENCH_NAMES, type BenchName } from './benchNames.ts';
import { readReport } from './report.ts';

const benches: Record<BenchName, () => Promise<unknown>> = {
  transition: () => import('./transition.ts'),
  queue: () => import('./queue.ts'),
  durable: () => import('./durable.ts'),
  endToEnd: () => import('./endToEnd.ts'),
  scaling: () => import('./scaling.ts'),
  bulkStart: () => import('./bulkStart.ts'),
  writes: () => import('./writes.ts'),
  watch: () => import('./watch.ts'),
  start: () => import('./start.ts'),
  memory: () => import('./memory.ts'),
  live: () => import('./live.ts'),
  takeover: () => import('./takeover.ts'),
  recovery: () => import('./recovery.ts'),
  hanging: () => import('./hanging.ts'),
  graphql: () => import('./graphql.ts'),
  hostile: () => import('./hostile.ts'),
  flood: () => import('./flood.ts'),
  listPage: () => import('./listPage.ts'),
  history: () => import('./history.ts'),
  evidence: () => import('./evidence.ts'),
  console: () => import('./console.ts'),
};
/** Far above what any of them needs; what hangs must not hold up the others. */
const AT_MOST_MILLISECONDS = 600_000;

function inOwnProcess(name: string): Promise<boolean> {
  const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, name], {
    stdio: 'inherit',
    timeout: AT_MOST_MILLISECONDS,
  });
  return new Promise((resolve) =>
    child.once('exit', (code) => resolve(code === 0)).once('error', () => resolve(false)),
  );
}

const isBench = (name: string): name is BenchName => name in benches;

async function all(): Promise<void> {
  const fell: string[] = [];
  for (const name of BENCH_NAMES) if (!(await inOwnProcess(name))) fell.push(name);
  const rows = BENCH_NAMES.filter((name) => !fell.includes(name)).flatMap((name) =>
    (readReport(name)?.figures ?? []).map(figureRow),
  );
  process.stdout.write('\nAll figures\n');
  console.table(rows);
  const missed = rows.filter(({ verdict }) => verdict === 'MISSED');
  process.stdout.write(
    missed.length === 0
      ? 'No goal was missed.\n'
      : `${missed.length} missed: ${missed.map(({ what }) => what).join('; ')}.\n`,
  );
  if (fell.length === 0) return;
  process.stdout.write(`Not measured, since it did not run to its end: ${fell.join(', ')}.\n`);
  process.exitCode = 1;
}

const [only] = process.argv.slice(2);
if (only === undefined) await all();
else if (isBench(only)) {
  process.stdout.write(`\n${only}\n`);
  await benches[only]();
} else {
  process.stderr.write(`There is no benchmark ${only}; there are ${BENCH_NAMES.join(', ')}.\n`);
  process.exit(1);
}
// Not before a benchmark has ended, which would measure what this loads.
const { writeBenchmarkPage } = await import('../docs/generatedDocs.ts');
await writeBenchmarkPage();
