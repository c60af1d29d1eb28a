/**
 * From the start to the first answer of the API on an existing database: all parts, beside Apollo's
 * hello-world; then api and worker alone, from bundle and sources.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../product/startProduct.ts';
import { measurePartStarts } from './partStart.ts';
import { peerProcess } from './peerProcess.ts';
import { median, quantile } from './quantile.ts';
import { report } from './report.ts';

const ROUNDS = 5;
const GOAL_SECONDS = 2;
const MAX_WAIT_MILLISECONDS = 120_000;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Milliseconds until `url` first answers a query with data. */
async function firstAnswer(
  url: string,
  query: string,
  headers: Record<string, string>,
): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(1_000),
    })
      .then((response) => response.json() as Promise<{ data?: object | null }>)
      .catch(() => undefined);
    if (answer?.data) return performance.now() - begun;
    if (performance.now() - begun > MAX_WAIT_MILLISECONDS)
      throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function startKeyway(
  environment: Record<string, string>,
  port: number,
  token: string,
): Promise<number> {
  const program = [join(root, 'tools', 'start.ts'), '--no-demo', '--port', String(port)];
  const child = spawn(process.execPath, ['--conditions=@keyway/source', ...program], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    return await firstAnswer(`http://127.0.0.1:${port}/graphql`, '{ viewer { __typename } }', {
      authorization: `Bearer ${token}`,
    });
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/**
 * How long the command checks what is installed and generated before it starts the tool; seconds.
 */
async function check(): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'tools', 'start.mjs'), '--help'], {
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return (performance.now() - begun) / 1000;
}

async function startApollo(): Promise<number> {
  const [port] = await freePorts();
  const begun = performance.now();
  const peer = peerProcess('apolloHello.mjs', { PORT: String(port) });
  await firstAnswer(`http://127.0.0.1:${port}/`, '{ hello }', {});
  const took = performance.now() - begun;
  await (await peer).stop();
  return took;
}

const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-start-'));
const [port, clouds, identity] = await freePorts();
const token = `kw_${randomBytes(24).toString('hex')}`;
const environment = {
  DATA_DIR: dataDir,
  KEYWAY_BOOTSTRAP_TOKEN: token,
  KEYWAY_SANDBOX_PORT: String(clouds),
  KEYWAY_SANDBOX_IDENTITY_PORT: String(identity),
};
try {
  const fresh = await startKeyway(environment, port, token);
  const ours: number[] = [];
  const checks: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push((await startKeyway(environment, port, token)) / 1000);
    theirs.push((await startApollo()) / 1000);
    checks.push(await check());
  }
  const name = 'Apollo hello-world';
  report(
    'start',
    [
      {
        what: 'start to first answer, median',
        unit: 's',
        measured: median(ours),
        peer: { name, measured: median(theirs) },
        goal: { atMost: GOAL_SECONDS },
      },
      {
        what: 'start to first answer, slowest',
        unit: 's',
        measured: quantile(ours, 1),
        peer: { name, measured: quantile(theirs, 1) },
      },
      { what: 'start with a database to be made', unit: 's', measured: fresh / 1000 },
      {
        what: 'npm start, its check of what is installed, median',
        unit: 's',
        measured: median(checks),
      },
      ...(await measurePartStarts()),
    ],
    { rounds: ROUNDS },
  );
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
