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
const HAND_OFF: BulkInput = {
  ...{ ...START, action: 'CREATE_HAND_OFFS' },
  handOff: { actor: 'AZURE_ADMIN', note: null, expiresAt: null },
};
const assigning = ({ id, actor }: Starter): BulkInput => ({
  ...{ ...START, action: 'ASSIGN' },
  assignment: { owner: { memberId: id, name: actor.name } },
});

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
      ASSIGN: ['organizationHasNoRun', 'DONE', 'runCancelled', 'DONE'],
      CREATE_HAND_OFFS: ['organizationHasNoRun', 'DONE', 'runCancelled', 'DONE'],
    };
    const all = [VERIFY, APPROVAL, assigning(starter), HAND_OFF, START, CANCEL];
    for (const input of all) {
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

describe('assigning', () => {
  it('keeps what it does not name, and asks for each organization whether the owner sees it', async () => {
    const [here, there] = [await partner.organization(), await partner.organization()];
    const runs = [(await partner.run(here.id)).run, (await partner.run(there.id)).run];
    const limited = await aStarter('OPERATOR', [here.imsOrgId]);
    const ids = [here.id, there.id];
    const dueAt = '2090-01-01T00:00:00.000Z';
    await startJob(ids, { ...START, action: 'ASSIGN', assignment: { dueAt } });
    // Of two jobs at once, either may come first to an organization.
    await workAll(store, other);
    const job = await startJob(ids, assigning(limited));
    await workAll(store, other);
    expect(await outcomes(job)).toEqual([
      ['DONE', undefined],
      ['REFUSED', 'ownerWithoutAccess'],
    ]);
    const owners = await Promise.all(
      runs.map(async ({ id }) => {
        const { run } = (await partner.store.run(id))!;
        return [run.owner?.memberId, run.dueAt];
      }),
    );
    expect(owners).toEqual([
      [limited.id, dueAt],
      [undefined, dueAt],
    ]);
    const [entry] = (await partner.store.history({ first: 1 }, { runId: runs[0]!.id })).edges;
    expect(entry!.node).toMatchObject({
      ...{ kind: 'runAssigned', principal: starter.actor.principal },
      data: { bulkJob: globalId('BulkJob', job.id) },
    });
    await database.query('update member set removed_at = now() where id = $1', [limited.id]);
    const gone = await startJob([here.id], assigning(limited));
    await workAll(store);
    expect(await outcomes(gone)).toEqual([['REFUSED', 'ownerRemoved']]);
    expect(await partner.store.verifyHistory(here.id)).toMatchObject({ ok: true });
  });
});

describe('links', () => {
  const tokensOf = async (view: PartnerStore, job: BulkJobRecord): Promise<string[]> => [
    ...(await view.bulkLinks(job.id, [...Array(50).keys()])).values(),
  ];

  it('are read by the starter alone, for a day, and stand nowhere in the clear', async () => {
    const ids = await organizations(12);
    for (const id of ids) await partner.run(id);
    const job = await startJob(ids, HAND_OFF);
    await workAll(store, other);
    expect(await shown(job)).toMatchObject({ status: 'DONE', done: 12 });
    const tokens = await tokensOf(viewed(starter), job);
    expect(new Set(tokens).size).toBe(12);
    const handOffs = await Promise.all(
      tokens.map((token) => store.system().authenticateHandOff(token)),
    );
    expect(handOffs.map((found) => found?.organizationId)).toEqual(ids);
    const dump = JSON.stringify(
      await Promise.all(
        ['bulk_link', 'bulk_item', 'bulk_job', 'hand_off', 'history_entry', 'idempotency'].map(
          (table) => database.query(`select to_jsonb(t)::text from ${table} t`),
        ),
      ),
    );
    for (const token of tokens) {
      expect(dump).not.toContain(token);
      expect(dump).not.toContain(Buffer.from(token).toString('hex'));
    }
    const colleague = await aStarter('OWNER');
    const ofToken = { ...starter, who: `TOKEN:${starter.id}` };
    const foreign = await aPartner(database, store);
    const theirs = store.forPartner({
      ...{ partnerId: foreign.partnerId, organizationIds: null, viewer: starter.who },
    });
    const others = [viewed(colleague), viewed(ofToken), viewed(colleague, ids), theirs];
    for (const view of [...others, partner.store, viewed(starter, [])]) {
      expect(await tokensOf(view, job)).toEqual([]);
      expect(await view.bulkLinksEnd(job.id)).toBeNull();
    }
    expect(await tokensOf(viewed(starter, ids.slice(0, 2)), job)).toHaveLength(2);
    expect(await viewed(starter).bulkLinksEnd(job.id)).not.toBeNull();
    await database.query(`update bulk_link set ends_at = now() where position <= 11`);
    expect(await tokensOf(viewed(starter), job)).toEqual(tokens.slice(11));
    await store.system().sweep();
    expect(await count('bulk_link')).toBe(1);
  }, 60_000);

  it('open in their own place alone', async () => {
    const ids = await organizations(2);
    for (const id of ids) await partner.run(id);
    const job = await startJob(ids, HAND_OFF);
    await workAll(store);
    await database.query(
      `update bulk_link l set sealed = o.sealed from bulk_link o
       where l.job_id = o.job_id and l.position <> o.position and l.position = 1`,
    );
    expect(await tokensOf(viewed(starter), job)).toHaveLength(1);
  });

  it('are made once, where a worker loses its connection after it made some', async () => {
    const ids = await organizations(10);
    for (const id of ids) await partner.run(id);
    const job = await startJob(ids, HAND_OFF);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('begin');
    await client.query('select from chain_head where chain_id = $1 for update', [
      ids.toSorted()[7],
    ]);
    const working = store.bulk.work().catch(() => 0);
    const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await vi.waitFor(async () => expect(await database.query(waiting)).not.toEqual([]), 5_000);
    await database.query(`select pg_terminate_backend(pid) from (${waiting}) as w`);
    await client.query('rollback');
    await client.end();
    await working;
    await workAll(other, store);
    expect(await shown(job)).toMatchObject({ status: 'DONE', done: 10, refused: 0 });
    expect(await count('hand_off')).toBe(10);
    expect(await tokensOf(viewed(starter), job)).toHaveLength(10);
  }, 60_000);

  it('are refused where the end that somebody chose is over, and have the usual one otherwise', async () => {
    const [id] = (await organizations(1)) as [string];
    const { run } = await partner.run(id);
    const expiresAt = '2020-01-01T00:00:00.000Z';
    const late = { ...HAND_OFF, handOff: { ...HAND_OFF.handOff!, expiresAt } };
    const job = await startJob([id], late);
    await startJob([id], HAND_OFF);
    await workAll(store);
    expect(await outcomes(job)).toEqual([['REFUSED', 'timeInPast']]);
    const [handOff, ...rest] = await partner.store.handOffs([run.id]);
    expect(rest).toEqual([]);
    const days = (Date.parse(handOff!.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(14);
  });
});

describe('a job that ended', () => {
  it('is forgotten after 90 days, with its items; an open one never is', async () => {
    const ids = await organizations(2);
    const [old, recent, open] = [
      await startJob(ids),
      await startJob(ids, VERIFY),
      await startJob(ids, CANCEL),
    ];
    await workAll(store);
    const past = (days: number, { id }: BulkJobRecord): Promise<unknown> =>
      database.query(
        `update bulk_job set ended_at = now() - make_interval(days => ${days}) where id = $1`,
        [id],
      );
    await past(91, old);
    await past(89, recent);
    await past(91, open);
    await database.query(`update bulk_job set done = 0 where id = $1`, [open.id]);
    await store.system().sweep();
    expect(await partner.store.bulkJob(old.id)).toBeNull();
    expect(await items(old)).toEqual([]);
    expect(await items(recent)).toHaveLength(2);
    expect(await partner.store.bulkJob(open.id)).not.toBeNull();
    expect(await count('run')).toBe(2);
  });
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
