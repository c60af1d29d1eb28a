/** How long a run takes while other customers' clouds do not answer, beside the same run alone. */
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import { people, type People } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';
import { quantile } from './quantile.ts';
import { report } from './report.ts';

const HANGING = 12;
const ROUNDS = 5;

interface Scene {
  product: Product;
  both: People;
}

const layOut = ({ product }: Scene): Promise<SandboxCustomer> =>
  product.sandbox('POST', '/scenario', { scenario: 'happyPath' });

/** Seconds of one run from nothing to COMPLETED. */
async function oneRun(scene: Scene): Promise<number> {
  const customer = await layOut(scene);
  const begun = performance.now();
  const runId = await driveRun(
    { customer, organization: { name: `Bench ${customer.imsOrgId.slice(0, 8)}` } },
    scene.both,
  );
  await untilCompleted(runId!, scene.both.operator);
  return (performance.now() - begun) / 1000;
}

async function rounds(scene: Scene): Promise<number[]> {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) seconds.push(await oneRun(scene));
  return seconds;
}

/** A customer whose subscription never answers in time. */
async function oneHanging(scene: Scene): Promise<void> {
  const customer = await layOut(scene);
  const fault = {
    host: 'management.azure.com',
    path: `/subscriptions/${customer.subscriptionId}*`,
    delayMs: 120_000,
    count: 100_000,
  };
  await scene.product.sandbox('POST', '/faults', fault);
  await driveRun(
    {
      customer,
      organization: { name: `Hanging ${customer.imsOrgId.slice(0, 8)}` },
      until: 'prepared',
    },
    scene.both,
  );
}

async function measure(): Promise<{ alone: number[]; beside: number[] }> {
  const product = await startProduct({ KEYWAY_POLL_SCALE: '0.01', LOG_LEVEL: 'warn' });
  try {
    const scene = { product, both: await people(product.url, product.token, 'Bench') };
    await oneRun(scene); // Warm.
    const alone = await rounds(scene);
    for (let customer = 0; customer < HANGING; customer += 1) await oneHanging(scene);
    return { alone, beside: await rounds(scene) };
  } finally {
    await product.stop();
  }
}

const { alone, beside } = await measure();
const figure = (what: string, q: number) => ({
  what,
  unit: 's',
  measured: quantile(beside, q),
  peer: { name: 'the same run alone', measured: quantile(alone, q) },
});
report(
  'hanging',
  [
    figure('a run beside hanging customers, median', 0.5),
    figure('a run beside hanging customers, slowest', 1),
  ],
  {
    hanging: HANGING,
    rounds: ROUNDS,
  },
);
