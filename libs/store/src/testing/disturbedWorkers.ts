/** Processes that work on bulk jobs, of which most are killed or stopped in the middle. */
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
import { afterAll, beforeAll, expect } from 'vitest';
import type { BulkJobRecord, NewOrganization, OrganizationRecord, Store } from '../index.ts';
import type { MutationRequest } from '../tenancy/mutation.ts';
import { keysFor } from './bulkWorld.ts';

const PROGRAM = `
  const { openStore } = await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)});
  const store = await openStore(JSON.parse(process.env.OPTIONS));
  process.stdout.write('ready');
  for (;;) if (!(await store.bulk.work().catch(() => 0))) await new Promise((resolve) => setTimeout(resolve, 20));`;

/** Of one kind: how many entries, of how many organizations and runs. */
export interface EntryCounts {
  entries: number;
  organizations: number;
  runs: number;
}

/** A partner with so many organizations, whose jobs are done by processes that die. */
export class DisturbedWorkers {
  readonly organizations: number;
  database!: TestDatabase;
  store!: Store;
  partner!: TestPartner;
  member!: { id: string; name: string };
  ids: string[] = [];
  #request!: MutationRequest;
  #actor!: EventActor;
  readonly #children = new Set<ChildProcess>();

  constructor(organizations: number) {
    this.organizations = organizations;
    beforeAll(() => this.#open());
    afterAll(async () => {
      for (const child of this.#children) child.kill('SIGKILL');
      await this.database.close();
    });
  }

  /** What history has of something that was done once for each. */
  get once(): EntryCounts {
    const { organizations } = this;
    return { entries: organizations, organizations, runs: organizations };
  }

  async entriesOf(kind: string): Promise<EntryCounts> {
    const [counts] = await this.database.query<EntryCounts>(
      `select count(*)::int as entries, count(distinct organization_id)::int as organizations, count(distinct run_id)::int as runs
       from history_entry where kind = '${kind}'`,
    );
    return counts!;
  }

  /** Does a job by processes of which most are killed or stopped in the middle. */
  async survive(input: BulkInput): Promise<BulkJobRecord> {
    const workers = [await this.#aWorker(), await this.#aWorker(), await this.#aWorker()];
    const job = await this.#startJob(input);
    await this.#until(job, ({ done }) => done >= this.organizations / 8);
    workers[0]!.kill('SIGKILL');
    workers[1]!.kill('SIGSTOP');
    await this.#until(job, ({ done }) => done >= (this.organizations * 3) / 8);
    workers[2]!.kill('SIGKILL');
    const last = await this.#aWorker();
    await this.#until(job, ({ done }) => done >= (this.organizations * 5) / 8);
    last.kill('SIGSTOP');
    const survivor = await this.#aWorker();
    await this.#until(job, ({ status }) => status === 'DONE');
    // What the stopped ones had begun ended with their sessions, and they write nothing any more.
    for (const stopped of [workers[1]!, last]) stopped.kill('SIGCONT');
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const child of [workers[1]!, last, survivor]) child.kill('SIGKILL');
    const all = { done: this.organizations, refused: 0, skipped: 0 };
    expect(await this.#shown(job)).toMatchObject(all);
    const [items] = await this.database.query(
      `select count(distinct run_id)::int as runs from bulk_item where status = 'DONE' and attempts = 0 and job_id = '${job.id}'`,
    );
    expect(items).toEqual({ runs: this.organizations });
    return job;
  }

  async #open(): Promise<void> {
    this.database = await aDatabase();
    this.store = await this.database.store();
    this.partner = await aPartner(this.database, this.store);
    const person = { role: 'OPERATOR', name: 'Olga' } as const;
    const { id } = await aMember(this.store, this.partner.partnerId, person);
    this.member = { id, name: 'Olga' };
    this.#request = { principal: `MEMBER:${id}`, operation: 't', input: null };
    this.#actor = { principal: `member:${id}`, name: 'Olga', origin: 'console' };
    const rows = Array.from({ length: this.organizations }, (_, place): NewOrganization => ({
      ...{ name: `Bulk ${place}`, imsOrgId: anImsOrgId(), cloud: 'AZURE', region: 'VA7' },
      ...{ shield: 'HEALTHCARE_SHIELD', ownsCja: false, azureTenantId: null },
    }));
    const made = await this.partner.store.mutate(this.#request, (unit) =>
      unit.organizations.createMany(rows, anOccurrence),
    );
    const { created } = requireDone<{ created: OrganizationRecord[] }>(requireAccepted(made));
    this.ids = created.map(({ id: one }) => one);
  }

  async #aWorker(): Promise<ChildProcess> {
    const { runtimeUrl: url, url: migrationUrl, dataDir } = this.database;
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const OPTIONS = JSON.stringify({ url, migrationUrl, dataDir });
    const child = spawn(
      process.execPath,
      ['--conditions=@keyway/source', '--input-type=module', '--eval', PROGRAM],
      { env: { PATH, NODE_COMPILE_CACHE, OPTIONS }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#children.add(child);
    await once(child.stdout, 'data');
    return child;
  }

  async #startJob(input: BulkInput): Promise<BulkJobRecord> {
    const { ids: organizationIds } = this;
    const keys = input.action === 'PROVIDE_KEYS' ? keysFor(organizationIds) : null;
    const started = await this.partner.store.mutate(this.#request, (unit) =>
      unit.bulk.start(
        { input, organizationIds, starter: this.#request.principal, ...(keys && { keys }) },
        { ...anOccurrence(), actor: this.#actor },
      ),
    );
    return requireDone<{ job: BulkJobRecord }>(requireAccepted(started)).job;
  }

  async #shown({ id }: { id: string }): Promise<BulkJobRecord> {
    return (await this.partner.store.bulkJob(id))!;
  }

  async #until(job: { id: string }, isReached: (job: BulkJobRecord) => boolean): Promise<void> {
    while (!isReached(await this.#shown(job)))
      await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
