/** Bulk jobs act with the rights that their starter has when an item is done. */
import { randomUUID } from 'node:crypto';
import { globalId } from '@keyway/core';
import { anOccurrence, requireAccepted, MAX_WAIT_MILLISECONDS } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../index.ts';
import { anArchived } from '../testing/anArchived.ts';
import {
  BulkWorld,
  START,
  CANCEL,
  APPROVAL,
  assigning,
  type Starter,
} from '../testing/bulkWorld.ts';

const world = new BulkWorld();
const { startJob, workAll, shown, outcomes, count, organizations, viewed, aStarter } = world;
beforeAll(world.open);
beforeEach(world.renew);
afterAll(world.close);

describe('the starter’s rights', () => {
  it('are those of the moment: what was taken away since is refused', async () => {
    const kept = await world.partner.organization({ name: 'Kept' });
    const gone = await world.partner.organization({ name: 'Gone' });
    const limited = await aStarter('OPERATOR', [kept.imsOrgId, gone.imsOrgId]);
    const seen = [kept.id, gone.id];
    const job = await startJob(seen, START, limited, viewed(limited, seen));
    const grant = `delete from member_grant where member_id = '${limited.id}' and organization_id`;
    await world.database.query(`${grant} = '${gone.id}'`);
    await workAll(world.store);
    expect(await outcomes(job)).toEqual([
      ['DONE', undefined],
      ['REFUSED', 'bulkOrganizationUnseen'],
    ]);
    const reading = await startJob(seen, CANCEL, limited, viewed(limited, seen));
    await world.database.query(
      `update member_grant set role = 'AUDITOR' where member_id = '${limited.id}'`,
    );
    await workAll(world.store);
    expect((await outcomes(reading))[0]).toEqual(['REFUSED', 'roleMissing']);
    expect(await shown(reading)).toMatchObject({ status: 'DONE', done: 0, refused: 2 });
  });

  it('an organization that is being deleted is refused, also to who sees all', async () => {
    const { database, partner } = world;
    const { id, runId } = await anArchived(database, partner);
    const sweeping = await database.store({ retention: { archivedDays: 30 } });
    const held = `select from run where id = '${runId}' for update`;
    await database.holding(held, () => sweeping.system().sweep());
    const job = await startJob(await organizations(1));
    // Its transaction was open while the organization was marked.
    await database.query(
      `insert into bulk_item (job_id, position, partner_id, organization_id) values ($1, 2, $2, $3)`,
      [job.id, partner.partnerId, id],
    );
    await database.query('update bulk_job set total = 2 where id = $1', [job.id]);
    await workAll(world.store);
    expect(await shown(job)).toMatchObject({ status: 'DONE', done: 1, refused: 1 });
    await sweeping.system().sweep();
    expect(await database.query('select from organization where id = $1', [id])).toEqual([]);
    await sweeping.close();
  });

  it('end with the member, and the rest is skipped', async () => {
    const job = await startJob(await organizations(30));
    await world.store.bulk.work();
    await world.database.query('update member set removed_at = now() where id = $1', [
      world.starter.id,
    ]);
    await workAll(world.store);
    expect(await shown(job)).toMatchObject({ status: 'CANCELLED', done: 25, skipped: 5 });
    expect((await outcomes(job)).at(-1)).toEqual(['SKIPPED', 'bulkStarterGone']);
    expect(await count('run')).toBe(25);
  });

  const GONE = ['SKIPPED', 'bulkStarterGone'];
  const MAY_NOT = ['REFUSED', 'roleMissing'];
  const ENDS = {
    removed: 'update member set removed_at = now() where id = $1',
    narrowed: `update member_grant set role = 'AUDITOR' where member_id = $1`,
    // What a rule gives ends by time.
    ended: `
      with rule as (
        insert into sign_in_rule (id, partner_id, position, claim, value, role)
        select gen_random_uuid(), partner_id, 1, 'groups', id::text, 'OPERATOR' from member where id = $1
        returning id)
      update member_grant set rule_id = rule.id, expires_at = now() from rule where member_id = $1`,
    revoked: 'update api_token set revoked_at = now() where id = $1',
    expired: 'update api_token set expires_at = now() where id = $1',
  };
  type End = keyof typeof ENDS;
  /** The starter is a member, a token that they made, or one that stands for nobody. */
  const ENDINGS: ['member' | 'token' | 'nobody', End, string[]][] = [
    ['member', 'removed', GONE],
    ['member', 'narrowed', MAY_NOT],
    ['member', 'ended', GONE],
    ['token', 'revoked', GONE],
    ['token', 'expired', GONE],
    ['token', 'removed', GONE],
    ['token', 'narrowed', MAY_NOT],
    ['nobody', 'revoked', GONE],
  ];
  const end = async (ending: End, starter: Starter): Promise<void> => {
    const ofToken = ending === 'revoked' || ending === 'expired';
    await world.database.query(ENDS[ending], [ofToken ? starter.id : world.starter.id]);
  };
  const startedBy = async (who: 'member' | 'token' | 'nobody'): Promise<Starter> =>
    who === 'member' ? world.starter : world.aTokenOf(who === 'token' ? world.starter : null);
  const waits = async (): Promise<unknown> => {
    const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    return vi.waitFor(
      async () => expect(await world.database.query(waiting)).not.toEqual([]),
      MAX_WAIT_MILLISECONDS,
    );
  };
  const holding = async (
    { bulk }: Store,
    [lock, values]: [string, string[]],
    meanwhile: () => Promise<void>,
  ): Promise<number> => {
    const client = new pg.Client({ connectionString: world.database.url });
    await client.connect();
    await client.query('begin');
    await client.query(lock, values);
    const working = bulk.work();
    try {
      await waits();
      await meanwhile();
    } finally {
      await client.end();
    }
    return working;
  };

  it.each(ENDINGS)(
    'are asked again before COMMIT: nothing is done after they ended (%s: %s)',
    async (who, ending, outcome) => {
      const starter = await startedBy(who);
      const ids = await organizations(3);
      const job = await startJob(ids, START, starter);
      const lock = 'select from chain_head where chain_id = $1 for update';
      const done = await holding(world.store, [lock, [ids[1]!]], () => end(ending, starter));
      // By what holds then, at once: a pass that answers 0 is followed by a wait.
      expect(done).toBe(3);
      expect(await outcomes(job)).toEqual(ids.map(() => outcome));
      expect(await shown(job)).toMatchObject({ done: 0 });
      expect(await count('run')).toBe(0);
    },
  );

  it.each(ENDINGS)(
    'are asked before COMMIT of each item, where items are done one by one (%s: %s)',
    async (who, ending, outcome) => {
      const starter = await startedBy(who);
      const ids = (await organizations(3)).toSorted();
      const [broken, held] = ids as [string, string];
      await world.database.query(
        `create function one_by_one() returns trigger language plpgsql as $$ begin
           if new.organization_id = '${broken}' then raise exception 'broken'; end if;
           if new.organization_id = '${held}' then perform pg_advisory_xact_lock(77); end if;
           return new; end $$;
         create trigger one_by_one before insert on run for each row execute function one_by_one()`,
      );
      try {
        const job = await startJob(ids, START, starter);
        // Its second attempt comes seconds later.
        const lock: [string, string[]] = ['select pg_advisory_xact_lock(77)', []];
        const done = await holding(world.other, lock, async () => {
          const tried = `select attempts from bulk_item where organization_id = '${broken}'`;
          expect(await world.database.query(tried)).toEqual([{ attempts: 1 }]);
          await end(ending, starter);
        });
        expect(done).toBeGreaterThan(0);
        expect(await count('run')).toBe(0);
        await world.database.query('update bulk_item set due_at = null');
        await workAll(world.store);
        expect(await outcomes(job)).toEqual([outcome, outcome, outcome]);
        expect(await count('run')).toBe(0);
      } finally {
        await world.database.query('drop trigger one_by_one on run; drop function one_by_one()');
      }
    },
  );

  it('are asked in four eyes: whoever requested by a job can’t approve', async () => {
    const [id] = (await organizations(1)) as [string];
    const { run } = await world.partner.run(id);
    await world.partner.play(run.id, (builder) => builder.at('approval'));
    await startJob([id], APPROVAL);
    await workAll(world.store);
    const request = (await world.partner.store.run(run.id))!.run.tracks.AEP.approval;
    expect(JSON.stringify(request)).toContain(world.starter.actor.principal);
  });
});

describe('assigning', () => {
  it('keeps what it does not name, and asks for each organization whether the owner sees it', async () => {
    const [here, there] = [await world.partner.organization(), await world.partner.organization()];
    const runs = [(await world.partner.run(here.id)).run, (await world.partner.run(there.id)).run];
    const limited = await aStarter('OPERATOR', [here.imsOrgId]);
    const ids = [here.id, there.id];
    const dueAt = '2090-01-01T00:00:00.000Z';
    await startJob(ids, { ...START, action: 'ASSIGN', assignment: { dueAt } });
    // Of two jobs at once, either may come first to an organization.
    await workAll(world.store, world.other);
    const job = await startJob(ids, assigning(limited));
    await workAll(world.store, world.other);
    expect(await outcomes(job)).toEqual([
      ['DONE', undefined],
      ['REFUSED', 'ownerWithoutAccess'],
    ]);
    const owners = await Promise.all(
      runs.map(async ({ id }) => {
        const { run } = (await world.partner.store.run(id))!;
        return [run.owner?.memberId, run.dueAt];
      }),
    );
    expect(owners).toEqual([
      [limited.id, dueAt],
      [undefined, dueAt],
    ]);
    const [entry] = (await world.partner.store.history({ first: 1 }, { runId: runs[0]!.id })).edges;
    expect(entry!.node).toMatchObject({
      ...{ kind: 'runAssigned', principal: world.starter.actor.principal },
      data: { bulkJob: globalId('BulkJob', job.id) },
    });
    await world.database.query('update member set removed_at = now() where id = $1', [limited.id]);
    const gone = await startJob([here.id], assigning(limited));
    await workAll(world.store);
    expect(await outcomes(gone)).toEqual([['REFUSED', 'ownerRemoved']]);
    expect(await world.partner.store.verifyHistory(here.id)).toMatchObject({ ok: true });
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

  it('count what they see, also where they saw more when they started the job', async () => {
    const [kept, gone] = [await world.partner.organization(), await world.partner.organization()];
    const limited = await aStarter('OPERATOR', [kept.imsOrgId, gone.imsOrgId]);
    const ids = [kept.id, gone.id];
    const job = await startJob(ids, START, limited, viewed(limited, ids));
    await workAll(world.store);
    const counts = { total: 1, done: 1, refused: 0, skipped: 0 };
    const narrowed = viewed(limited, [kept.id]);
    expect(await narrowed.bulkJob(job.id)).toMatchObject({ ...counts, status: 'DONE' });
    expect((await narrowed.bulkJobs({ first: 9 })).edges[0]!.node).toMatchObject(counts);
    expect(await viewed(limited, []).bulkJob(job.id)).toMatchObject({ total: 0, done: 0 });
    expect(await viewed(limited, ids).bulkJob(job.id)).toMatchObject({ total: 2, done: 2 });
    expect(await shown(job)).toMatchObject({ total: 2, done: 2 });
  });
});
