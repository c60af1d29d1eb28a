/**
 * Many runs at once while worker, api and database are killed with SIGKILL at random moments. Holds only if every run completes, the
 * sandbox's ledger has each call exactly once, and every history chain verifies.
 */
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import type { GraphqlClient } from '../product/graphqlClient.ts';
import { people } from '../product/people.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type PartName, type Product } from '../product/startProduct.ts';

const AT_A_TIME = 12;
/** Drawn without putting back until none is left, so that a few kills meet every part. */
const PARTS: readonly PartName[] = ['worker', 'worker', 'worker', 'api', 'database'];

/** mulberry32: the same seed gives the same order of kills. */
function randomNumbers(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param pace milliseconds the product took to start: on a busy machine a part takes longer to come up again, and must come up to be killed at work */
function killAtRandom(product: Product, random: () => number, pace: number): { stop: () => Record<string, number> } {
  const kills: Record<string, number> = {};
  let left: PartName[] = [];
  let timer: NodeJS.Timeout;
  const kill = (): void => {
    if (left.length === 0) left = [...PARTS];
    const index = Math.floor(random() * left.length);
    const part = left[index]!;
    const pid = product.pid(part);
    if (pid === undefined) return; // It is down already, and stays in the draw.
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      return;
    }
    left.splice(index, 1);
    kills[part] = (kills[part] ?? 0) + 1;
  };
  const next = (): void => {
    timer = setTimeout(() => (kill(), next()), pace * (0.25 + random()));
  };
  next();
  return { stop: () => (clearTimeout(timer), kills) };
}

/** Calls that stand in the ledger more often than once for the same customer. */
function doubled(ledger: readonly LedgerRow[]): string[] {
  const seen = new Map<string, number>();
  for (const row of ledger) {
    const key = `${row.method} ${row.host}${row.path.split('?')[0]} ${/"imsOrgId":"[^"]*"/.exec(row.body)?.[0] ?? ''}`;
    if (row.host !== 'sandbox.keyway.test') seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen].filter(([, count]) => count > 1).map(([key, count]) => `${count} × ${key}`);
}

async function* organizationIds(operator: GraphqlClient): AsyncGenerator<string> {
  for (let after: string | null = null; ;) {
    const { organizations }: OrganizationPage = await operator.ask(
      'query($after: String) { organizations(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    yield* organizations.nodes.map(({ id }) => id);
    if (!organizations.pageInfo.hasNextPage) return;
    after = organizations.pageInfo.endCursor;
  }
}

interface OrganizationPage {
  organizations: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

export interface RandomKillOptions {
  runs: number;
  /** The same seed gives the same order of kills. */
  seed: number;
  /** With a credential that may write: the role is assigned too. */
  write: boolean;
}

/** Answers what fell. */
export async function randomKills({ runs, seed, write }: RandomKillOptions): Promise<string[]> {
  const begun = performance.now();
  const product = await startProduct({ KEYWAY_POLL_SCALE: '0.01', LOG_LEVEL: 'warn' });
  const pace = performance.now() - begun;
  const failures: string[] = [];
  let kills: Record<string, number> = {};
  try {
    const both = await people(product.url, product.token, 'Crash');
    const { operator } = both;
    const scenario = write ? 'roleMissing' : 'happyPath';
    const customers: SandboxCustomer[] = [];
    for (let index = 0; index < runs; index += 1) customers.push(await product.sandbox('POST', '/scenario', { scenario }));
    const killer = killAtRandom(product, randomNumbers(seed), pace);
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
    kills = killer.stop();
    const ledger = await product.sandbox<LedgerRow[]>('GET', '/ledger');
    const posts = ledger.filter((row) => row.method === 'POST' && row.path.endsWith('/customer/config'));
    if (posts.length !== runs) failures.push(`the ledger has ${posts.length} configuration POSTs for ${runs} runs`);
    failures.push(...doubled(ledger).map((row) => `doubled: ${row}`));
    for await (const id of organizationIds(operator)) {
      const { historyVerification } = await operator.ask<{ historyVerification: { ok: boolean } }>(
        'query($id: ID) { historyVerification(organizationId: $id) { ok } }',
        { id },
      );
      if (!historyVerification.ok) failures.push(`the history of ${id} does not verify`);
    }
  } finally {
    if (failures.length === 0) await product.stop();
  }
  process.stdout.write(
    `seed ${seed}; killed ${
      Object.entries(kills)
        .map(([part, count]) => `${part} ${count} times`)
        .join(', ') || 'nothing'
    }\n`,
  );
  for (const part of new Set(PARTS)) {
    if (!kills[part] && runs >= 20) failures.push(`the ${part} was never killed; this run proves nothing about it`);
  }
  if (failures.length > 0) process.stdout.write(`Its data is kept in ${product.dataDir}.\n`);
  return failures;
}
