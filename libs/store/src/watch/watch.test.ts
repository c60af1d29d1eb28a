/** Watching on a real database: each observation once, each alert once, and little written. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOccurrence, APPROVER, requireAccepted } from '@keyway/testing';
import type { RunChange } from '../index.ts';
import { disabledKey } from '../testing/observations.ts';
import { POLL_SCALE, WatchWorld } from '../testing/watchWorld.ts';
import { JITTER, OBSERVATION_INTERVAL_SECONDS } from './observationTimes.ts';

const world = new WatchWorld();
beforeAll(world.open);
afterAll(world.close);

const alertsOf = (organizationId: string) =>
  world.database.query<{ kind: string; status: string; name: string }>(
    'select kind, status, name from alert where organization_id = $1 order by opened_at, name',
    [organizationId],
  );

describe('beginning', () => {
  it('begins each completed run once, also where several workers begin', async () => {
    const made = await Promise.all([1, 2, 3].map(() => world.completed()));
    await Promise.all([world.store.observations.begin(), world.other.observations.begin()]);
    expect(await world.store.observations.begin()).toBe(0);
    for (const { organizationId, runId } of made) {
      const started = await world.database.query(
        `select 1 from history_entry where run_id = $1 and kind = 'watchStarted'`,
        [runId],
      );
      expect(started).toHaveLength(1);
      const found = await world.partner.store.watchesByOrganization([organizationId]);
      expect(found.get(organizationId)).toMatchObject({ health: 'NOT_WATCHED', observedAt: null });
    }
  });

  it('decides again, once, where an earlier version found nothing to read', async () => {
    const { organizationId, runId } = await world.watched();
    await world.database.query(
      `update watch set packed = null, plan_version = 0, health = 'NOT_WATCHED' where organization_id = $1`,
      [organizationId],
    );
    await Promise.all([world.store.observations.begin(), world.other.observations.begin()]);
    expect(await world.store.observations.begin()).toBe(0);
    const found = await world.partner.store.watchesByOrganization([organizationId]);
    expect(found.get(organizationId)?.watch?.tracks.AEP).not.toBeNull();
    const started = await world.database.query(
      `select 1 from history_entry where run_id = $1 and kind = 'watchStarted'`,
      [runId],
    );
    expect(started).toHaveLength(2);
  });

  it('spreads the first observations of many over an interval', async () => {
    const made = await Promise.all(Array.from({ length: 11 }, () => world.completed()));
    await world.store.observations.begin();
    const rows = await world.database.query<{ id: string; at: number }>(
      `select organization_id as id, extract(epoch from due_at)::float8 * 1000 as at
         from watch_observation where organization_id = any ($1)`,
      [made.map(({ organizationId }) => organizationId)],
    );
    expect(rows).toHaveLength(11);
    const interval = OBSERVATION_INTERVAL_SECONDS * 1000 * POLL_SCALE;
    for (const { id, at } of rows) {
      const place = (Number.parseInt(id.slice(0, 8), 16) / 2 ** 32) * interval;
      const late = (((at - place) % interval) + interval) % interval;
      // A time is stored in whole milliseconds.
      expect(Math.min(late, interval - late)).toBeLessThanOrEqual(interval * JITTER + 1);
    }
  });
});

describe('the version of what is known', () => {
  const known = async (organizationId: string) =>
    (await world.partner.store.watchSummaries([organizationId])).get(organizationId)!;

  it('grows with each change, and on when a later run takes over', async () => {
    const { organizationId, runId } = await world.watched();
    const first = await known(organizationId);
    await world.observations.make(organizationId);
    expect((await known(organizationId)).version).toBe(first.version);
    await world.observations.make(organizationId, disabledKey);
    const lost = await known(organizationId);
    expect(lost).toMatchObject({ health: 'REVOKED' });
    expect(lost.version).toBeGreaterThan(first.version);
    // As if the run had been completed again.
    await world.database.query('update run set is_watched = false where id = $1', [runId]);
    await world.store.observations.begin();
    expect((await known(organizationId)).version).toBeGreaterThan(lost.version);
    const stored = (await world.partner.store.watchesByOrganization([organizationId])).get(
      organizationId,
    )!;
    expect(stored.watch?.version).toBe(stored.version);
  });

  it('is announced with the organization, and read again after a lost connection', async () => {
    const { organizationId } = await world.watched();
    const since = new Date();
    const heard: string[] = [];
    const stop = world.store.health.on(
      (change) => heard.push(change.organizationId),
      () => undefined,
    );
    await world.observations.make(organizationId, disabledKey);
    await expect.poll(() => heard).toContain(organizationId);
    stop();
    const own = world.partner.store.scope.partnerId;
    const ids = async (partnerIds: string[], at: Date) =>
      (await world.store.health.since(partnerIds, at)).map((change) => change.organizationId);
    expect(await ids([own], since)).toContain(organizationId);
    expect(await ids([], since)).toEqual([]);
    expect(await ids([own], new Date(Date.now() + 3_600_000))).toEqual([]);
  });
});

describe('observations', () => {
  it('have one holder at a time', async () => {
    const { organizationId } = await world.watched();
    await world.observations.due(organizationId);
    const claims = await Promise.all(
      [world.store, world.other, world.store, world.other].map(({ observations }) =>
        observations.claim(50),
      ),
    );
    const mine = claims
      .flat()
      .filter((observation) => observation.organizationId === organizationId);
    expect(mine).toHaveLength(1);
    for (const observation of claims.flat()) await world.store.observations.release(observation);
  });

  it('write their time alone where nothing is new', async () => {
    const { organizationId } = await world.watched();
    const before = await world.database.query(
      'select *, xmin from watch where organization_id = $1',
      [organizationId],
    );
    const entries = await world.observations.entries(organizationId);
    expect(await world.observations.make(organizationId)).toBe('unchanged');
    expect(await world.observations.entries(organizationId)).toEqual(entries);
    expect(
      await world.database.query('select *, xmin from watch where organization_id = $1', [
        organizationId,
      ]),
    ).toEqual(before);
    const found = await world.partner.store.watchesByOrganization([organizationId]);
    expect(found.get(organizationId)).toMatchObject({
      health: 'HEALTHY',
      observedAt: expect.any(Date),
    });
  });

  it('announce what they write into the history of the run, whose version stays', async () => {
    const { organizationId, runId } = await world.watched();
    const version = (await world.partner.store.run(runId))!.run.version;
    const heard: RunChange[] = [];
    const stop = world.other.onChange((change) => heard.push(change));
    await world.observations.make(organizationId, disabledKey);
    const change = { partnerId: world.partner.partnerId, organizationId, runId, version };
    await expect.poll(() => heard).toContainEqual(change);
    stop();
  });

  it('open an alert once, and resolve it when it is over', async () => {
    const { organizationId } = await world.watched();
    for (let times = 0; times < 3; times += 1)
      await world.observations.make(organizationId, disabledKey);
    expect(await alertsOf(organizationId)).toEqual([
      { kind: 'HEALTH', status: 'OPEN', name: 'AEP REVOKED' },
    ]);
    await world.observations.make(organizationId);
    expect(await alertsOf(organizationId)).toMatchObject([{ status: 'RESOLVED' }]);
    expect(await world.observations.entries(organizationId)).toEqual([
      ...['healthChanged', 'healthChanged', 'healthChanged', 'alertOpened'],
      ...['healthChanged', 'alertResolved'],
    ]);
    expect(await world.partner.store.verifyHistory(organizationId)).toMatchObject({ ok: true });
  });

  it('of a late worker change nothing once another one has observed', async () => {
    const { organizationId } = await world.watched();
    const late = (await world.observations.claim(organizationId))!;
    await world.database.query(
      `update watch_observation set lease_until = now() - interval '1 second' where organization_id = $1`,
      [organizationId],
    );
    const next = (await world.observations.claim(organizationId, world.other))!;
    expect(next.claims).toBe(2);
    expect(await world.observations.record(next, disabledKey, world.other)).toMatchObject({
      changed: true,
    });
    const entries = await world.observations.entries(organizationId);
    expect(await world.observations.record(late)).toBe('lost');
    expect(await world.observations.record(late, disabledKey)).toBe('lost');
    expect(await world.observations.entries(organizationId)).toEqual(entries);
  });

  it('are applied to the watch as it is by then', async () => {
    const { organizationId } = await world.watched();
    const observation = (await world.observations.claim(organizationId))!;
    // As if it had been read before another change: what it knows is not what is stored.
    const stale = {
      ...observation,
      watch: { ...observation.watch, version: observation.watch.version - 1 },
    };
    expect(await world.observations.record(stale, disabledKey)).toMatchObject({ changed: true });
    expect(await alertsOf(organizationId)).toHaveLength(1);
  });

  it('that were asked for during an observation are made after it', async () => {
    const { organizationId } = await world.watched();
    const observation = (await world.observations.claim(organizationId))!;
    requireAccepted(
      await world.partner.store.mutate(
        { principal: 'member:x', operation: 'checkHealth', input: null },
        (unit) => unit.watches.requestObservation(organizationId),
      ),
    );
    expect(await world.observations.record(observation)).toBe('unchanged');
    const again = (await world.store.observations.claim(50, 0)).find(
      (one) => one.organizationId === organizationId,
    );
    expect(again).toMatchObject({ asked: true });
    await world.observations.record(again!);
    const rest = await world.store.observations.claim(50, 0);
    expect(rest.map((one) => one.organizationId)).not.toContain(organizationId);
  });
});

it('accepts a difference, which is compared with from then on', async () => {
  const { organizationId } = await world.watched();
  await world.observations.make(organizationId, (track, _step, facts) =>
    track === 'CJA' && facts.step === 'VAULT' && facts.vault.outcome === 'seen'
      ? {
          ...facts,
          vault: { ...facts.vault, value: { ...facts.vault.value, softDeleteRetentionInDays: 30 } },
        }
      : facts,
  );
  const health = async () =>
    (await world.partner.store.watchesByOrganization([organizationId])).get(organizationId)?.health;
  expect(await health()).toBe('AT_RISK');
  const accept = (field: string) =>
    world.partner.store.mutate(
      { principal: 'member:x', operation: 'acceptDrift', input: null },
      (unit) =>
        unit.watches.acceptDifference(
          { organizationId, track: 'CJA', field, reason: 'Agreed.' },
          anOccurrence(undefined, APPROVER),
        ),
    );
  expect(requireAccepted(await accept('KEY.keyOps'))).toMatchObject({
    refusal: { reason: 'differenceNotFound' },
  });
  expect(requireAccepted(await accept('VAULT.softDeleteRetentionInDays'))).toEqual({
    accepted: true,
  });
  expect(await health()).toBe('HEALTHY');
  expect((await world.observations.entries(organizationId)).slice(-3)).toEqual([
    ...['differenceAccepted', 'healthChanged', 'alertResolved'],
  ]);
});

it('lists the purge class first, acknowledges once, and counts', async () => {
  const { organizationId } = await world.watched();
  await world.observations.make(organizationId, disabledKey);
  const filter = { organizationId };
  const page = await world.partner.store.alerts({ first: 5 }, filter);
  const [alert] = page.edges.map(({ node }) => node);
  expect(alert).toMatchObject({
    kind: 'HEALTH',
    health: 'REVOKED',
    isPurgeClass: true,
    status: 'OPEN',
  });
  const acknowledge = () =>
    world.partner.store.mutate(
      { principal: 'member:x', operation: 'acknowledgeAlert', input: null },
      (unit) => unit.watches.acknowledge({ id: alert!.id, comment: 'On it.' }, anOccurrence()),
    );
  await Promise.all([acknowledge(), acknowledge()]);
  expect(await world.partner.store.alert(alert!.id)).toMatchObject({ status: 'ACKNOWLEDGED' });
  const entries = await world.observations.entries(organizationId);
  expect(entries.filter((kind) => kind === 'alertAcknowledged')).toHaveLength(1);
  const counts = await world.partner.store.health();
  expect(counts.get('REVOKED')).toBeGreaterThan(0);
  const found = await world.partner.store.organizations({ first: 100 }, { health: ['REVOKED'] });
  expect(found.edges.map(({ node }) => node.id)).toContain(organizationId);
});
