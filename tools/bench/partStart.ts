/** What api and worker cost until they work, each from its sources and from its bundle. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@keyway/postgres';
import { openStore } from '@keyway/store';
import { inRoot } from '../bootstrap/places.mjs';
import { buildBundles } from '../bundle/buildBundles.ts';
import { BUNDLED, bundleName, sourceName } from '../bundle/bundles.ts';
import { serviceArguments, serviceEnvironment } from '../start/nodeArguments.ts';
import { cpuMilliseconds } from './cpuTime.ts';
import type { Figure } from './figure.ts';
import { median } from './quantile.ts';
import { residentMegabytes } from './residentMemory.ts';

const ROUNDS = 5;
const SETTLING_MILLISECONDS = 1_500;
const WORKS = /is listening|worker started/;

interface Started {
  /** Of processor time until it works, in seconds. */
  seconds: number;
  /** A moment later. */
  megabytes: number;
}

async function startOnce(file: string, environment: Record<string, string>): Promise<Started> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [...serviceArguments, file], {
    env: serviceEnvironment({ PATH, PORT: '0', KEYWAY_DRAIN_SECONDS: '0', ...environment }),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (data: Buffer) => {
      output += data.toString();
      if (WORKS.test(output)) resolve();
    });
    void ended.then(() => reject(new Error(`${file} ended: ${output}`)));
  });
  const seconds = cpuMilliseconds(child.pid!) / 1000;
  await sleep(SETTLING_MILLISECONDS);
  const megabytes = residentMegabytes(child.pid!) ?? Number.NaN;
  child.kill('SIGTERM');
  await ended;
  return { seconds, megabytes };
}

/** Goals are those of the bundles. */
const GOALS = {
  api: { seconds: 1.5, megabytes: 120 },
  worker: { seconds: 1, megabytes: 100 },
};

/** Bundles and sources take turns on one database that is there already. */
export async function measurePartStarts(): Promise<Figure[]> {
  const folder = inRoot('out', `bench-bundles-${process.pid}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-parts-'));
  await buildBundles(folder);
  const database = await openDatabase({ dataDir });
  const { url, migrationUrl } = database;
  const environment = { DATABASE_URL: url, DATA_DIR: dataDir, KEYWAY_CLOUD: 'real' };
  const figures: Figure[] = [];
  try {
    await (await openStore({ url, migrationUrl, dataDir })).close();
    for (const name of BUNDLED) {
      const [bundle, source]: [Started[], Started[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        bundle.push(await startOnce(join(folder, bundleName(name)), environment));
        source.push(await startOnce(inRoot(sourceName(name)), environment));
      }
      const figure = (what: string, unit: string, of: keyof Started): Figure => ({
        what: `${name} from its bundle, ${what}`,
        unit,
        measured: median(bundle.map((started) => started[of])),
        peer: { name: 'from its sources', measured: median(source.map((started) => started[of])) },
        goal: { atMost: GOALS[name][of] },
      });
      figures.push(
        figure('processor time until it works', 's', 'seconds'),
        figure('memory after its start', 'MB', 'megabytes'),
      );
    }
    return figures;
  } finally {
    await database.close();
    for (const used of [folder, dataDir]) rmSync(used, { recursive: true, force: true });
  }
}
