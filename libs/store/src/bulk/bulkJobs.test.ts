/** Bulk jobs: each item exactly once, whoever works, stops or dies. */
import { globalId } from '@keyway/core';
import { anOccurrence, requireAccepted, MAX_WAIT_MILLISECONDS } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BulkJobRecord } from '../index.ts';
import {
  ATTEST,
  RETRY,
  BulkWorld,
  START,
  VERIFY,
  CANCEL,
  APPROVAL,
  HAND_OFF,
  assigning,
} from '../testing/bulkWorld.ts';

const world = new BulkWorld();
const {
  startJob,
  cancel,
  workAll,
  shown,
  items,
  outcomes,
  count,
  organizations,
  viewed,
  aStarter,
} = world;
beforeAll(world.open);
beforeEach(world.renew);
afterAll(world.close);

describe('each item is done once', () => {
  it('by two workers at a time, with the starter and the job in history', async () => {
    const ids = await organizations(60);
    const job = await startJob([...ids, ids[0]!]);
    expect(job).toMatchObject({ status: 'RUNNING', total: 60, done: 0 });
    await workAll(world.store, world.other, world.store);
    expect(await shown(job)).toMatchObject({
      ...{ status: 'DONE', total: 60, done: 60, refused: 0, skipped: 0 },
      endedAt: expect.any(String),
    });
    expect(await count('run')).toBe(60);
    const found = await items(job);
    expect(found.map(({ organizationId }) => organizationId)).toEqual(ids);
    expect(new Set(found.map(({ runId }) => runId)).size).toBe(60);
    const [entry] = (await world.partner.store.history({ first: 1 }, { runId: found[7]!.runId! }))
      .edges;
    expect(entry!.node).toMatchObject({
      ...{ kind: 'runStarted', principal: world.starter.actor.principal, actor: 'Olga (console)' },
      data: { bulkJob: globalId('BulkJob', job.id) },
    });
    expect(await world.partner.store.verifyHistory(ids[7]!)).toMatchObject({ ok: true });
  });

  it('also where the worker loses its connection in the middle of its items', async () => {
    const ids = await organizations(30);
    const job = await startJob(ids);
    const client = new pg.Client({ connectionString: world.database.url });
    await client.connect();
    await client.query('begin');
    await client.query('select from chain_head where chain_id = $1 for update', [ids[10]]);
    const working = world.store.bulk.work();
    const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await vi.waitFor(
      async () => expect(await world.database.query(waiting)).not.toEqual([]),
      MAX_WAIT_MILLISECONDS,
    );
    // What others read of it is not there yet, and another worker takes what is left.
    expect(await count('run')).toBe(0);
    expect(await world.other.bulk.work()).toBe(5);
    await world.database.query(`select pg_terminate_backend(pid) from (${waiting}) as w`);
    await client.query('rollback');
    await client.end();
    await working;
    await workAll(world.other, world.store);
    expect(await shown(job)).toMatchObject({ status: 'DONE', done: 30, refused: 0 });
    expect(await count('run')).toBe(30);
  });

  it('also by two jobs on the same organizations in opposite order', async () => {
    const ids = await organizations(40);
    const jobs = [await startJob(ids), await startJob(ids.toReversed())];
    await workAll(world.store, world.other);
    const [one, two] = await Promise.all(jobs.map(shown));
    expect(one!.done + two!.done).toBe(40);
    expect(one!.refused + two!.refused).toBe(40);
    expect(await count('run')).toBe(40);
  });
});

describe('what the guards refuse', () => {
  it('is refused one by one, and the preview says the same and changes nothing', async () => {
    const [none, fresh, ended, ready] = (await organizations(4)) as [
      string,
      string,
      string,
      string,
    ];
    await world.partner.run(fresh);
    const { run } = await world.partner.run(ended);
    await world.partner.play((await world.partner.run(ready)).run.id, (builder) =>
      builder.at('approval'),
    );
    await startJob([ended], CANCEL);
    await workAll(world.store);
    expect((await world.partner.store.run(run.id))!.run.cancelled?.by.name).toBe('Olga');
    const ids = [none, fresh, ended, ready];
    const rights = {
      grants: [{ role: 'OPERATOR', organizationId: null }],
      makerGrants: null,
    } as const;
    const asking = {
      rights: { ...rights, scopes: ['runs:write'] },
      ...{ actor: world.starter.actor, now: new Date().toISOString() },
    };
    const expected = {
      VERIFY: ['organizationHasNoRun', 'DONE', 'runCancelled', 'DONE'],
      REQUEST_APPROVAL: ['organizationHasNoRun', 'stepLocked', 'runCancelled', 'DONE'],
      START_RUNS: ['DONE', 'runExistsOpen', 'DONE', 'runExistsOpen'],
      CANCEL_RUNS: ['DONE', 'DONE', 'DONE', 'DONE'],
      ASSIGN: ['organizationHasNoRun', 'DONE', 'runCancelled', 'DONE'],
      CREATE_HAND_OFFS: ['organizationHasNoRun', 'DONE', 'runCancelled', 'DONE'],
      RETRY_STEPS: ['organizationHasNoRun', 'stepLocked', 'runCancelled', 'stepDone'],
      ATTEST_STEPS: ['organizationHasNoRun', 'DONE', 'runCancelled', 'DONE'],
    };
    const all = [
      ...[VERIFY, APPROVAL, assigning(world.starter), HAND_OFF, RETRY, ATTEST],
      ...[START, CANCEL],
    ];
    for (const input of all) {
      const before = await count('history_entry');
      const problems = await world.partner.store.previewBulk(input, ids, asking);
      expect(await count('history_entry')).toBe(before);
      const job = await startJob(ids, input);
      await workAll(world.store);
      expect((await outcomes(job)).map(([, reason]) => reason)).toEqual(
        ids.map((id) => problems.get(id)?.reason),
      );
      expect((await outcomes(job)).map(([status, reason]) => reason ?? status)).toEqual(
        expected[input.action as keyof typeof expected],
      );
    }
  });
});

describe('canceling', () => {
  it('skips what is pending, and keeps what was done', async () => {
    const job = await startJob(await organizations(30));
    await world.store.bulk.work();
    expect(await cancel(job.id)).toMatchObject({
      ...{ status: 'CANCELLED', done: 25, skipped: 5, cancelledBy: 'Olga' },
    });
    expect(await cancel(job.id)).toEqual(await shown(job));
    await workAll(world.store, world.other);
    expect(await shown(job)).toMatchObject({ done: 25, skipped: 5 });
    expect(await count('run')).toBe(25);
  });

  it('by somebody who sees less since leaves the rest of their job to a worker', async () => {
    const [kept, gone] = [await world.partner.organization(), await world.partner.organization()];
    const limited = await aStarter('OPERATOR', [kept.imsOrgId, gone.imsOrgId]);
    const ids = [kept.id, gone.id];
    const job = await startJob(ids, START, limited, viewed(limited, ids));
    const cancelled = await viewed(limited, [kept.id]).mutate(
      { principal: limited.who, operation: 'cancelBulk', input: null },
      (unit) => unit.bulk.cancel(job.id, { ...anOccurrence(), actor: limited.actor }),
    );
    expect(requireAccepted(cancelled)).toMatchObject({ job: { status: 'CANCELLED', skipped: 1 } });
    await workAll(world.store);
    expect(await shown(job)).toMatchObject({ status: 'CANCELLED', skipped: 2, done: 0 });
    expect(await count('run')).toBe(0);
  });

  it('at the same time as workers leaves each item done or skipped', async () => {
    const job = await startJob(await organizations(60));
    await Promise.all([workAll(world.store, world.other), cancel(job.id), cancel(job.id)]);
    const { status, done, refused, skipped } = await shown(job);
    expect([done + skipped, refused]).toEqual([60, 0]);
    // Workers may be done with everything before.
    if (skipped > 0 || status !== 'DONE') expect(status).toBe('CANCELLED');
    expect(await count('run')).toBe(done);
  });
});

it('a job that was under way at a backup is stopped: nobody knows who stopped it since', async () => {
  const job = await startJob(await organizations(30));
  await world.store.bulk.work();
  await world.database.query(`update database_era set system_identifier = '1'`);
  await world.store.eras.beat();
  await workAll(world.store, world.other);
  expect(await shown(job)).toMatchObject({
    ...{ status: 'CANCELLED', done: 25, skipped: 5, cancelledBy: 'Keyway' },
  });
  expect(await count('run')).toBe(25);
});

it('an item whose run a newer version stored waits for that version', async () => {
  const ids = await organizations(2);
  await startJob(ids);
  await workAll(world.store);
  const packedBy = (version: number) =>
    world.database.query('update run set packed_state = set_byte(packed_state, 0, $1)', [version]);
  await packedBy(2);
  const job = await startJob(ids, ATTEST);
  for (const _ of [1, 2, 3, 4, 5, 6])
    await expect(world.store.bulk.work()).rejects.toThrow('newer than this program');
  expect(await shown(job)).toMatchObject({ status: 'RUNNING', done: 0, refused: 0 });
  await packedBy(1);
  await workAll(world.store);
  expect(await shown(job)).toMatchObject({ status: 'DONE', done: 2, refused: 0 });
});

describe('an item that fails unexpectedly', () => {
  it('is tried some times, is given up, and holds up no other', async () => {
    const ids = await organizations(3);
    await world.database.query(
      `create function fail_one() returns trigger language plpgsql as $$ begin
         if new.organization_id = '${ids[1]}' then raise exception 'broken'; end if; return new; end $$;
       create trigger fail_one before insert on run for each row execute function fail_one()`,
    );
    try {
      const job = await startJob(ids);
      await vi.waitFor(async () => {
        await workAll(world.store);
        expect((await shown(job)).status).toBe('DONE');
      }, MAX_WAIT_MILLISECONDS);
      expect(await outcomes(job)).toEqual([
        ['DONE', undefined],
        ['REFUSED', 'bulkItemFailed'],
        ['DONE', undefined],
      ]);
    } finally {
      await world.database.query('drop trigger fail_one on run; drop function fail_one()');
    }
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
    await workAll(world.store);
    const past = (days: number, { id }: BulkJobRecord): Promise<unknown> =>
      world.database.query(
        `update bulk_job set ended_at = now() - make_interval(days => ${days}) where id = $1`,
        [id],
      );
    await past(91, old);
    await past(89, recent);
    await past(91, open);
    await world.database.query(`update bulk_job set done = 0 where id = $1`, [open.id]);
    await world.store.system().sweep();
    expect(await world.partner.store.bulkJob(old.id)).toBeNull();
    expect(await items(old)).toEqual([]);
    expect(await items(recent)).toHaveLength(2);
    expect(await world.partner.store.bulkJob(open.id)).not.toBeNull();
    expect(await count('run')).toBe(2);
  });
});
