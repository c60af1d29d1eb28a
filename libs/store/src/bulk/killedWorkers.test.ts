/**
 * Processes that work on a bulk job and are killed or stopped at any moment: each item is done once
 * all the same, and a stopped one writes nothing when it continues.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { BulkInput, EventActor } from '@keyway/core';
import {
  aDatabase,
  aMember,
  anImsOrgId,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BulkJobRecord, NewOrganization, OrganizationRecord, Store } from '../index.ts';
import type { MutationRequest } from '../tenancy/mutation.ts';
import { keysFor } from '../testing/bulkWorld.ts';

const ORGANIZATIONS = 400;
let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let request: MutationRequest;
let actor: EventActor;
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

const shown = async (job: { id: string }) => (await partner.store.bulkJob(job.id))!;
async function until(
  job: { id: string },
  isReached: (job: BulkJobRecord) => boolean,
): Promise<void> {
  while (!isReached(await shown(job))) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function startJob(input: BulkInput, organizationIds: string[]): Promise<BulkJobRecord> {
  const keys = input.action === 'PROVIDE_KEYS' ? keysFor(organizationIds) : null;
  const started = await partner.store.mutate(request, (unit) =>
    unit.bulk.start(
      { input, organizationIds, starter: request.principal, ...(keys && { keys }) },
      { ...anOccurrence(), actor },
    ),
  );
  return requireDone<{ job: BulkJobRecord }>(requireAccepted(started)).job;
}

/** Does a job by processes of which most are killed or stopped in the middle. */
async function survive(input: BulkInput, organizationIds: string[]): Promise<BulkJobRecord> {
  const workers = [await aWorker(), await aWorker(), await aWorker()];
  const job = await startJob(input, organizationIds);
  await until(job, ({ done }) => done >= 50);
  workers[0]!.kill('SIGKILL');
  workers[1]!.kill('SIGSTOP');
  await until(job, ({ done }) => done >= 150);
  workers[2]!.kill('SIGKILL');
  const last = await aWorker();
  await until(job, ({ done }) => done >= 250);
  last.kill('SIGSTOP');
  const survivor = await aWorker();
  await until(job, ({ status }) => status === 'DONE');
  // What the stopped ones had begun ended with their sessions, and they write nothing any more.
  for (const stopped of [workers[1]!, last]) stopped.kill('SIGCONT');
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const child of [workers[1]!, last, survivor]) child.kill('SIGKILL');
  expect(await shown(job)).toMatchObject({ done: ORGANIZATIONS, refused: 0, skipped: 0 });
  const [items] = await database.query(
    `select count(distinct run_id)::int as runs from bulk_item where status = 'DONE' and attempts = 0 and job_id = '${job.id}'`,
  );
  expect(items).toEqual({ runs: ORGANIZATIONS });
  return job;
}

/** Of one kind: how many entries, of how many organizations and runs. */
const entriesOf = async (kind: string) =>
  (
    await database.query(
      `select count(*)::int as entries, count(distinct organization_id)::int as organizations, count(distinct run_id)::int as runs
       from history_entry where kind = '${kind}'`,
    )
  )[0];
const ONCE = { entries: ORGANIZATIONS, organizations: ORGANIZATIONS, runs: ORGANIZATIONS };

it('each item is done once by processes that are killed and stopped in the middle', async () => {
  partner = await aPartner(database, store);
  const member = await aMember(store, partner.partnerId, { role: 'OPERATOR', name: 'Olga' });
  request = { principal: `MEMBER:${member.id}`, operation: 't', input: null };
  actor = { principal: `member:${member.id}`, name: 'Olga', origin: 'console' };
  const rows = Array.from({ length: ORGANIZATIONS }, (_, place): NewOrganization => ({
    ...{ name: `Bulk ${place}`, imsOrgId: anImsOrgId(), cloud: 'AZURE', region: 'VA7' },
    ...{ shield: 'HEALTHCARE_SHIELD', ownsCja: false, azureTenantId: null },
  }));
  const { created } = requireDone<{ created: OrganizationRecord[] }>(
    requireAccepted(
      await partner.store.mutate(request, (unit) =>
        unit.organizations.createMany(rows, anOccurrence),
      ),
    ),
  );
  const ids = created.map(({ id }) => id);
  const nothing = { track: null, reason: null };
  await survive({ ...nothing, action: 'START_RUNS' }, ids);
  expect(await entriesOf('runStarted')).toEqual(ONCE);
  await survive({ ...nothing, action: 'PROVIDE_KEYS' }, ids);
  expect(await entriesOf('keyProvided')).toEqual(ONCE);
  const ofStep = { track: 'AEP', step: 'ENTITLEMENT', reason: null } as const;
  const attestation = { statement: 'Contract C-1 names the add-on', reference: 'C-1' };
  await survive({ ...ofStep, action: 'ATTEST_STEPS', attestation }, ids);
  expect(await entriesOf('stepAttested')).toEqual(ONCE);
  const owner = { memberId: member.id, name: 'Olga' };
  await survive({ ...nothing, action: 'ASSIGN', assignment: { owner } }, ids);
  expect(await entriesOf('runAssigned')).toEqual(ONCE);
  const handOff = { actor: 'AZURE_ADMIN', note: null, expiresAt: null } as const;
  const { id } = await survive({ ...nothing, action: 'CREATE_HAND_OFFS', handOff }, ids);
  expect(await entriesOf('handOffCreated')).toEqual(ONCE);
  const [links] = await database.query(
    `select (select count(*)::int from bulk_link where job_id = '${id}') as links, count(*)::int as "handOffs", count(distinct run_id)::int as runs from hand_off`,
  );
  expect(links).toEqual({ links: ORGANIZATIONS, handOffs: ORGANIZATIONS, runs: ORGANIZATIONS });
});
