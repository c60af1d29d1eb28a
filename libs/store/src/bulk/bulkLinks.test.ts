/** Links that a bulk job made: whose they are, for how long, and that each is made once. */
import { aPartner, MAX_WAIT_MILLISECONDS } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BulkJobRecord, PartnerStore } from '../index.ts';
import { BulkWorld, CANCEL, HAND_OFF } from '../testing/bulkWorld.ts';

const world = new BulkWorld();
const { startJob, workAll, shown, outcomes, count, organizations, viewed, aStarter } = world;
beforeAll(world.open);
beforeEach(world.renew);
afterAll(world.close);

const asked = ({ id: jobId }: BulkJobRecord) => ({ jobId, organizationIds: null });

describe('links', () => {
  const tokensOf = async (view: PartnerStore, job: BulkJobRecord): Promise<string[]> => [
    ...(await view.bulkLinks(asked(job), [...Array(50).keys()])).values(),
  ];

  it('are read by the starter alone, for a day, and stand nowhere in the clear', async () => {
    const ids = await organizations(12);
    for (const id of ids) await world.partner.run(id);
    const job = await startJob(ids, HAND_OFF);
    await workAll(world.store, world.other);
    expect(await shown(job)).toMatchObject({ status: 'DONE', done: 12 });
    const tokens = await tokensOf(viewed(world.starter), job);
    expect(new Set(tokens).size).toBe(12);
    const handOffs = await Promise.all(
      tokens.map((token) => world.store.system().authenticateHandOff(token)),
    );
    expect(handOffs.map((found) => found?.organizationId)).toEqual(ids);
    const dump = JSON.stringify(
      await Promise.all(
        ['bulk_link', 'bulk_item', 'bulk_job', 'hand_off', 'history_entry', 'idempotency'].map(
          (table) => world.database.query(`select to_jsonb(t)::text from ${table} t`),
        ),
      ),
    );
    for (const token of tokens) {
      expect(dump).not.toContain(token);
      expect(dump).not.toContain(Buffer.from(token).toString('hex'));
    }
    const colleague = await aStarter('OWNER');
    const ofToken = { ...world.starter, who: `TOKEN:${world.starter.id}` };
    const foreign = await aPartner(world.database, world.store);
    const theirs = world.store.forPartner({
      ...{ partnerId: foreign.partnerId, organizationIds: null, viewer: world.starter.who },
    });
    const others = [viewed(colleague), viewed(ofToken), viewed(colleague, ids), theirs];
    for (const view of [...others, world.partner.store, viewed(world.starter, [])]) {
      expect(await tokensOf(view, job)).toEqual([]);
      expect(await view.bulkLinksEnd(asked(job))).toBeNull();
    }
    expect(await tokensOf(viewed(world.starter, ids.slice(0, 2)), job)).toHaveLength(2);
    expect(await viewed(world.starter).bulkLinksEnd(asked(job))).not.toBeNull();
    await world.database.query(`update bulk_link set ends_at = now() where position <= 11`);
    expect(await tokensOf(viewed(world.starter), job)).toEqual(tokens.slice(11));
    await world.store.system().sweep();
    expect(await count('bulk_link')).toBe(1);
  });

  it('are read only while they work, and of organizations that are asked for', async () => {
    const ids = await organizations(4);
    const runs: string[] = [];
    for (const id of ids) runs.push((await world.partner.run(id)).id);
    const job = await startJob(ids, HAND_OFF);
    await workAll(world.store);
    const view = viewed(world.starter);
    const read = async (organizationIds: string[] | null = null): Promise<number[]> => [
      ...(await view.bulkLinks({ jobId: job.id, organizationIds }, [1, 2, 3, 4])).keys(),
    ];
    expect(await read(ids.slice(1, 3))).toEqual([2, 3]);
    expect(await read([])).toEqual([]);
    expect(await view.bulkLinksEnd({ jobId: job.id, organizationIds: [] })).toBeNull();
    await world.database.query('update hand_off set revoked_at = now() where run_id = $1', [
      runs[0],
    ]);
    expect(await read()).toEqual([2, 3, 4]);
    await world.database.query('update hand_off set expires_at = now() where run_id = $1', [
      runs[1],
    ]);
    expect(await read()).toEqual([3, 4]);
    await startJob([ids[2]!], CANCEL);
    await workAll(world.store);
    expect(await read()).toEqual([4]);
    // As the version before leaves them, which does not say what they open.
    await world.database.query('update bulk_link set hand_off_id = null');
    expect(await read()).toEqual([]);
    expect(await view.bulkLinksEnd(asked(job))).toBeNull();
  });

  it('end with their hand-off, where that ends within the day', async () => {
    const [soon, later] = (await organizations(2)) as [string, string];
    for (const id of [soon, later]) await world.partner.run(id);
    const inHours = (hours: number): string =>
      new Date(Date.now() + hours * 3_600_000).toISOString();
    const until = async (organizationId: string, expiresAt: string | null): Promise<string> => {
      const input = { ...HAND_OFF, handOff: { ...HAND_OFF.handOff!, expiresAt } };
      const job = await startJob([organizationId], input);
      await workAll(world.store);
      return (await viewed(world.starter).bulkLinksEnd(asked(job)))!;
    };
    const expiresAt = inHours(2);
    expect(await until(soon, expiresAt)).toBe(expiresAt);
    const ofDay = await until(later, null);
    expect(Math.abs(Date.parse(ofDay) - Date.parse(inHours(24)))).toBeLessThan(60_000);
  });

  it('open in their own place alone', async () => {
    const ids = await organizations(2);
    for (const id of ids) await world.partner.run(id);
    const job = await startJob(ids, HAND_OFF);
    await workAll(world.store);
    await world.database.query(
      `update bulk_link l set sealed = o.sealed from bulk_link o
       where l.job_id = o.job_id and l.position <> o.position and l.position = 1`,
    );
    expect(await tokensOf(viewed(world.starter), job)).toHaveLength(1);
  });

  it('are made once, where a worker loses its connection after it made some', async () => {
    const ids = await organizations(10);
    for (const id of ids) await world.partner.run(id);
    const job = await startJob(ids, HAND_OFF);
    const client = new pg.Client({ connectionString: world.database.url });
    await client.connect();
    await client.query('begin');
    await client.query('select from chain_head where chain_id = $1 for update', [
      ids.toSorted()[7],
    ]);
    const working = world.store.bulk.work().catch(() => 0);
    const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await vi.waitFor(
      async () => expect(await world.database.query(waiting)).not.toEqual([]),
      MAX_WAIT_MILLISECONDS,
    );
    await world.database.query(`select pg_terminate_backend(pid) from (${waiting}) as w`);
    await client.query('rollback');
    await client.end();
    await working;
    await workAll(world.other, world.store);
    expect(await shown(job)).toMatchObject({ status: 'DONE', done: 10, refused: 0 });
    expect(await count('hand_off')).toBe(10);
    expect(await tokensOf(viewed(world.starter), job)).toHaveLength(10);
  });

  it('are refused where the end that somebody chose is over, and have the usual one otherwise', async () => {
    const [id] = (await organizations(1)) as [string];
    const { run } = await world.partner.run(id);
    const expiresAt = '2020-01-01T00:00:00.000Z';
    const late = { ...HAND_OFF, handOff: { ...HAND_OFF.handOff!, expiresAt } };
    const job = await startJob([id], late);
    await startJob([id], HAND_OFF);
    await workAll(world.store);
    expect(await outcomes(job)).toEqual([['REFUSED', 'timeInPast']]);
    const [handOff, ...rest] = await world.partner.store.handOffs([run.id]);
    expect(rest).toEqual([]);
    const days = (Date.parse(handOff!.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(14);
  });
});
