/**
 * 500 organizations: imported by one mutation and connected; then started by one bulk job and
 * attested one by one, until the first check that the worker makes of each run is done.
 */
import { availableParallelism } from 'node:os';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { attest, connect } from '../product/driveRun.ts';
import type { GraphqlClient } from '../product/graphqlClient.ts';
import {
  cpuOf,
  difference,
  layOut,
  organizationOf,
  PARTS,
  withProduct,
  type Scene,
} from './checkedRuns.ts';
import type { Figure } from './figure.ts';
import { report } from './report.ts';

const ORGANIZATIONS = Number(process.env['ORGANIZATIONS'] ?? 500);
/** As `npm start` runs them. */
const WORKERS = Math.min(8, availableParallelism());
const AT_A_TIME = 8;
const AT_MOST_MILLISECONDS = 180_000;

/** Answers their IDs in the order of the customers. */
async function imported(
  { both }: Scene,
  customers: readonly SandboxCustomer[],
): Promise<{ id: string; customer: SandboxCustomer }[]> {
  const rows = customers.map((customer) => ({
    ...organizationOf(customer),
    imsOrgId: customer.imsOrgId,
    cloud: 'AZURE',
    region: 'VA7',
    shield: 'HEALTHCARE_SHIELD',
    azureTenantId: customer.tenantId,
  }));
  await both.operator.mutate(
    'importOrganizations',
    'ImportOrganizationsInput',
    { format: 'JSON', content: JSON.stringify(rows) },
    'created',
  );
  const ids = await idsOf(both.operator);
  return customers.map((customer) => ({ id: ids.get(customer.imsOrgId)!, customer }));
}

/** By IMS organization ID. */
async function idsOf(operator: GraphqlClient): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const { organizations }: OrganizationPage = await operator.ask(
      'query($after: String) { organizations(first: 100, after: $after) { nodes { id imsOrgId } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    for (const { id, imsOrgId } of organizations.nodes) ids.set(imsOrgId, id);
    if (!organizations.pageInfo.hasNextPage) return ids;
    after = organizations.pageInfo.endCursor;
  }
}

interface OrganizationPage {
  organizations: {
    nodes: { id: string; imsOrgId: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

/** Seconds until `count` says so many. */
async function until(wanted: number, count: () => Promise<number>): Promise<number> {
  const begun = performance.now();
  while ((await count()) < wanted) {
    if (performance.now() - begun > AT_MOST_MILLISECONDS)
      throw new Error(`${await count()} of ${wanted} after ${AT_MOST_MILLISECONDS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (performance.now() - begun) / 1000;
}

async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.pop(); item; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, next));
}

interface JobPage {
  node: {
    status: string;
    items: {
      nodes: { run: { id: string } | null }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

/** The runs of one bulk job, once it has ended. */
async function startedInBulk(
  { both }: Scene,
  organizationIds: readonly string[],
): Promise<{ id: string }[]> {
  const { job } = await both.operator.mutate<{ job: { id: string } }>(
    'startBulk',
    'StartBulkInput',
    { action: 'START_RUNS', organizationIds },
    'job { id }',
  );
  const page = (after: string | null): Promise<JobPage> =>
    both.operator.ask(
      `query($id: ID!, $after: String) { node(id: $id) { ... on BulkJob { status
        items(first: 100, after: $after) { nodes { run { id } } pageInfo { hasNextPage endCursor } } } } }`,
      { id: job.id, after },
    );
  await until(1, async () => ((await page(null)).node.status === 'RUNNING' ? 0 : 1));
  const runs: { id: string }[] = [];
  for (let after: string | null = null; ;) {
    const { items }: JobPage['node'] = (await page(after)).node;
    runs.push(...items.nodes.flatMap(({ run }) => run ?? []));
    if (!items.pageInfo.hasNextPage) return runs;
    after = items.pageInfo.endCursor;
  }
}

const counting =
  ({ database }: Scene, sql: string) =>
  async (): Promise<number> =>
    (await database.query<{ count: number }>(`select count(*)::int as count from ${sql}`)).rows[0]!
      .count;

/** A step that is done has no row of an open step. */
const CHECKED = `step_look l where step = 'APP_REGISTRATION'
  and not exists (select from run_step s where s.run_id = l.run_id and s.step = l.step and s.track = l.track)`;
const TRIED = `connection where trial_state = 'CONNECTED'`;

async function measure(scene: Scene) {
  const [checked, tried] = [counting(scene, CHECKED), counting(scene, TRIED)];
  const [checkedBefore, triedBefore] = [await checked(), await tried()];
  const customers = await layOut(scene, ORGANIZATIONS);
  const begun = performance.now();
  const organizations = await imported(scene, customers);
  const importSeconds = (performance.now() - begun) / 1000;
  await inParallel(organizations, (one) => connect(one.id, one, scene.both.operator));
  await until(triedBefore + 2 * ORGANIZATIONS, tried);
  const connectSeconds = (performance.now() - begun) / 1000 - importSeconds;
  const [cpu, startedAt] = [cpuOf(scene), performance.now()];
  const started = await startedInBulk(
    scene,
    organizations.map(({ id }) => id),
  );
  const startSeconds = (performance.now() - startedAt) / 1000;
  await inParallel(started, ({ id }) => attest(id, 'AEP', scene.both.operator));
  await until(checkedBefore + ORGANIZATIONS, checked);
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    importSeconds,
    connectSeconds,
    startSeconds,
    seconds,
    cpu: difference(cpuOf(scene), cpu),
  };
}

const { importSeconds, connectSeconds, startSeconds, seconds, cpu } = await withProduct(
  WORKERS,
  measure,
);
const inSeconds = (what: string, value: number): Figure => ({ what, unit: 's', measured: value });
report(
  'bulkStart',
  [
    {
      ...inSeconds(`${ORGANIZATIONS} runs started and attested, every first check done`, seconds),
      goal: { atMost: 30 },
    },
    inSeconds(`of which the bulk job, until it ended`, startSeconds),
    inSeconds(`${ORGANIZATIONS} organizations imported`, importSeconds),
    inSeconds(`both clouds of each connected, every credential tried`, connectSeconds),
    ...PARTS.map((part): Figure => ({
      what: `processor time of a start with its first check, ${part}`,
      unit: 'ms',
      measured: cpu[part] / ORGANIZATIONS,
    })),
  ],
  { organizations: ORGANIZATIONS, workers: WORKERS },
);
