/**
 * What stands twice in the sandbox's ledger after a SIGKILL at the worst moment: the POST of a
 * configuration was answered, and nothing of that is written yet.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { wrongPosts } from '../crash/verdict.ts';
import { driveRun } from '../product/driveRun.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import { layOut, organizationOf, type Scene } from './checkedRuns.ts';
import { submissions, type StartEngine } from './enginePeer.ts';

export const KILLS = 5;
const AT_MOST_MILLISECONDS = 60_000;

const order = join(tmpdir(), `keyway-bench-kill-${process.pid}`);

/** For the processes that are to die. */
export const KILL_ENVIRONMENT = {
  BENCH_KILL_ORDER: order,
  NODE_OPTIONS: `--import=${join(import.meta.dirname, 'peers', 'dieAfterPost.ts')}`,
};

/** Throws where nobody died: then nothing was shown. */
async function killedOnce<T>(work: () => Promise<T>): Promise<T> {
  writeFileSync(order, '');
  try {
    const result = await work();
    if (!existsSync(`${order}.done`)) throw new Error('No process was killed.');
    return result;
  } finally {
    for (const file of [order, `${order}.done`]) rmSync(file, { force: true });
  }
}

async function doubled({ product }: Scene, customers: readonly SandboxCustomer[]): Promise<number> {
  const ledger = await product.sandbox<LedgerRow[]>('GET', '/ledger');
  return customers.filter((customer) => wrongPosts(ledger, customer).length > 0).length;
}

/** Of `KILLS` submissions by the product, those that were not made exactly once. */
export async function doubledByUs(scene: Scene): Promise<number> {
  const customers = await layOut(scene, KILLS);
  for (const customer of customers)
    await killedOnce(() =>
      driveRun(
        { customer, organization: organizationOf(customer), until: 'submitted' },
        scene.both,
      ),
    );
  return doubled(scene, customers);
}

/** The same by a peer, started again after each death. */
export async function doubledBy(start: StartEngine, scene: Scene): Promise<number> {
  const customers = await layOut(scene, KILLS);
  for (const customer of customers) {
    const asked = { customers: submissions([customer]) };
    await killedOnce(async () => {
      const first = await start(scene, KILL_ENVIRONMENT);
      // Its answer is lost where it dies first.
      await first.ask('/submissions', asked).catch(() => undefined);
      await untilGone(first.pid);
    });
    const second = await start(scene);
    await second.ask('/submitted', asked);
    await second.stop();
  }
  return doubled(scene, customers);
}

async function untilGone(pid: number): Promise<void> {
  const end = performance.now() + AT_MOST_MILLISECONDS;
  while (isThere(pid)) {
    if (performance.now() > end) throw new Error('The peer was not killed.');
    await sleep(20);
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
