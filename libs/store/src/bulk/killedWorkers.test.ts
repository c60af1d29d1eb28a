/**
 * Processes that work on a bulk job and are killed or stopped at any moment: each item is done once
 * all the same, and a stopped one writes nothing when it continues.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  aDatabase,
  aMember,
  anImsOrgId,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestDatabase,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BulkJobRecord, NewOrganization, OrganizationRecord, Store } from '../index.ts';

const ORGANIZATIONS = 400;
let database: TestDatabase;
let store: Store;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await database.close();
});

const PROGRAM = `
  const { openStore } = await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)});
  const store = await openStore(JSON.parse(process.env.OPTIONS));
  process.stdout.write('ready');
  for (;;) if (!(await store.bulk.work().catch(() => 0))) await new Promise((resolve) => setTimeout(resolve, 20));`;

async function aWorker(): Promise<ChildProcess> {
  const options = {
    url: database.runtimeUrl,
    migrationUrl: database.url,
    dataDir: database.dataDir,
  };
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(
    process.execPath,
    ['--conditions=@keyway/source', '--input-type=module', '--eval', PROGRAM],
    {
      env: { PATH, NODE_COMPILE_CACHE, OPTIONS: JSON.stringify(options) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.add(child);
  await once(child.stdout, 'data');
  return child;
}

it('each item is done once by processes that are killed and stopped in the middle', async () => {
  const partner = await aPartner(database, store);
  const member = await aMember(store, partner.partnerId, { role: 'OPERATOR' });
  const request = { principal: `MEMBER:${member.id}`, operation: 't', input: null };
  const rows = Array.from({ length: ORGANIZATIONS }, (_, place): NewOrganization => ({
    ...{ name: `Bulk ${place}`, imsOrgId: anImsOrgId(), cloud: 'AZURE', region: 'VA7' },
    ...{ shield: 'HEALTHCARE_SHIELD', ownsCja: false, azureTenantId: null },
  }));
  const workers = [await aWorker(), await aWorker(), await aWorker()];
  const { created } = requireDone<{ created: OrganizationRecord[] }>(
    requireAccepted(
      await partner.store.mutate(request, (unit) =>
        unit.organizations.createMany(rows, anOccurrence),
      ),
    ),
  );
  const { job } = requireDone<{ job: BulkJobRecord }>(
    requireAccepted(
      await partner.store.mutate(request, (unit) =>
        unit.bulk.start(
          {
            input: { action: 'START_RUNS', track: null, reason: null },
            organizationIds: created.map(({ id }) => id),
            starter: `MEMBER:${member.id}`,
          },
          anOccurrence(),
        ),
      ),
    ),
  );
  const shown = async () => (await partner.store.bulkJob(job.id))!;
  const until = async (isReached: (job: BulkJobRecord) => boolean): Promise<void> => {
    while (!isReached(await shown())) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(({ done }) => done >= 50);
  workers[0]!.kill('SIGKILL');
  workers[1]!.kill('SIGSTOP');
  await until(({ done }) => done >= 150);
  workers[2]!.kill('SIGKILL');
  const last = await aWorker();
  await until(({ done }) => done >= 250);
  last.kill('SIGSTOP');
  await aWorker();
  await until(({ status }) => status === 'DONE');
  // What the stopped ones had begun ended with their sessions, and they write nothing any more.
  for (const stopped of [workers[1]!, last]) stopped.kill('SIGCONT');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await shown()).toMatchObject({ done: ORGANIZATIONS, refused: 0, skipped: 0 });
  const [counts] = await database.query(
    `select count(*)::int as entries, count(distinct organization_id)::int as organizations, count(distinct run_id)::int as runs
     from history_entry where kind = 'runStarted'`,
  );
  expect(counts).toEqual({
    ...{ entries: ORGANIZATIONS, organizations: ORGANIZATIONS, runs: ORGANIZATIONS },
  });
  const [items] = await database.query(
    `select count(distinct run_id)::int as runs from bulk_item where status = 'DONE' and attempts = 0`,
  );
  expect(items).toEqual({ runs: ORGANIZATIONS });
}, 120_000);
