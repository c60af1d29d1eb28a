/**
 * `npm run crash`: many runs under random SIGKILLs, stalls (`--stall`) or lost COMMITs
 * (`--commit`), or `--matrix`: one part killed around every call. See docs/changing.md.
 */
import { parseArgs } from 'node:util';
import { crashMatrix } from './matrix.ts';
import { randomDisturbances } from './randomDisturbances.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now()) },
    write: { type: 'boolean', default: false },
    matrix: { type: 'boolean', default: false },
    stall: { type: 'boolean', default: false },
    commit: { type: 'string' },
    part: { type: 'string', default: 'worker' },
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '400' },
    step: { type: 'string', default: '1' },
  },
});

function readInteger(name: 'runs' | 'seed' | 'from' | 'to' | 'step', most: number): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  process.stderr.write(`--${name} is a whole number from 1 to ${most}, such as --${name} 7\n`);
  process.exit(1);
}

function oneOf<T extends string>(name: 'part' | 'commit', allowed: readonly T[]): T {
  const value = allowed.find((candidate) => candidate === values[name]);
  if (value) return value;
  process.stderr.write(`--${name} is one of ${allowed.join(', ')}\n`);
  process.exit(1);
}

const how = values.stall ? 'stall' : 'kill';
const fell = values.matrix
  ? await crashMatrix({
      ...{
        from: readInteger('from', 10_000),
        to: readInteger('to', 10_000),
        step: readInteger('step', 1000),
      },
      ...{ part: oneOf('part', ['worker', 'api', 'database']), how },
    })
  : await randomDisturbances({
      ...{
        runs: readInteger('runs', 500),
        seed: readInteger('seed', Number.MAX_SAFE_INTEGER),
        write: values.write,
      },
      commit: values.commit === undefined ? null : oneOf<'cut' | 'late'>('commit', ['cut', 'late']),
      how: values.commit !== undefined && !values.stall ? 'none' : how,
    });
for (const failure of fell) process.stdout.write(`FALLS ${failure}\n`);
process.stdout.write(
  fell.length === 0
    ? 'Every run completed, every call in the ledger once\n'
    : `${fell.length} things fell\n`,
);
process.exit(fell.length === 0 ? 0 : 1);
