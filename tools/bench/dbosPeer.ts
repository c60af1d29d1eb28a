/** DBOS beside the product: on its PostgreSQL and against its sandbox, in one process. */
import { join } from 'node:path';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { cpuOf, difference, type Cpu, type Scene } from './checkedRuns.ts';
import { cpuMilliseconds } from './cpuTime.ts';
import { peerProcess } from './peerProcess.ts';

const DATABASE = 'bench_dbos';

export interface Dbos {
  pid: number;
  ask(path: string, body: object): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; what it did not finish before it was killed it takes up again. */
export async function startDbos(
  { product, database, databaseUrl }: Scene,
  environment: Record<string, string> = {},
): Promise<Dbos> {
  const { rowCount } = await database.query('select from pg_database where datname = $1', [
    DATABASE,
  ]);
  if (rowCount === 0) await database.query(`create database ${DATABASE}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${DATABASE}`;
  const peer = await peerProcess('dbosRuns.ts', {
    DBOS_DATABASE_URL: url.href,
    SANDBOX_ADDRESS: product.sandboxAddress,
    NODE_NO_WARNINGS: '1',
    SANDBOX_CA: join(product.dataDir, 'sandbox', 'ca.pem'),
    ...environment,
  });
  const ask = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${peer.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`DBOS, ${path}: ${await answer.text()}`);
  };
  return { pid: peer.pid, ask, stop: peer.stop };
}

/** `calls` spread over `steps`, the first ones making one more. */
export const callsOfSteps = (steps: number, calls: number): number[] =>
  Array.from({ length: steps }, (_, index) => Math.floor((calls + steps - 1 - index) / steps));

/** What its runs took; `cpu.worker` is its process. */
export async function runDbos(
  scene: Scene,
  dbos: Dbos,
  runs: { count: number; atATime: number; callsOfSteps: readonly number[] },
): Promise<{ seconds: number; cpu: Cpu }> {
  const [begun, before, own] = [performance.now(), cpuOf(scene), cpuMilliseconds(dbos.pid)];
  await dbos.ask('/runs', runs);
  const seconds = (performance.now() - begun) / 1000;
  const used = difference(cpuOf(scene), before);
  return { seconds, cpu: { ...used, worker: cpuMilliseconds(dbos.pid) - own, api: 0 } };
}

/** As the sandbox names them, for the POST of a submission. */
export const submissions = (
  customers: readonly SandboxCustomer[],
): { imsOrgId: string; key: string }[] =>
  customers.map(({ imsOrgId, keys }) => ({ imsOrgId, key: keys.AEP }));
