/**
 * Many runs while parts are killed or stopped at random, or answers to COMMIT are withheld. Every
 * run must complete, with each call once and every chain verified.
 */
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import { people } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import type { PartName } from '../product/startProduct.ts';
import type { CommitFault } from './commitProxy.ts';
import { startCrashProduct, type CrashProduct } from './crashProduct.ts';
import { kill, pidsOf, stall } from './partProcesses.ts';
import { verdict } from './verdict.ts';
import { receiveWebhooks, WEBHOOK_ENVIRONMENT } from './webhookReceivers.ts';

const AT_A_TIME = 12;
/** Drawn without putting back until none is left, so that a few kills meet every part. */
const PARTS: readonly PartName[] = ['worker', 'worker', 'worker', 'api', 'database'];
const LONGEST_STALL_SECONDS = 30;
/** On average from the beginning of one stall to the next; several parts are stopped at once. */
export const STALL_PACE_MILLISECONDS = 3_000;
/** Of the answers to COMMIT; seldom enough that everybody gets on. */
const COMMITS_DISTURBED = 0.03;
const LATEST_COMMIT_SECONDS = 12;

/** mulberry32: the same seed gives the same order. */
export function randomNumbers(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Disturber {
  /** Ends it, and resumes what is stopped. Returns how often each part was disturbed. */
  stop: () => Promise<Record<string, number>>;
}

/**
 * @param pace milliseconds between two on average: a part must come up again to be met at work
 * @param stalls false: kills; else the seconds of the longest stall
 */
export function disturbAtRandom(
  product: CrashProduct,
  random: () => number,
  pace: number,
  stalls: number | false,
): Disturber {
  const met: Record<string, number> = {};
  const stopped = new Set<Promise<void>>();
  const stalled = new Set<string>();
  let left: PartName[] = [];
  let timer: NodeJS.Timeout;
  const stallOne = (part: PartName): boolean => {
    const second = part === 'worker' && random() < 0.5 ? product.secondWorker() : undefined;
    const name = second === undefined ? part : 'second worker';
    const seconds = 1 + random() * ((stalls || 1) - 1);
    // Not both workers at once: then nobody would be late, and nothing would happen.
    if (
      stalled.has('worker') || stalled.has('second worker') ? part === 'worker' : stalled.has(name)
    )
      return false;
    const pids = second === undefined ? pidsOf(product, part) : [second];
    if (pids.length === 0) return false;
    stalled.add(name);
    stopped.add(stall(pids, seconds).then(() => void stalled.delete(name)));
    return true;
  };
  const disturb = (): void => {
    if (left.length === 0) left = [...PARTS];
    const index = Math.floor(random() * left.length);
    const part = left[index]!;
    // It is down or stopped already, and stays in the draw.
    if (!(stalls === false ? kill(product, part) : stallOne(part))) return;
    left.splice(index, 1);
    met[part] = (met[part] ?? 0) + 1;
  };
  const next = (): void => {
    timer = setTimeout(() => (disturb(), next()), pace * (0.25 + random()));
  };
  next();
  return {
    stop: async () => {
      clearTimeout(timer);
      await Promise.all(stopped);
      return met;
    },
  };
}

export interface DisturbanceOptions {
  runs: number;
  /** The same seed gives the same order. */
  seed: number;
  /** With a credential that may write: the role is assigned too. */
  write: boolean;
  how: 'kill' | 'stall' | 'none';
  commit: 'cut' | 'late' | null;
  /** Receivers get what happens, and compare it with the histories. */
  webhooks?: boolean;
}

/** Off until people are there: what prepares the trial is no part of it. */
export function commitFaults(
  commit: DisturbanceOptions['commit'],
  random: () => number,
): { faultOf: () => CommitFault; begin: () => void; end: () => void } {
  let on = false;
  const faultOf = (): CommitFault => {
    if (!on || random() >= COMMITS_DISTURBED) return null;
    return commit === 'cut'
      ? { kind: 'cut' }
      : { kind: 'late', seconds: 1 + random() * (LATEST_COMMIT_SECONDS - 1) };
  };
  return { faultOf, begin: () => (on = true), end: () => (on = false) };
}

export const counts = (met: Record<string, number>): string =>
  Object.entries(met)
    .map(([part, count]) => `${part} ${count} times`)
    .join(', ') || 'nothing';

/** Answers what fell. */
export async function randomDisturbances({
  runs,
  seed,
  write,
  how,
  commit,
  webhooks = false,
}: DisturbanceOptions): Promise<string[]> {
  const begun = performance.now();
  const faults = commitFaults(commit, randomNumbers(seed + 1));
  const product = await startCrashProduct({
    ...(webhooks && { environment: WEBHOOK_ENVIRONMENT }),
    secondWorker: how !== 'kill',
    commitFault: commit ? faults.faultOf : undefined,
  });
  const pace = how === 'stall' ? STALL_PACE_MILLISECONDS : performance.now() - begun;
  const failures: string[] = [];
  let met: Record<string, number> = {};
  try {
    const both = await people(product.url, product.token, 'Crash');
    const { operator } = both;
    const compare = webhooks ? await receiveWebhooks(product) : null;
    const scenario = write ? 'roleMissing' : 'happyPath';
    const customers: SandboxCustomer[] = [];
    for (let index = 0; index < runs; index += 1)
      customers.push(await product.sandbox('POST', '/scenario', { scenario }));
    faults.begin();
    const disturber =
      how === 'none'
        ? null
        : disturbAtRandom(
            product,
            randomNumbers(seed),
            pace,
            how === 'stall' && LONGEST_STALL_SECONDS,
          );
    const waiting = [...customers];
    const drive = async (): Promise<void> => {
      for (let customer = waiting.shift(); customer; customer = waiting.shift()) {
        const organization = { name: `Crash ${customer.imsOrgId.slice(0, 8)}` };
        await driveRun({ customer, organization, access: write ? 'WRITE' : 'READ' }, both)
          .then((runId) => untilCompleted(runId!, operator))
          .catch((error: unknown) => failures.push(String(error)));
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_A_TIME, runs) }, drive));
    met = (await disturber?.stop()) ?? {};
    faults.end();
    failures.push(...(await verdict(product, customers, operator)));
    if (compare) failures.push(...(await compare()));
  } finally {
    await product.stop({ keepData: failures.length > 0 });
  }
  process.stdout.write(
    `seed ${seed}; ${how === 'stall' ? 'stopped for a while' : 'killed'}: ${counts(met)}\n`,
  );
  if (product.proxy)
    process.stdout.write(
      `answers to COMMIT ${commit === 'cut' ? 'cut' : 'delayed'}: ${product.proxy.faults()}\n`,
    );
  if (commit && product.proxy?.faults() === 0)
    failures.push('no answer to COMMIT was ever kept back; this proves nothing');
  for (const part of new Set(how === 'none' ? [] : PARTS)) {
    if (!met[part] && runs >= 20)
      failures.push(`the ${part} was never met; this run proves nothing about it`);
  }
  if (failures.length > 0) process.stdout.write(`Its data is kept in ${product.dataDir}.\n`);
  return failures;
}
