/**
 * `npm run crash`: many runs, or watched keys (`--watch`), under disturbances: see
 * docs/changing.md.
 */
import { parseArgs } from 'node:util';
import { buildBundles } from '../bundle/buildBundles.ts';
import { buildStamped, programFile, sourceName } from '../bundle/bundles.ts';
import { versionMissing } from '@keyway/store/testing';
import { dryRunDisturbances } from './dryRunDisturbances.ts';
import { crashMatrix, MATRIX_WORLDS, UPGRADE } from './matrix.ts';
import { WAYS } from './matrixDrivers.ts';
import { matrixReport } from './matrixReport.ts';
import { randomDisturbances } from './randomDisturbances.ts';
import { watchDisturbances } from './watchDisturbances.ts';

/**
 * Random SIGKILLs, unless it is stalls (`--stall`), lost COMMITs (`--commit`), a storm of the
 * clouds (`--storm`), or every call disturbed in every way (`--matrix`). With `--webhooks`
 * receivers compare what they get.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now()) },
    write: { type: 'boolean', default: false },
    matrix: { type: 'boolean', default: false },
    stall: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
    storm: { type: 'boolean', default: false },
    webhooks: { type: 'boolean', default: false },
    observations: { type: 'string', default: '1000' },
    commit: { type: 'string' },
    world: { type: 'string' },
    way: { type: 'string' },
    at: { type: 'string' },
    minutes: { type: 'string', default: '8' },
    every: { type: 'string', default: '1' },
  },
});

function readInteger(
  name: 'runs' | 'seed' | 'minutes' | 'every' | 'observations',
  most: number,
): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  process.stderr.write(`--${name} is a whole number from 1 to ${most}, such as --${name} 7\n`);
  process.exit(1);
}

function oneOf<T extends string>(name: 'world' | 'way' | 'commit', allowed: readonly T[]): T {
  const value = allowed.find((candidate) => candidate === values[name]);
  if (value) return value;
  process.stderr.write(`--${name} is one of ${allowed.join(', ')}\n`);
  process.exit(1);
}

async function matrix(): Promise<string[]> {
  // They start in a fraction of the time that the sources take.
  if (programFile('api') === sourceName('api')) await buildStamped(buildBundles);
  const missing = versionMissing();
  if (missing) process.stderr.write(`Without the world of an upgrade. ${missing}\n`);
  const all = missing ? MATRIX_WORLDS : [...MATRIX_WORLDS, UPGRADE];
  const names = all.map(({ name }) => name);
  const only = values.world && oneOf('world', names);
  const worlds = all.filter(({ name }) => !only || name === only);
  const limits = { minutes: readInteger('minutes', 600), every: readInteger('every', 1000) };
  const which = {
    ...(values.way && { ways: [oneOf('way', WAYS)] }),
    ...(values.at && { at: new RegExp(values.at) }),
  };
  const results = await Promise.all(
    worlds.map((world) => crashMatrix({ world, ...limits, ...which })),
  );
  process.stdout.write(matrixReport(results));
  return results.flatMap(({ world, fell }) => fell.map((failure) => `${world}: ${failure}`));
}

/** `--runs` organizations; with `--commit` or `--storm` nobody is killed. */
async function dryRun(organizations: number): Promise<string[]> {
  if (programFile('api') === sourceName('api')) await buildStamped(buildBundles);
  return dryRunDisturbances({ organizations, kills: how === 'kill' });
}

const stallOrKill = values.stall ? 'stall' : 'kill';
const isOther = values.commit !== undefined || values.storm;
const how = isOther && !values.stall ? 'none' : stallOrKill;
const seed = readInteger('seed', Number.MAX_SAFE_INTEGER);
const commit =
  values.commit === undefined ? null : oneOf<'cut' | 'late'>('commit', ['cut', 'late']);

function disturbances(): Promise<string[]> {
  if (values.matrix) return matrix();
  const runs = readInteger('runs', 500);
  const { write, webhooks } = values;
  if (values.dry) return dryRun(runs);
  if (!values.watch) return randomDisturbances({ runs, seed, write, commit, how, webhooks });
  const observations = readInteger('observations', 1_000_000);
  return watchDisturbances({
    organizations: runs,
    observations,
    seed,
    commit,
    how,
    storm: values.storm,
  });
}

const fell = await disturbances();
for (const failure of fell) process.stdout.write(`FALLS ${failure}\n`);
process.stdout.write(
  fell.length === 0
    ? values.watch
      ? 'Every organization was observed again, every alert opened once, nothing false was reported\n'
      : values.dry
        ? 'Every organization was checked, and nothing else changed\n'
        : 'Every run completed, every call in the ledger once\n'
    : `${fell.length} things fell\n`,
);
process.exit(fell.length === 0 ? 0 : 1);
