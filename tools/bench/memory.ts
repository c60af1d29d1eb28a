/**
 * Memory of api and worker, from their bundles, while runs complete against the sandbox and clients
 * watch, beside Apollo's hello-world.
 */
import { buildBundles } from '../bundle/buildBundles.ts';
import { buildStamped } from '../bundle/bundles.ts';
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import { graphqlClient } from '../product/graphqlClient.ts';
import { people } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct } from '../product/startProduct.ts';
import { peerProcess } from './peerProcess.ts';
import { quantile } from './quantile.ts';
import { report } from './report.ts';
import { watchMemory } from './residentMemory.ts';

const RUNS = Number(process.env['RUNS'] ?? 50);
const AT_A_TIME = 8;
const AT_MOST_MILLISECONDS = 120_000;
const LIST = `{ runs(first: 50) { nodes { id status tracks { id steps { id status since } } organization { id name } } } }`;

/** Asks without end until `signal`; answers how often. */
async function askOn(ask: () => Promise<unknown>, signal: AbortSignal): Promise<number> {
  let count = 0;
  for (; !signal.aborted; count += 1) await ask();
  return count;
}

async function ours(): Promise<{
  api: number[];
  worker: number[];
  completed: number;
  listsRequested: number;
  seconds: number;
}> {
  const product = await startProduct({ KEYWAY_POLL_SCALE: '0.01', LOG_LEVEL: 'warn' });
  try {
    const both = await people(product.url, product.token, 'Bench');
    const reader = graphqlClient(product.url, product.token);
    const begun = performance.now();
    const [api, worker] = (['api', 'worker'] as const).map((part) =>
      watchMemory(product.pid(part)!),
    );
    const over = new AbortController();
    const asking = askOn(
      () => reader.ask(LIST).then(() => new Promise((resolve) => setTimeout(resolve, 100))),
      over.signal,
    );
    let [left, completed] = [RUNS, 0];
    const drive = async (): Promise<void> => {
      while (left-- > 0 && performance.now() - begun < AT_MOST_MILLISECONDS) {
        const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', {
          scenario: 'happyPath',
        });
        const runId = await driveRun(
          { customer, organization: { name: `Bench ${customer.imsOrgId.slice(0, 8)}` } },
          both,
        );
        await untilCompleted(runId!, both.operator);
        completed += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, drive));
    over.abort();
    const seconds = (performance.now() - begun) / 1000;
    return {
      api: api!.stop(),
      worker: worker!.stop(),
      completed,
      listsRequested: await asking,
      seconds,
    };
  } finally {
    await product.stop();
  }
}

/** As many seconds of hello as ours took, at most ten. */
async function theirs(seconds: number): Promise<number[]> {
  const peer = await peerProcess('apolloHello.mjs');
  const watch = watchMemory(peer.pid);
  const over = AbortSignal.timeout(Math.ceil(Math.min(10, seconds) * 1000));
  const body = JSON.stringify({ query: '{ hello }' });
  const ask = () =>
    fetch(peer.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
      (response) => response.text(),
    );
  await Promise.all(Array.from({ length: AT_A_TIME }, () => askOn(ask, over)));
  const samples = watch.stop();
  await peer.stop();
  return samples;
}

await buildStamped(buildBundles);
const measured = await ours();
const peer = { name: 'Apollo hello-world', measured: quantile(await theirs(measured.seconds), 1) };
const most = (samples: readonly number[]): number => quantile(samples, 1);
report(
  'memory',
  [
    {
      what: 'api under load, most',
      unit: 'MB',
      measured: most(measured.api),
      peer,
      goal: { atMost: 150 },
    },
    {
      what: 'worker under load, most',
      unit: 'MB',
      measured: most(measured.worker),
      peer,
      goal: { atMost: 120 },
    },
    { what: 'api under load, median', unit: 'MB', measured: quantile(measured.api, 0.5) },
    { what: 'worker under load, median', unit: 'MB', measured: quantile(measured.worker, 0.5) },
  ],
  {
    runsCompleted: measured.completed,
    runsAtATime: AT_A_TIME,
    listsAsked: measured.listsRequested,
    seconds: Math.round(measured.seconds),
  },
);
