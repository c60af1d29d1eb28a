/**
 * The crash matrix: the worker is killed before and after every call to the database or the network between the request to submit and
 * Adobe's COMPLETED, one call a run, and each run must still complete with exactly one POST in the sandbox's ledger (run.md, rule 4).
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import { people } from '../product/people.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';

export interface MatrixOptions {
  from: number;
  /** Ends by itself where a run makes fewer calls. */
  to: number;
  step: number;
}

const WHEN = ['before', 'after'] as const;
/** So many runs in a row that were over before their call came mean that there are no more calls. */
const OVER_AFTER = 2;

async function one(
  product: Product,
  order: string,
  at: number,
  when: string,
  drive: (customer: SandboxCustomer) => Promise<unknown>,
): Promise<string> {
  const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath' });
  rmSync(`${order}.done`, { force: true });
  await drive(customer);
  const killed = existsSync(`${order}.done`);
  rmSync(order, { force: true });
  const ledger = await product.sandbox<LedgerRow[]>('GET', '/ledger');
  const posts = ledger.filter(
    (row) => row.method === 'POST' && row.path.endsWith('/customer/config') && row.body.includes(customer.imsOrgId),
  );
  if (posts.length !== 1) return `${posts.length} POSTs after a kill ${when} call ${at}`;
  return killed ? 'held' : 'over';
}

/** Answers what fell. */
export async function crashMatrix({ from, to, step }: MatrixOptions): Promise<string[]> {
  const preload = join(import.meta.dirname, 'killAtCall.ts');
  const order = join(import.meta.dirname, '..', '..', 'out', `crash-order-${process.pid}.json`);
  const product = await startProduct({
    KEYWAY_POLL_SCALE: '0.01',
    LOG_LEVEL: 'warn',
    KEYWAY_CRASH_ORDER: order,
    NODE_OPTIONS: `--import=${preload}`,
  });
  const fell: string[] = [];
  let held = 0;
  let over = 0;
  try {
    const both = await people(product.url, product.token, 'Crash');
    for (let at = from; at <= to && over < OVER_AFTER; at += step) {
      for (const when of WHEN) {
        const arm = (): void => writeFileSync(order, JSON.stringify({ at, when }));
        const outcome = await one(product, order, at, when, async (customer) => {
          const organization = { name: `Crash ${customer.imsOrgId.slice(0, 8)}` };
          const runId = await driveRun({ customer, organization, beforeSubmission: arm }, both);
          await untilCompleted(runId!, both.operator);
        }).catch(String);
        if (outcome === 'held') held += 1;
        else if (outcome !== 'over') fell.push(outcome);
        over = outcome === 'over' ? over + 1 : 0;
        process.stdout.write(`call ${at}, ${when}: ${outcome}\n`);
      }
    }
  } finally {
    if (fell.length === 0) await product.stop();
  }
  if (held === 0) fell.push('no kill was ever carried out; this proves nothing');
  process.stdout.write(`killed at ${held} calls\n`);
  return fell;
}
