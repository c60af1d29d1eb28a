/** The queue of observations with thousands of rows, and with workers that fail or are late. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anOccurrence, requireAccepted, requireDone } from '@keyway/testing';
import type { Query } from '../database/database.ts';
import { disabledKey } from '../testing/observations.ts';
import { WatchWorld } from '../testing/watchWorld.ts';
import { OBSERVATION_DEPTH } from './observationFigures.ts';
import { CLAIM, NEXT_DUE } from './observationStatements.ts';

const world = new WatchWorld();
beforeAll(world.open);
afterAll(world.close);

const MANY = 20_000;

/** Rows without an organization, which nobody but a claim reads. */
async function seed(count: number, due: string, isPaused = false): Promise<void> {
  await world.database.query(
    `begin; set local session_replication_role = replica;
     insert into watch_observation (organization_id, partner_id, due_at, is_paused)
       select gen_random_uuid(), gen_random_uuid(), now() + (${due}), ${String(isPaused)} from generate_series(1, ${count}) as i;
     commit`,
  );
  await world.database.query('analyze watch_observation');
}
const clear = (): Promise<unknown> => world.database.query('delete from watch_observation');

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  'Relation Name'?: string;
  Plans?: Plan[];
}
/** How many rows of the table the statement read, those that it left out included. */
async function rowsRead(query: Query | string, values: unknown[]): Promise<number> {
  const text = typeof query === 'string' ? query : query.text;
  const [row] = await world.database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, format json) ${text}`,
    values,
  );
  const read = (plan: Plan): number =>
    (plan['Relation Name'] === 'watch_observation' && plan['Node Type'] !== 'ModifyTable'
      ? plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)
      : 0) + (plan.Plans ?? []).reduce((sum, one) => sum + read(one), 0);
  return read(row!['QUERY PLAN'][0].Plan);
}
const claimValues = [4, 4, 'test', 1];

const rowOf = async (organizationId: string) => {
  const [row] = await world.database.query<{
    claims: number;
    isPaused: boolean;
    isHeld: boolean;
  }>(
    `select claims, is_paused as "isPaused", lease_token is not null as "isHeld"
     from watch_observation where organization_id = $1`,
    [organizationId],
  );
  return row!;
};
const endLease = (organizationId: string): Promise<unknown> =>
  world.database.query(
    `update watch_observation set lease_until = now() - interval '1 ms' where organization_id = $1`,
    [organizationId],
  );

describe('among many', () => {
  beforeEach(clear);

  it('a claim and the next due time read a few rows where nothing is due', async () => {
    await seed(MANY, `interval '1 hour' + i * interval '1 ms'`);
    expect(await rowsRead(CLAIM, claimValues)).toBeLessThan(20);
    expect(await rowsRead(NEXT_DUE.text, [])).toBeLessThan(200);
    const [next] = await world.database.query<{ seconds: number }>(NEXT_DUE.text);
    expect(next!.seconds).toBeGreaterThan(3500);
  });

  it('a claim reads a few rows where all are due', async () => {
    await seed(MANY, `- i * interval '1 s'`);
    expect(await rowsRead(CLAIM, claimValues)).toBeLessThan(40);
  });

  it('archived organizations are in nobody’s way, also where they have been due for long', async () => {
    const { organizationId } = await world.watched();
    await clear();
    await seed(MANY, `- interval '1 year'`, true);
    await world.database.query(
      `insert into watch_observation (organization_id, partner_id, due_at)
       select organization_id, partner_id, now() - interval '1 s' from watch where organization_id = $1`,
      [organizationId],
    );
    expect(await rowsRead(CLAIM, claimValues)).toBeLessThan(20);
    expect(await rowsRead(NEXT_DUE.text, [])).toBeLessThan(20);
    await world.database.query('update watch_observation set lease_until = null, claims = 0');
    const claimed = await world.store.observations.claim(4);
    expect(claimed.map((one) => one.organizationId)).toEqual([organizationId]);
    await world.store.observations.record(claimed[0]!, {
      ...{ organization: claimed[0]!.organization, tracks: {}, timeScale: 1 },
      connections: claimed[0]!.watch.connections,
    });
    const depth = await world.store.monitoring.observations();
    expect(depth).toMatchObject({ due: 0, overdue: 0, oldestDueSeconds: 0 });
  });

  it('figures for monitoring read no more than what is due', async () => {
    await seed(MANY, `interval '1 hour'`);
    await seed(10, `- i * interval '30 s'`);
    expect(await rowsRead(OBSERVATION_DEPTH, [new Date()])).toBeLessThan(40);
    expect(await world.store.monitoring.observations()).toMatchObject({
      ...{ watched: MANY + 10, due: 10, overdue: 9, aSecond: expect.any(Number) },
      oldestDueSeconds: expect.closeTo(300, -1),
    });
    await clear();
  });
});

describe('an archived organization', () => {
  it('is not observed until it is restored, and at once then', async () => {
    const { organizationId } = await world.watched();
    const act = (what: 'archive' | 'restore') =>
      world.partner.store.mutate(
        { principal: 'member:x', operation: 'test', input: null },
        async (unit) =>
          requireDone(
            what === 'archive'
              ? await unit.organizations.archive(organizationId, 'Gone.', anOccurrence())
              : await unit.organizations.restore(organizationId, anOccurrence()),
          ),
      );
    requireAccepted(await act('archive'));
    await world.observations.due(organizationId);
    expect(await rowOf(organizationId)).toMatchObject({ isPaused: true });
    expect(await world.observations.claim(organizationId)).toBeNull();
    requireAccepted(await act('restore'));
    expect(await rowOf(organizationId)).toMatchObject({ isPaused: false });
    expect(await world.observations.claim(organizationId)).toMatchObject({ organizationId });
  });

  it('is not observed either where its run is completed after it was archived', async () => {
    const { organizationId } = await world.completed();
    await world.database.query('update organization set archived_at = now() where id = $1', [
      organizationId,
    ]);
    await world.store.observations.begin();
    expect(await rowOf(organizationId)).toMatchObject({ isPaused: true });
  });
});

describe('an observation that never ends', () => {
  it('is put off longer and longer, and holds up no other', async () => {
    const { organizationId } = await world.watched();
    // Not scaled, so that what a test takes is little beside it.
    const store = await world.database.store({ pollScale: 1 });
    const waits: number[] = [];
    await world.observations.due(organizationId);
    for (let claims = 1; claims <= 6; claims += 1) {
      await world.database.query(
        `update watch_observation set due_at = least(due_at, now()) where organization_id = $1`,
        [organizationId],
      );
      const claimed = await store.observations.claim(50);
      expect(claimed.find((one) => one.organizationId === organizationId)).toMatchObject({
        claims,
      });
      // From the claim on, whose lease lasts 90 seconds, however late this test is.
      const [wait] = await world.database.query<{ seconds: number }>(
        `select extract(epoch from due_at - lease_until + interval '90 seconds')::float8 as seconds
         from watch_observation where organization_id = $1`,
        [organizationId],
      );
      waits.push(wait!.seconds);
      // As if its worker had been ended.
      await endLease(organizationId);
    }
    // 60, 120, 240 seconds and so on; the first two times at once.
    expect(waits.slice(0, 2).every((seconds) => seconds <= 0)).toBe(true);
    expect(waits.slice(2).map((seconds) => Math.round(seconds / 60))).toEqual([1, 2, 4, 8]);
    await world.database.query(
      `update watch_observation set due_at = now(), lease_until = null where organization_id = $1`,
      [organizationId],
    );
    expect(await world.observations.make(organizationId)).toBe('unchanged');
    expect(await rowOf(organizationId)).toMatchObject({ claims: 0 });
  });
});

describe('an observation that failed', () => {
  it('is tried again soon, then less and less often, whatever the lease is', async () => {
    const { organizationId } = await world.watched();
    // Not scaled, so that what a test takes is little beside it.
    const store = await world.database.store({ pollScale: 1 });
    const now = async () => {
      const [row] = await world.database.query<{ now: Date }>('select clock_timestamp() as now');
      return row!.now.getTime();
    };
    for (const [index, seconds] of [5, 15, 60, 120].entries()) {
      const before = await now();
      const claimed = (await world.observations.claim(organizationId, store))!;
      expect(claimed).toMatchObject({ claims: index + 1 });
      await store.observations.giveBack(claimed);
      expect(await rowOf(organizationId)).toMatchObject({ isHeld: false });
      const [row] = await world.database.query<{ dueAt: Date }>(
        'select due_at as "dueAt" from watch_observation where organization_id = $1',
        [organizationId],
      );
      expect(row!.dueAt.getTime()).toBeGreaterThanOrEqual(before - 1 + seconds * 1000);
      expect(row!.dueAt.getTime()).toBeLessThanOrEqual((await now()) + 1 + seconds * 1000);
    }
    await store.close();
  });

  it('is given back by its holder alone', async () => {
    const { organizationId } = await world.watched();
    const late = (await world.observations.claim(organizationId))!;
    await endLease(organizationId);
    const held = (await world.observations.claim(organizationId))!;
    await world.store.observations.giveBack(late);
    expect(await rowOf(organizationId)).toMatchObject({ isHeld: true });
    expect(await world.observations.record(held)).toBe('unchanged');
  });
});

describe('a worker that was stopped for longer than its lease', () => {
  it.each([
    ['nothing is new', undefined],
    ['something is new', disabledKey],
  ])('writes nothing, also where nobody else observed: %s', async (_name, found) => {
    const { organizationId } = await world.watched();
    const late = (await world.observations.claim(organizationId))!;
    await endLease(organizationId);
    const before = await world.database.query(
      `select w.*, l.* from watch w join watch_observation l using (organization_id) where organization_id = $1`,
      [organizationId],
    );
    const entries = await world.observations.entries(organizationId);
    expect(await world.observations.record(late, found)).toBe('lost');
    expect(
      await world.database.query(
        `select w.*, l.* from watch w join watch_observation l using (organization_id) where organization_id = $1`,
        [organizationId],
      ),
    ).toEqual(before);
    expect(await world.observations.entries(organizationId)).toEqual(entries);
  });
});

it('counts what is watched, by how many workers, and what they did', async () => {
  await Promise.all([world.store.queue.report(), world.other.queue.report()]);
  const { watched, workers } = await world.store.observations.count();
  expect(watched).toBeGreaterThan(0);
  expect(workers).toBe(2);
  const total = { outcome: 'unchanged' as const, observations: 3, seconds: 1.5, calls: 30 };
  await world.store.observations.addTotals([total]);
  await world.other.observations.addTotals([total, { ...total, outcome: 'failed', calls: 0 }]);
  await world.other.observations.addTotals([]);
  const { totals } = await world.store.monitoring.observations();
  expect(totals.toSorted((a, b) => a.outcome.localeCompare(b.outcome))).toEqual([
    { ...total, outcome: 'failed', calls: 0 },
    { outcome: 'unchanged', observations: 6, seconds: 3, calls: 60 },
  ]);
});
