/**
 * A dry run over many organizations while workers are killed in the middle of it: each is checked,
 * or it is said why not, and nothing else in the database or in the clouds changes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connect, createOrganization } from '../product/driveRun.ts';
import type { GraphqlClient } from '../product/graphqlClient.ts';
import { people } from '../product/people.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import { startCrashWorld, type AskOf, type CrashWorld } from './crashWorld.ts';
import { signal } from './partProcesses.ts';

/** What the dry run has to find of the customers of a scenario. */
const EXPECTED = {
  happyPath: 'READY',
  noPurgeProtection: 'BLOCKED',
  readerDenied: 'UNKNOWN',
  expiredKey: 'BLOCKED',
} as const;
type Scenario = keyof typeof EXPECTED;
const SCENARIOS = Object.keys(EXPECTED) as Scenario[];
const AT_A_TIME = 8;
/**
 * Organizations that are checked between two kills, however long that takes on a loaded machine:
 * what a killed worker held is read next, so that none is met by every kill and given up.
 */
const BETWEEN_KILLS = 20;
const BETWEEN_REPORTS_MILLISECONDS = 10_000;
const MAX_WAIT_MILLISECONDS = 1_800_000;
/** All that runs, histories, effects and credentials are stored in. */
const TABLES = ['run', 'run_vault', 'history_entry', 'chain_head', 'effect', 'connection', 'watch'];
const PAGE = `query($id: ID!, $after: String) { node(id: $id) { ... on DryRun { status total checked skipped
  outcomes { outcome count } causes { id message count }
  organizations(first: 100, after: $after) { totalCount nodes { outcome message organization { id imsOrgId name } }
    pageInfo { hasNextPage endCursor } } } } }`;

export interface DryRunDisturbances {
  organizations: number;
  kills: boolean;
}

interface Placed {
  id: string;
  customer: SandboxCustomer;
  scenario: Scenario;
}
interface Shown {
  status: string;
  total: number;
  checked: number;
  organizations: {
    nodes: { outcome: string | null; message: string | null; organization: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

/** Writes how many are done, and how fast, a few times a minute: a loaded machine needs minutes. */
class Progress {
  readonly #begun = performance.now();
  readonly #what: string;
  #reported = this.#begun;

  constructor(what: string) {
    this.#what = what;
  }

  done(count: number, of: number): void {
    const now = performance.now();
    if (count < of && now - this.#reported < BETWEEN_REPORTS_MILLISECONDS) return;
    this.#reported = now;
    const seconds = (now - this.#begun) / 1000;
    const rate = (count / seconds).toFixed(1);
    process.stdout.write(
      `${this.#what}: ${count} of ${of} in ${seconds.toFixed(1)} s, ${rate} a second\n`,
    );
  }
}

/** Kills the worker that makes the next call, before or after it, once each time it is armed. */
class Killer {
  kills = 0;
  #isArmed = false;
  readonly #killed = new Set<number>();

  arm(): void {
    this.#isArmed = true;
  }

  readonly ask: AskOf = ({ part, pid }, call, when) => {
    const process = pid();
    if (part !== 'worker') return Promise.resolve('pass');
    if (process === undefined || this.#killed.has(process)) return Promise.resolve('swallow');
    const isPoint = /^(GET|POST) |dry_run/.test(call.name) && when === this.#when;
    if (!this.#isArmed || !isPoint) return Promise.resolve('pass');
    this.#isArmed = false;
    this.kills += 1;
    this.#killed.add(process);
    signal(process, 'SIGKILL');
    return Promise.resolve('swallow');
  };

  get #when(): 'before' | 'after' {
    return this.kills % 2 === 0 ? 'before' : 'after';
  }
}

async function place(
  world: CrashWorld,
  operator: GraphqlClient,
  count: number,
): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  const progress = new Progress('created and connected');
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      const scenario = SCENARIOS[next % SCENARIOS.length]!;
      const name = `Dry ${String((next += 1)).padStart(4, '0')}`;
      const customer = await world.sandbox<SandboxCustomer>('POST', '/scenario', { scenario });
      const { imsOrgId, tenantId: azureTenantId } = customer;
      const id = await createOrganization({ name, imsOrgId, azureTenantId }, operator);
      await connect(id, { customer, access: 'WRITE' }, operator);
      placed.push({ id, customer, scenario });
      progress.done(placed.length, count);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
  return placed;
}

/** Of each table, and of the clouds, everything. */
async function traces(world: CrashWorld, client: pg.Client): Promise<string[]> {
  const rows: string[] = [];
  for (const table of TABLES) {
    const { rows: found } = await client.query<{ text: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as text from ${table} t`,
    );
    rows.push(`${table}: ${found[0]!.text}`);
  }
  const ledger = await world.sandbox<LedgerRow[]>('GET', '/ledger');
  return [...rows, `ledger: ${ledger.length}`];
}

/** Resolves when nothing is written any more about the credentials that were stored. */
async function settled(world: CrashWorld, client: pg.Client): Promise<string[]> {
  for (let before = await traces(world, client); ;) {
    await sleep(5_000);
    const now = await traces(world, client);
    if (now.join() === before.join()) return now;
    before = now;
  }
}

async function readAll(client: GraphqlClient, id: string) {
  const nodes: Shown['organizations']['nodes'] = [];
  const times: number[] = [];
  for (let after: string | null = null; ;) {
    const begun = performance.now();
    const { node }: { node: Shown } = await client.ask(PAGE, { id, after });
    times.push(Math.round(performance.now() - begun));
    nodes.push(...node.organizations.nodes);
    if (!node.organizations.pageInfo.hasNextPage) return { node, nodes, times };
    after = node.organizations.pageInfo.endCursor;
  }
}

/** What fell; nothing is right. */
function wrongResults(placed: readonly Placed[], nodes: Shown['organizations']['nodes']): string[] {
  const outcomes = new Map(nodes.map((one) => [one.organization.id, one]));
  if (nodes.length !== placed.length)
    return [`${nodes.length} results of ${placed.length} organizations`];
  return placed.flatMap(({ id, scenario }) => {
    const found = outcomes.get(id);
    return found?.outcome === EXPECTED[scenario]
      ? []
      : [`${scenario}: ${found?.outcome ?? 'no result'}, ${found?.message ?? ''}`];
  });
}

/** Runs one dry run and compares; answers what fell. */
export async function dryRunDisturbances({
  organizations,
  kills,
}: DryRunDisturbances): Promise<string[]> {
  const killer = new Killer();
  const world = await startCrashWorld({ apis: 1, workers: 2, ask: killer.ask });
  const database = new pg.Client({ connectionString: world.database.migrationUrl });
  database.on('error', () => undefined);
  let fell = ['it did not come to an end'];
  try {
    await database.connect();
    const { operator } = await people(world.urls[0]!, world.token, 'Dry');
    const placed = await place(world, operator, organizations);
    const before = await settled(world, database);
    const keys = placed.flatMap(({ id: organizationId, customer }) =>
      (['AEP', 'CJA'] as const).map((track) => ({
        ...{ organizationId, track, keyIdentifier: customer.keys[track] },
      })),
    );
    const begun = performance.now();
    const started = await operator.mutate<{ dryRun: { id: string } }>(
      'startDryRun',
      'StartDryRunInput',
      { keys },
      'dryRun { id }',
    );
    const { id } = started.dryRun;
    const progress = new Progress('checked');
    const between = Math.min(BETWEEN_KILLS, Math.ceil(organizations / 4));
    let killedAt = 0;
    for (;;) {
      const { node } = await operator.ask<{ node: Shown }>(PAGE, { id, after: null });
      progress.done(node.checked, node.total);
      if (node.status === 'DONE') break;
      if (kills && node.checked - killedAt >= between) {
        killedAt = node.checked;
        killer.arm();
      }
      if (performance.now() - begun > MAX_WAIT_MILLISECONDS)
        throw new Error(`${node.checked} of ${node.total} were checked`);
      await sleep(500);
    }
    const seconds = (performance.now() - begun) / 1000;
    const { nodes, times } = await readAll(operator, id);
    fell = wrongResults(placed, nodes);
    const after = await settled(world, database);
    fell.push(...after.filter((row, index) => row !== before[index]));
    if (kills && killer.kills === 0) fell.push('nobody was killed; this proves nothing');
    process.stdout.write(
      `${nodes.length} organizations in ${seconds.toFixed(1)} s, ${killer.kills} kills; pages of 100: ${times.join(', ')} ms\n`,
    );
    return fell;
  } finally {
    await database.end().catch(() => undefined);
    await world.stop(fell.length > 0);
    if (fell.length > 0) process.stdout.write(`The data are kept in ${world.dataDir}.\n`);
  }
}
