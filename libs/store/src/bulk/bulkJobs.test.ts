/**
 * Bulk jobs: each item exactly once, whoever works, stops or dies; with the rights that the starter
 * has when it is done.
 */
import { randomUUID } from 'node:crypto';
import { globalId, type BulkInput, type EventActor, type Role } from '@keyway/core';
import {
  aDatabase,
  aMember,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BulkItemRecord, BulkJobRecord, PartnerStore, Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let other: Store;
let partner: TestPartner;
let starter: Starter;
beforeAll(async () => {
  database = await aDatabase();
  [store, other] = [await database.store({ pollScale: 0.001 }), await database.store()];
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.query('delete from bulk_job');
  partner = await aPartner(database, store);
  starter = await aStarter();
});

interface Starter {
  id: string;
  who: string;
  actor: EventActor;
}
async function aStarter(role: Role = 'OPERATOR', imsOrgIds: string[] | null = null) {
  const { id, name } = await aMember(store, partner.partnerId, { name: 'Olga', role, imsOrgIds });
  const actor: EventActor = { principal: `member:${id}`, name, origin: 'console' };
  return { id, who: `MEMBER:${id}`, actor };
}
const organizations = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1)
    ids.push((await partner.organization({ name: `Bulk ${place}` })).id);
  return ids;
};
const viewed = ({ who }: Starter, organizationIds: string[] | null = null): PartnerStore =>
  store.forPartner({ partnerId: partner.partnerId, organizationIds, viewer: who });
const START: BulkInput = { action: 'START_RUNS', track: null, reason: null };
const VERIFY: BulkInput = { ...START, action: 'VERIFY' };
const CANCEL: BulkInput = { ...START, action: 'CANCEL_RUNS', reason: 'Begun by mistake.' };
const APPROVAL: BulkInput = { ...START, action: 'REQUEST_APPROVAL', track: 'AEP' };

async function startJob(
  organizationIds: readonly string[],
  input: BulkInput = START,
  by = starter,
  view = viewed(by),
): Promise<BulkJobRecord> {
  const started = await view.mutate(
    { principal: by.who, operation: 'startBulk', input: null },
    (unit) =>
      unit.bulk.start(
        { input, organizationIds, starter: by.who },
        { ...anOccurrence(), actor: by.actor },
      ),
  );
  return requireDone<{ job: BulkJobRecord }>(requireAccepted(started)).job;
}
const cancel = async (id: string, by = starter): Promise<BulkJobRecord> =>
  requireDone<{ job: BulkJobRecord }>(
    requireAccepted(
      await viewed(by).mutate({ principal: by.who, operation: 'cancelBulk', input: null }, (unit) =>
        unit.bulk.cancel(id, { ...anOccurrence(), actor: by.actor }),
      ),
    ),
  ).job;
async function workAll(...stores: Store[]): Promise<void> {
  const each = async ({ bulk }: Store): Promise<void> => {
    while ((await bulk.work()) > 0);
  };
  await Promise.all(stores.map(each));
}
const shown = async ({ id }: { id: string }): Promise<BulkJobRecord> =>
  (await partner.store.bulkJob(id))!;
async function items({ id }: { id: string }): Promise<BulkItemRecord[]> {
  const all: BulkItemRecord[] = [];
  for (let after: string | null = null; ;) {
    const page = await partner.store.bulkItems({ first: 100, after }, id);
    all.push(...page.edges.map(({ node }) => node));
    if (!page.hasNextPage) return all;
    after = page.edges.at(-1)!.cursor;
  }
}
const outcomes = async (job: { id: string }): Promise<(string | undefined)[][]> =>
  (await items(job)).map(({ status, refusal }) => [status, refusal?.reason]);
const count = async (table: string): Promise<number> =>
  (
    await database.query<{ count: number }>(
      `select count(*)::int as count from ${table} where partner_id = '${partner.partnerId}'`,
    )
  )[0]!.count;

describe('each item is done once', () => {
  it('by two workers at a time, with the starter and the job in history', async () => {
    const ids = await organizations(60);
    const job = await startJob([...ids, ids[0]!]);
    expect(job).toMatchObject({ status: 'RUNNING', total: 60, done: 0 });
    await workAll(store, other, store);
    expect(await shown(job)).toMatchObject({
      ...{ status: 'DONE', total: 60, done: 60, refused: 0, skipped: 0 },
      endedAt: expect.any(String),
    });
    expect(await count('run')).toBe(60);
    const found = await items(job);
    expect(found.map(({ organizationId }) => organizationId)).toEqual(ids);
    expect(new Set(found.map(({ runId }) => runId)).size).toBe(60);
    const [entry] = (await partner.store.history({ first: 1 }, { runId: found[7]!.runId! })).edges;
    expect(entry!.node).toMatchObject({
      ...{ kind: 'runStarted', principal: starter.actor.principal, actor: 'Olga (console)' },
      data: { bulkJob: globalId('BulkJob', job.id) },
    });
    expect(await partner.store.verifyHistory(ids[7]!)).toMatchObject({ ok: true });
  }, 60_000);

  it('also where the worker loses its connection in the middle of its items', async () => {
    const ids = await organizations(30);
    const job = await startJob(ids);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('begin');
    await client.query('select from chain_head where chain_id = $1 for update', [ids[10]]);
    const working = store.bulk.work();
    const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await vi.waitFor(async () => expect(await database.query(waiting)).not.toEqual([]), 5_000);
    // What others read of it is not there yet, and another worker takes what is left.
    expect(await count('run')).toBe(0);
    expect(await other.bulk.work()).toBe(5);
    await database.query(`select pg_terminate_backend(pid) from (${waiting}) as w`);
    await client.query('rollback');
    await client.end();
    await working;
    await workAll(other, store);
    expect(await shown(job)).toMatchObject({ status: 'DONE', done: 30, refused: 0 });
    expect(await count('run')).toBe(30);
  }, 60_000);

  it('also by two jobs on the same organizations in opposite order', async () => {
    const ids = await organizations(40);
    const jobs = [await startJob(ids), await startJob(ids.toReversed())];
    await workAll(store, other);
    const [one, two] = await Promise.all(jobs.map(shown));
    expect(one!.done + two!.done).toBe(40);
    expect(one!.refused + two!.refused).toBe(40);
    expect(await count('run')).toBe(40);
  }, 60_000);
});

describe('what the guards refuse', () => {
  it('is refused one by one, and the preview says the same and changes nothing', async () => {
    const [none, fresh, ended, ready] = (await organizations(4)) as [
      string,
      string,
      string,
      string,
    ];
    await partner.run(fresh);
    const { run } = await partner.run(ended);
    await partner.play((await partner.run(ready)).run.id, (builder) => builder.at('approval'));
    await startJob([ended], CANCEL);
    await workAll(store);
    expect((await partner.store.run(run.id))!.run.cancelled?.by.name).toBe('Olga');
    const ids = [none, fresh, ended, ready];
    const rights = {
      grants: [{ role: 'OPERATOR', organizationId: null }],
      makerGrants: null,
    } as const;
    const asking = {
      rights: { ...rights, scopes: ['runs:write'] },
      ...{ actor: starter.actor, now: new Date().toISOString() },
    };
    const expected = {
      VERIFY: ['organizationHasNoRun', 'DONE', 'runCancelled', 'DONE'],
      REQUEST_APPROVAL: ['organizationHasNoRun', 'stepLocked', 'runCancelled', 'DONE'],
      START_RUNS: ['DONE', 'runExistsOpen', 'DONE', 'runExistsOpen'],
      CANCEL_RUNS: ['DONE', 'DONE', 'DONE', 'DONE'],
    };
    for (const input of [VERIFY, APPROVAL, START, CANCEL]) {
      const before = await count('history_entry');
      const problems = await partner.store.previewBulk(input, ids, asking);
      expect(await count('history_entry')).toBe(before);
      const job = await startJob(ids, input);
      await workAll(store);
      expect((await outcomes(job)).map(([, reason]) => reason)).toEqual(
        ids.map((id) => problems.get(id)?.reason),
      );
      expect((await outcomes(job)).map(([status, reason]) => reason ?? status)).toEqual(
        expected[input.action],
      );
    }
  }, 60_000);
});

describe('the starter’s rights', () => {
  it('are those of the moment: what was taken away since is refused', async () => {
    const kept = await partner.organization({ name: 'Kept' });
    const gone = await partner.organization({ name: 'Gone' });
    const limited = await aStarter('OPERATOR', [kept.imsOrgId, gone.imsOrgId]);
    const seen = [kept.id, gone.id];
    const job = await startJob(seen, START, limited, viewed(limited, seen));
    const grant = `delete from member_grant where member_id = '${limited.id}' and organization_id`;
    await database.query(`${grant} = '${gone.id}'`);
    await workAll(store);
    expect(await outcomes(job)).toEqual([
      ['DONE', undefined],
      ['REFUSED', 'bulkOrganizationUnseen'],
    ]);
    const reading = await startJob(seen, CANCEL, limited, viewed(limited, seen));
    await database.query(
      `update member_grant set role = 'AUDITOR' where member_id = '${limited.id}'`,
    );
    await workAll(store);
    expect((await outcomes(reading))[0]).toEqual(['REFUSED', 'roleMissing']);
    expect(await shown(reading)).toMatchObject({ status: 'DONE', done: 0, refused: 2 });
  });

  it('end with the member, and the rest is skipped', async () => {
    const job = await startJob(await organizations(30));
    await store.bulk.work();
    await database.query('update member set removed_at = now() where id = $1', [starter.id]);
    await workAll(store);
    expect(await shown(job)).toMatchObject({ status: 'CANCELLED', done: 25, skipped: 5 });
    expect((await outcomes(job)).at(-1)).toEqual(['SKIPPED', 'bulkStarterGone']);
    expect(await count('run')).toBe(25);
  }, 30_000);

  it('are asked in four eyes: whoever requested by a job can’t approve', async () => {
    const [id] = (await organizations(1)) as [string];
    const { run } = await partner.run(id);
    await partner.play(run.id, (builder) => builder.at('approval'));
    await startJob([id], APPROVAL);
    await workAll(store);
    const request = (await partner.store.run(run.id))!.run.tracks.AEP.approval;
    expect(JSON.stringify(request)).toContain(starter.actor.principal);
  });
});

describe('canceling', () => {
  it('skips what is pending, and keeps what was done', async () => {
    const job = await startJob(await organizations(30));
    await store.bulk.work();
    expect(await cancel(job.id)).toMatchObject({
      ...{ status: 'CANCELLED', done: 25, skipped: 5, cancelledBy: 'Olga' },
    });
    expect(await cancel(job.id)).toEqual(await shown(job));
    await workAll(store, other);
    expect(await shown(job)).toMatchObject({ done: 25, skipped: 5 });
    expect(await count('run')).toBe(25);
  }, 30_000);

  it('by somebody who sees less since leaves the rest of their job to a worker', async () => {
    const [kept, gone] = [await partner.organization(), await partner.organization()];
    const limited = await aStarter('OPERATOR', [kept.imsOrgId, gone.imsOrgId]);
    const ids = [kept.id, gone.id];
    const job = await startJob(ids, START, limited, viewed(limited, ids));
    const cancelled = await viewed(limited, [kept.id]).mutate(
      { principal: limited.who, operation: 'cancelBulk', input: null },
      (unit) => unit.bulk.cancel(job.id, { ...anOccurrence(), actor: limited.actor }),
    );
    expect(requireAccepted(cancelled)).toMatchObject({ job: { status: 'CANCELLED', skipped: 1 } });
    await workAll(store);
    expect(await shown(job)).toMatchObject({ status: 'CANCELLED', skipped: 2, done: 0 });
    expect(await count('run')).toBe(0);
  });

  it('at the same time as workers leaves each item done or skipped', async () => {
    const job = await startJob(await organizations(60));
    await Promise.all([workAll(store, other), cancel(job.id), cancel(job.id)]);
    const { status, done, refused, skipped } = await shown(job);
    expect([done + skipped, refused]).toEqual([60, 0]);
    // Workers may be done with everything before.
    if (skipped > 0 || status !== 'DONE') expect(status).toBe('CANCELLED');
    expect(await count('run')).toBe(done);
  }, 60_000);
});

describe('an item that fails unexpectedly', () => {
  it('is tried some times, is given up, and holds up no other', async () => {
    const ids = await organizations(3);
    await database.query(
      `create function fail_one() returns trigger language plpgsql as $$ begin
         if new.organization_id = '${ids[1]}' then raise exception 'broken'; end if; return new; end $$;
       create trigger fail_one before insert on run for each row execute function fail_one()`,
    );
    try {
      const job = await startJob(ids);
      await vi.waitFor(async () => {
        await workAll(store);
        expect((await shown(job)).status).toBe('DONE');
      }, 20_000);
      expect(await outcomes(job)).toEqual([
        ['DONE', undefined],
        ['REFUSED', 'bulkItemFailed'],
        ['DONE', undefined],
      ]);
    } finally {
      await database.query('drop trigger fail_one on run; drop function fail_one()');
    }
  }, 30_000);
});

describe('viewers of some organizations', () => {
  it('see the jobs that they started, and items of their organizations', async () => {
    const [mine, hidden] = (await organizations(2)) as [string, string];
    const job = await startJob([mine, hidden]);
    const limited = await aStarter();
    const view = viewed(limited, [mine]);
    expect(await view.bulkJob(job.id)).toBeNull();
    expect((await view.bulkJobs({ first: 10 })).edges).toEqual([]);
    const refused = await view.mutate(
      { principal: limited.who, operation: 't', input: null },
      async (unit) => [
        await unit.bulk.cancel(job.id, anOccurrence()),
        await unit.bulk.start(
          { input: START, organizationIds: [randomUUID()], starter: limited.who },
          anOccurrence(),
        ),
      ],
    );
    expect(requireAccepted(refused)).toMatchObject([
      { refusal: { reason: 'bulkJobNotFound' } },
      { refusal: { reason: 'organizationNotFound' } },
    ]);
    const own = await startJob([mine], START, limited, view);
    expect((await view.bulkJobs({ first: 10 })).edges.map(({ node }) => node.id)).toEqual([own.id]);
    expect((await view.bulkItems({ first: 10 }, job.id)).edges).toHaveLength(1);
    expect((await shown(job)).status).toBe('RUNNING');
  });
});
