/**
 * Watched keys while parts are killed or stopped at random, answers to COMMIT are withheld, or the
 * clouds answer wrongly: no observation is lost, each alert is opened once, nothing false is said.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@keyway/postgres';
import { STORM } from '@keyway/store/testing';
import pg from 'pg';
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import type { GraphqlClient } from '../product/graphqlClient.ts';
import { people } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startCrashProduct, type CrashProduct } from './crashProduct.ts';
import {
  commitFaults,
  counts,
  disturbAtRandom,
  randomNumbers,
  STALL_PACE_MILLISECONDS,
  type DisturbanceOptions,
} from './randomDisturbances.ts';
import { verdict } from './verdict.ts';
import { wrongWatches } from './wrongWatches.ts';

const AT_A_TIME = 8;
/** Customers whose key is hurt and healed again, each one after the other. */
const HURT_AT_A_TIME = 3;
const SAMPLE_MILLISECONDS = 250;
/** Scaled by KEYWAY_POLL_SCALE, which is 0.01 here. */
const INTERVAL_SECONDS = 9;
/** Longer than the lease of an observation. */
const LONGEST_STALL_SECONDS = 120;
/** An interval, the lease of a worker that is gone, and the start of another one. */
const LONGEST_GAP_SECONDS = INTERVAL_SECONDS + 90 + 30;
const MAX_WAIT_MILLISECONDS = 300_000;

export interface WatchDisturbances extends Pick<DisturbanceOptions, 'seed' | 'how' | 'commit'> {
  organizations: number;
  /** It ends after so many. */
  observations: number;
  /** A third of all calls to clouds fail. */
  storm: boolean;
}

interface Seen {
  imsOrgId: string;
  health: string;
  observedAt: number | null;
}

const QUERY = `query($after: String) { organizations(first: 100, after: $after) {
  nodes { imsOrgId keyHealth { health lookedAt } } pageInfo { hasNextPage endCursor } } }`;

async function seenBy(client: GraphqlClient): Promise<Seen[]> {
  interface Page {
    organizations: {
      nodes: { imsOrgId: string; keyHealth: { health: string; lookedAt: string | null } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }
  const seen: Seen[] = [];
  for (let after: string | null = null; ;) {
    const { organizations }: Page = await client.ask(QUERY, { after });
    for (const { imsOrgId, keyHealth } of organizations.nodes)
      seen.push({
        imsOrgId,
        health: keyHealth.health,
        observedAt: keyHealth.lookedAt === null ? null : Date.parse(keyHealth.lookedAt),
      });
    if (!organizations.pageInfo.hasNextPage) return seen;
    after = organizations.pageInfo.endCursor;
  }
}

/** Samples what people see, as far as the api answers. */
class Sampler {
  readonly failures: string[] = [];
  observations = 0;
  longestGapSeconds = 0;
  private readonly last = new Map<string, Seen>();
  private readonly client: GraphqlClient;
  /** What may be said of a key now. */
  private readonly allowed: (imsOrgId: string) => readonly string[];

  constructor(client: GraphqlClient, allowed: (imsOrgId: string) => readonly string[]) {
    this.client = client;
    this.allowed = allowed;
  }

  async sample(): Promise<void> {
    // An api that is down, or whose database is, says nothing.
    const all = await seenBy(this.client).catch(() => []);
    for (const seen of all) this.note(seen);
  }

  private note(seen: Seen): void {
    const before = this.last.get(seen.imsOrgId);
    const allowed = this.allowed(seen.imsOrgId);
    if (!allowed.includes(seen.health) && this.failures.length < 20)
      this.failures.push(`${seen.imsOrgId} was ${seen.health}, not ${allowed.join(' or ')}`);
    if (before?.observedAt && seen.observedAt && seen.observedAt > before.observedAt) {
      this.observations += 1;
      const gap = (seen.observedAt - before.observedAt) / 1000;
      this.longestGapSeconds = Math.max(this.longestGapSeconds, gap);
    }
    this.last.set(seen.imsOrgId, seen);
  }

  healthOf(imsOrgId: string): string | undefined {
    return this.last.get(imsOrgId)?.health;
  }

  /** So many were, and all of them after this time. */
  areObserved(count: number, time: number, health: string): boolean {
    const all = [...this.last.values()];
    return (
      all.length === count &&
      all.every((seen) => seen.health === health && (seen.observedAt ?? 0) > time)
    );
  }

  async until(what: string, holds: () => boolean): Promise<void> {
    const end = Date.now() + MAX_WAIT_MILLISECONDS;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`${what}: not within 5 minutes`);
      await this.sample();
      await sleep(SAMPLE_MILLISECONDS);
    }
  }
}

async function watched(product: CrashProduct, count: number): Promise<SandboxCustomer[]> {
  const both = await people(product.url, product.token, 'Watch');
  const customers: SandboxCustomer[] = [];
  for (let index = 0; index < count; index += 1)
    customers.push(await product.sandbox('POST', '/scenario', { scenario: 'happyPath' }));
  const waiting = [...customers];
  const drive = async (): Promise<void> => {
    for (let customer = waiting.shift(); customer; customer = waiting.shift()) {
      const organization = { name: `Watch ${customer.imsOrgId.slice(0, 8)}` };
      await untilCompleted((await driveRun({ customer, organization }, both))!, both.operator);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, count) }, drive));
  return customers;
}

/** Hurts and heals keys until it is stopped; how often each was hurt, by IMS organization. */
async function hurtAndHeal(
  product: CrashProduct,
  customers: readonly SandboxCustomer[],
  {
    sampler,
    hurt,
    stopped,
  }: { sampler: Sampler; hurt: Map<string, number>; stopped: () => boolean },
): Promise<void> {
  const move = (scenario: string, imsOrgId: string): Promise<unknown> =>
    product.sandbox('POST', '/scenario', { scenario, imsOrgId });
  const untilSeen = async (imsOrgId: string, health: string): Promise<void> => {
    while (sampler.healthOf(imsOrgId) !== health) await sleep(SAMPLE_MILLISECONDS);
  };
  const turns = customers.slice(0, HURT_AT_A_TIME).map(async ({ imsOrgId }) => {
    while (!stopped()) {
      hurt.set(imsOrgId, (hurt.get(imsOrgId) ?? 0) + 1);
      await move('noWrapKey', imsOrgId);
      await untilSeen(imsOrgId, 'REVOKED');
      await move('happyPath', imsOrgId);
      await untilSeen(imsOrgId, 'HEALTHY');
    }
  });
  await Promise.all(turns);
}

async function disturbed(
  product: CrashProduct,
  options: WatchDisturbances,
  faults: ReturnType<typeof commitFaults>,
  pace: number,
): Promise<{ failures: string[]; report: string }> {
  const { how, seed, storm } = options;
  const customers = await watched(product, options.organizations);
  const { operator } = await people(product.url, product.token, 'Sampler');
  const hurt = new Map<string, number>();
  // Those that are hurt and healed are one or the other.
  const sampler = new Sampler(operator, (imsOrgId) => [
    ...['HEALTHY', 'UNREACHABLE', ...(begun ? [] : ['NOT_WATCHED'])],
    ...(hurt.has(imsOrgId) ? ['REVOKED'] : []),
  ]);
  let begun = 0;
  await sampler.until('all healthy', () => sampler.areObserved(customers.length, 0, 'HEALTHY'));
  begun = Date.now();
  const from = sampler.observations;
  faults.begin();
  if (storm) await product.sandbox('POST', '/faults', STORM);
  const disturber =
    how === 'none'
      ? null
      : disturbAtRandom(
          product,
          randomNumbers(seed),
          pace,
          how === 'stall' && LONGEST_STALL_SECONDS,
        );
  let stopped = false;
  const hurting = storm
    ? Promise.resolve()
    : hurtAndHeal(product, customers, { sampler, hurt, stopped: () => stopped });
  const enough = from + options.observations;
  await sampler.until('observations', () => sampler.observations >= enough);
  const met = (await disturber?.stop()) ?? {};
  faults.end();
  if (storm) await product.sandbox('DELETE', '/faults');
  stopped = true;
  let isHealed = false;
  void hurting.then(() => (isHealed = true));
  await sampler.until('healed', () => isHealed);
  const end = Date.now();
  await sampler.until('observed again', () =>
    sampler.areObserved(customers.length, end, 'HEALTHY'),
  );
  const again = (Date.now() - end) / 1000;
  const failures = [...sampler.failures, ...(await verdict(product, customers, operator))];
  // A database that is stopped holds up everybody.
  const longest = LONGEST_GAP_SECONDS + (how === 'stall' ? LONGEST_STALL_SECONDS : 0);
  if (sampler.longestGapSeconds > longest)
    failures.push(`an organization was not observed for ${sampler.longestGapSeconds} s`);
  const opened = await openDatabase({ dataDir: product.databaseDir });
  const client = new pg.Client({ connectionString: opened.migrationUrl });
  try {
    await client.connect();
    failures.push(...(await wrongWatches(client, hurt)));
  } finally {
    await client.end();
    await opened.close();
  }
  const episodes = [...hurt.values()].reduce((sum, times) => sum + times, 0);
  const report = [
    `seed ${seed}; ${how === 'stall' ? 'stopped for a while' : 'killed'}: ${counts(met)}`,
    `${sampler.observations - from} observations of ${customers.length} organizations in ${((end - begun) / 1000).toFixed(0)} s`,
    `${episodes} times a key was hurt and healed; longest time between two observations ${sampler.longestGapSeconds.toFixed(1)} s`,
    `all observed again ${again.toFixed(1)} s after the end`,
    ...(product.proxy ? [`answers to COMMIT kept back: ${product.proxy.faults()}`] : []),
  ].join('\n');
  return { failures, report };
}

/** Answers what fell. */
export async function watchDisturbances(options: WatchDisturbances): Promise<string[]> {
  const { how, commit, seed } = options;
  const begun = performance.now();
  const faults = commitFaults(commit, randomNumbers(seed + 1));
  const product = await startCrashProduct({
    secondWorker: how === 'stall' || commit !== null,
    commitFault: commit ? faults.faultOf : undefined,
  });
  const pace = how === 'stall' ? STALL_PACE_MILLISECONDS : performance.now() - begun;
  let failures = ['it did not come to its end'];
  try {
    const done = await disturbed(product, options, faults, pace);
    failures = done.failures;
    process.stdout.write(`${done.report}\n`);
  } finally {
    if (failures.length > 0) process.stdout.write(`Its data is kept in ${product.dataDir}.\n`);
    await product.stop({ keepData: failures.length > 0 });
  }
  return failures;
}
