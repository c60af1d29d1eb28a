/**
 * The crash matrix: a part is killed or stopped before and after every call of a submission, one
 * call a run. Each run must complete with one POST (docs/reference/run.md, rule 4).
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import { people } from '../product/people.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import type { PartName } from '../product/startProduct.ts';
import { startCrashProduct, type CrashProduct } from './crashProduct.ts';
import type { CallOrder } from './disturbAtCall.ts';
import { resume, pidsOf } from './partProcesses.ts';
import { verdict, wrongPosts } from './verdict.ts';

export interface MatrixOptions {
  from: number;
  /** Ends earlier where a run makes fewer calls. */
  to: number;
  step: number;
  part: PartName;
  how: 'kill' | 'stall';
}

const WHEN = ['before', 'after'] as const;
/**
 * So many runs in a row that were over before their call came mean that there are no more calls.
 */
const OVER_AFTER = 2;
/**
 * Taken in turns: within a lease, just past what may still be done under one, past the lease, and
 * past everything.
 */
const STALL_SECONDS = [1, 6, 12, 30];
const POLL_MILLISECONDS = 100;

/** Resumes what the order stopped when its time is over. Returns how to end the watch. */
function watchOrder(
  order: string,
  product: CrashProduct,
  part: PartName,
  seconds: number,
): () => Promise<void> {
  let ended = false;
  const watching = (async (): Promise<void> => {
    while (!ended && !existsSync(`${order}.done`)) await pause(POLL_MILLISECONDS);
    if (!existsSync(`${order}.done`)) return;
    await pause(seconds * 1000);
    resume([...pidsOf(product, part), product.secondWorker() ?? []].flat());
  })();
  return async () => {
    ended = true;
    await watching;
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Matrix {
  private readonly product: CrashProduct;
  private readonly order: string;
  private readonly options: MatrixOptions;
  private turn = 0;

  constructor(product: CrashProduct, order: string, options: MatrixOptions) {
    this.product = product;
    this.order = order;
    this.options = options;
  }

  /** One run, disturbed once. Answers `held`, `over` where the call never came, or what fell. */
  async one(
    at: number,
    when: CallOrder['when'],
    drive: (customer: SandboxCustomer, arm: () => void) => Promise<unknown>,
  ): Promise<string> {
    const { product, order } = this;
    const { part, how } = this.options;
    const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', {
      scenario: 'happyPath',
    });
    rmSync(`${order}.done`, { force: true });
    const seconds = STALL_SECONDS[this.turn % STALL_SECONDS.length]!;
    this.turn += 1;
    const release =
      how === 'stall' ? watchOrder(order, product, part, seconds) : () => Promise.resolve();
    const fault = await drive(customer, () =>
      writeFileSync(order, JSON.stringify(this.orderFor(at, when))),
    ).then(() => null, String);
    const isDone = existsSync(`${order}.done`);
    rmSync(order, { force: true });
    await release();
    const wrong =
      fault ?? wrongPosts(await product.sandbox<LedgerRow[]>('GET', '/ledger'), customer)[0];
    if (wrong)
      return `${wrong} after ${part} was ${how === 'stall' ? `stopped for ${seconds} s` : 'killed'} ${when} call ${at}`;
    return isDone ? 'held' : 'over';
  }

  private orderFor(at: number, when: CallOrder['when']): CallOrder {
    const { part, how } = this.options;
    const signal = how === 'stall' ? 'SIGSTOP' : 'SIGKILL';
    // The database makes no calls of its own: it is met at the worker's.
    const pids =
      how === 'stall'
        ? pidsOf(this.product, 'database')
        : pidsOf(this.product, 'database').slice(0, 1);
    return part === 'database'
      ? { process: 'worker', at, when, signal, pids }
      : { process: part, at, when, signal };
  }
}

/** Answers what fell. */
export async function crashMatrix(options: MatrixOptions): Promise<string[]> {
  const { from, to, step, part, how } = options;
  const preload = join(import.meta.dirname, 'disturbAtCall.ts');
  const order = join(import.meta.dirname, '..', '..', 'out', `crash-order-${process.pid}.json`);
  const environment = { KEYWAY_CRASH_ORDER: order, NODE_OPTIONS: `--import=${preload}` };
  const product = await startCrashProduct({ environment, secondWorker: how === 'stall' });
  const matrix = new Matrix(product, order, options);
  const fell: string[] = [];
  const driven: SandboxCustomer[] = [];
  let held = 0;
  let over = 0;
  try {
    const both = await people(product.url, product.token, 'Crash');
    for (let at = from; at <= to && over < OVER_AFTER; at += step) {
      for (const when of WHEN) {
        const outcome = await matrix.one(at, when, async (customer, arm) => {
          driven.push(customer);
          const organization = { name: `Crash ${customer.imsOrgId.slice(0, 8)}` };
          const runId = await driveRun({ customer, organization, beforeSubmission: arm }, both);
          await untilCompleted(runId!, both.operator);
        });
        if (outcome === 'held') held += 1;
        else if (outcome !== 'over') fell.push(outcome);
        over = outcome === 'over' ? over + 1 : 0;
        process.stdout.write(`call ${at}, ${when}: ${outcome}\n`);
      }
    }
    fell.push(...(await verdict(product, driven, both.operator)));
  } finally {
    await product.stop({ keepData: fell.length > 0 });
  }
  if (held === 0) fell.push('no order was ever carried out; this proves nothing');
  process.stdout.write(`${part} ${how === 'stall' ? 'stopped' : 'killed'} at ${held} calls\n`);
  if (fell.length > 0) process.stdout.write(`Its data is kept in ${product.dataDir}.\n`);
  return fell;
}
