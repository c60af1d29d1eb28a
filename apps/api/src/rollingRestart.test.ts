/**
 * Two apis behind a load balancer are replaced one by one while people and programs work: no
 * request fails, no change is lost or done twice, and sockets move to an api that stays.
 */
import { aDatabase, aProxy, type TestDatabase, type TestProxy } from '@keyway/testing';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { anImsOrgId, anOrganization, aClient, aRun, BOOTSTRAP, TENANT } from './testing/aServer.ts';
import { addressOf, startApiProcess, type ApiProcess } from './testing/apiProcess.ts';

const SOCKETS = 6;
const RESTARTS = 4;

let database: TestDatabase;
let proxy: TestProxy;
const started: ApiProcess[] = [];
beforeAll(async () => {
  [database, proxy] = await Promise.all([aDatabase(), aProxy()]);
});
afterAll(async () => {
  // Where the test failed, some still run.
  for (const { process } of started) process.kill('SIGKILL');
  await proxy.close();
  await database.close();
});

interface Running {
  api: ApiProcess;
  url: string;
}

async function begin(): Promise<Running> {
  const api = startApiProcess({
    DATABASE_URL: database.url,
    DATA_DIR: database.dataDir,
    KEYWAY_BOOTSTRAP_TOKEN: BOOTSTRAP,
    // The test says when it is over, so that no clock decides.
    KEYWAY_DRAIN_SECONDS: '300',
  });
  started.push(api);
  const url = await addressOf(api);
  await proxy.add(url);
  return { api, url };
}

/** As a platform does: it leaves the load balancer, and ends once nothing is under way. */
async function end({ api, url }: Running): Promise<void> {
  api.process.kill('SIGTERM');
  // A second signal that comes before is one with the first.
  await expect.poll(api.output).toContain('the api is stopping');
  await proxy.drained(url);
  api.process.kill('SIGTERM');
  expect(await api.ended).toBe(0);
  proxy.remove(url);
}

/** Follows a run through the load balancer; connects again wherever a socket ends. */
function follow(runId: string) {
  const seen = { due: '', connections: 0 };
  const client = createClient({
    url: `${proxy.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${BOOTSTRAP}` },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
    on: { connected: () => void (seen.connections += 1) },
  });
  const failures: unknown[] = [];
  client.subscribe(
    {
      query: 'subscription($runId: ID!) { runChanged(runId: $runId) { dueAt } }',
      variables: { runId },
    },
    {
      next: ({ data }) => {
        seen.due = String((data as { runChanged: { dueAt: string } }).runChanged.dueAt);
      },
      error: (error) => failures.push(error),
      complete: () => undefined,
    },
  );
  return { seen, failures, stop: () => client.dispose() };
}

it('no request fails, and sockets follow', async () => {
  let running = [await begin(), await begin()];
  const client = aClient(proxy.url, BOOTSTRAP);
  const { id: organizationId } = await anOrganization(client);
  const runId = await aRun(client, organizationId);
  const followers = Array.from({ length: SOCKETS }, () => follow(runId));

  let isOver = false;
  const failures: string[] = [];
  const statuses = new Map<number, number>();
  const made: string[] = [];
  const repeatedly = async (work: () => Promise<void>): Promise<void> => {
    while (!isOver) await work().catch((error: unknown) => void failures.push(String(error)));
  };
  const read = async (): Promise<void> => {
    const { status } = await client.raw({ query: '{ organizations(first: 5) { totalCount } }' });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const write = async (): Promise<void> => {
    const imsOrgId = anImsOrgId();
    const given = { name: imsOrgId, imsOrgId, shield: 'HEALTHCARE_SHIELD', azureTenantId: TENANT };
    await client.must('createOrganization', given, 'organization { id }');
    made.push(imsOrgId);
  };
  const load = [read, read, read, write].map(repeatedly);

  const dueAt = (restart: number): string => `203${restart}-01-01T00:00:00.000Z`;
  for (let restart = 1; restart <= RESTARTS; restart += 1) {
    const [oldest, other] = running as [Running, Running];
    running = [other, await begin()];
    await end(oldest);
    await client.must('assignRun', { runId, dueAt: dueAt(restart) }, 'run { dueAt }');
    await expect
      .poll(() => followers.map(({ seen }) => seen.due), { timeout: 60_000 })
      .toEqual(followers.map(() => expect.stringContaining(`203${restart}-`)));
  }
  isOver = true;
  await Promise.all(load);

  expect(failures).toEqual([]);
  expect([...statuses.keys()]).toEqual([200]);
  expect(statuses.get(200)).toBeGreaterThan(RESTARTS);
  const written = await database.query<{ ims_org_id: string }>(
    'select ims_org_id from organization where name = ims_org_id',
  );
  expect(written.map((row) => row.ims_org_id).toSorted()).toEqual(made.toSorted());
  expect(followers.flatMap((follower) => follower.failures)).toEqual([]);
  // Every api that a socket was connected to has ended since.
  for (const { seen } of followers) expect(seen.connections).toBeGreaterThan(1);
  for (const { stop } of followers) await stop();
  await Promise.all(running.map(end));
});
