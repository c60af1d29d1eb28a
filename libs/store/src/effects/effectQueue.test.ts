/** The queue: each effect with one holder at a time, finished with its event or not at all. */
import { randomUUID } from 'node:crypto';
import type { Run, RunEvent } from '@keyway/core';
import {
  aClock,
  aDatabase,
  aPartner,
  requireApplied,
  continuing,
  exampleFacts,
  WORKER,
  type TestClock,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isRetrying, type ClaimedEffect, type Lease, type Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let clock: TestClock;

beforeAll(async () => {
  database = await aDatabase();
  clock = aClock('2030-01-01T00:00:00.000Z');
  store = await database.store({ now: clock.now });
  partner = await aPartner(database, store);
});
beforeEach(async () => {
  await database.query('delete from effect');
});
afterAll(() => database.close());

/** A run whose app registration is to be observed now. */
async function waiting(): Promise<Run> {
  const organization = await partner.organization();
  const { run } = await partner.run(organization.id);
  const event = {
    id: randomUUID(),
    at: clock.instant(),
    actor: WORKER,
    kind: 'stepAttested',
  } as const;
  return requireApplied(store, run.id, {
    ...event,
    data: { track: 'AEP', step: 'ENTITLEMENT', statement: 'Bought.', reference: null },
  });
}
const observation = (run: Run): RunEvent =>
  continuing(run, aClock(clock.instant())).observe('appRegistration').events[0]!;
const expireLeases = (): Promise<unknown> =>
  database.query(
    `update effect set lease_until = clock_timestamp() - interval '1 second' where lease_token is not null`,
  );
const one = async (on: Store = store): Promise<ClaimedEffect> => {
  const [effect] = await on.queue.claim(1);
  if (!effect) throw new Error('There is nothing to claim.');
  return effect;
};

describe('claim', () => {
  it('gives what is due, with everything the worker needs', async () => {
    const run = await waiting();
    const effect = await one();
    expect(effect).toMatchObject({
      type: 'observeStep',
      runId: run.id,
      partnerId: partner.partnerId,
      organizationId: run.organization.id,
      claims: 1,
    });
    expect(effect.data).toMatchObject({ track: 'AEP', step: 'APP_REGISTRATION', attempt: 0 });
    expect(await store.queue.claim(10)).toEqual([]);
  });

  it('gives each effect to one of many workers', async () => {
    for (let count = 0; count < 6; count += 1) await waiting();
    const other = await database.store({ now: clock.now });
    const claims = await Promise.all(
      [store, other, store, other, store, other, store].map((on) => on.queue.claim(1)),
    );
    const ids = claims.flat().map((effect) => effect.lease.effectId);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  it('begins with the one that was due first, and leaves alone what is not due', async () => {
    const [later, earlier, notYet] = [await waiting(), await waiting(), await waiting()];
    const set = (run: Run, at: string) =>
      database.query('update effect set due_at = $2 where run_id = $1', [run.id, at]);
    await set(later, '2029-12-31T23:59:59.000Z');
    await set(earlier, '2029-12-31T23:00:00.000Z');
    await set(notYet, '2030-06-01T00:00:00.000Z');
    const claimed = await store.queue.claim(10);
    expect(claimed.map((effect) => effect.runId)).toEqual([earlier.id, later.id]);
  });

  it('gives no more retrying effects than allowed, without delaying the others', async () => {
    const retrying = [await waiting(), await waiting(), await waiting()].map(({ id }) => id);
    const calm = await waiting();
    await database.query(
      `update effect set data = jsonb_set(data, '{attempt}', '3') where run_id = any($1)`,
      [retrying],
    );
    for (const allowed of [1, 0, 2]) {
      const claimed = await store.queue.claim(10, allowed);
      expect(claimed.filter(isRetrying)).toHaveLength(allowed);
      expect(claimed.some(({ runId }) => runId === calm.id)).toBe(allowed === 1);
    }
  });

  it('lets retrying effects and the others take turns where one slot of the pool is free', async () => {
    for (let count = 0; count < 2; count += 1) {
      await waiting();
      const { id } = await waiting();
      await database.query(
        `update effect set data = jsonb_set(data, '{attempt}', '1') where run_id = $1`,
        [id],
      );
    }
    const claims = [await one(), await one(), await one(), await one()].map(isRetrying);
    expect(claims.toSorted()).toEqual([false, false, true, true]);
    expect(claims[0]).not.toBe(claims[1]);
  });

  it('gives again what a dead worker held, and not before its lease ended', async () => {
    const run = await waiting();
    const first = await one();
    expect(await store.queue.claim(1)).toEqual([]);
    await expireLeases();
    const second = await one();
    expect(second).toMatchObject({ runId: run.id, claims: 2 });
    expect(await store.queue.heartbeat(first.lease)).toBe(false);
    expect(await store.queue.heartbeat(second.lease)).toBe(true);
  });
});

describe('finishing', () => {
  it('applies the event and removes the effect together', async () => {
    const run = await waiting();
    const effect = await one();
    const event = observation(run);
    expect(await store.system().advance(run.id, event, { fromEffect: effect.lease })).toMatchObject(
      { applied: true },
    );
    const rest = await database.query<{ lease_token: null; slot: string }>(
      'select slot, lease_token from effect where run_id = $1',
      [run.id],
    );
    // What it asked for in its own slot is free to be claimed when it is due.
    expect(rest).toEqual([{ slot: 'observe:AEP:APP_REGISTRATION', lease_token: null }]);
    expect(await store.queue.heartbeat(effect.lease)).toBe(false);
  });

  it('applies nothing of who lost the lease', async () => {
    const run = await waiting();
    const slow = await one();
    await expireLeases();
    const fast = await one();
    expect(
      await store.system().advance(run.id, observation(run), { fromEffect: slow.lease }),
    ).toEqual({
      lostLease: true,
    });
    expect((await store.system().run(run.id))?.run.version).toBe(run.version);
    expect(
      await store.system().advance(run.id, observation(run), { fromEffect: fast.lease }),
    ).toMatchObject({ applied: true });
  });

  it('answers a redelivered result as applied before, though its lease is gone', async () => {
    const run = await waiting();
    const effect = await one();
    const event = observation(run);
    await store.system().advance(run.id, event, { fromEffect: effect.lease });
    expect(await store.system().advance(run.id, event, { fromEffect: effect.lease })).toMatchObject(
      { applied: false },
    );
  });

  it('leaves due what was asked for again meanwhile', async () => {
    const run = await waiting();
    const effect = await one();
    // A person presses "check now" while the worker is reading.
    await requireApplied(store, run.id, {
      ...{ id: randomUUID(), at: clock.instant(), actor: WORKER, kind: 'verificationRequested' },
      data: { track: 'AEP', step: 'APP_REGISTRATION' },
    });
    expect(await store.queue.claim(1)).toEqual([]);
    const current = (await store.system().run(run.id))!.run;
    const facts = exampleFacts(current, 'AEP', 'APP_REGISTRATION');
    const failing = {
      ...facts,
      registration: { outcome: 'unreadable', failure: FAILURE },
    } as typeof facts;
    const event = continuing(current, aClock(clock.instant())).observe(
      'appRegistration',
      'AEP',
      failing,
    ).events[0]!;
    await store.system().advance(run.id, event, { fromEffect: effect.lease });
    const [row] = await database.query<{ generation: number; lease_token: null }>(
      'select generation, lease_token from effect where run_id = $1',
      [run.id],
    );
    expect(row?.generation).toBeGreaterThan(effect.lease.generation);
    expect(row?.lease_token).toBeNull();
  });

  it('applies what happens under a lease while it is held, knows its own event again, and takes nothing of who lost it', async () => {
    const run = await waiting();
    const slow = await one();
    const asked = (id: string): RunEvent => ({
      ...{ id, at: clock.instant(), actor: WORKER, kind: 'verificationRequested' },
      data: { track: 'AEP', step: 'APP_REGISTRATION' },
    });
    const event = asked(randomUUID());
    const advance = (given: RunEvent, underLease: Lease) =>
      store.system().advance(run.id, given, { underLease });
    expect(await advance(event, slow.lease)).toMatchObject({ applied: true });
    // As after a COMMIT whose answer was lost.
    expect(await advance(event, slow.lease)).toMatchObject({ applied: false, repeated: true });
    expect(await store.queue.heartbeat(slow.lease)).toBe(true);
    await expireLeases();
    const fast = await one();
    expect(await advance(event, slow.lease)).toEqual({ lostLease: true });
    expect(await advance(asked(randomUUID()), slow.lease)).toEqual({ lostLease: true });
    expect(await advance(asked(randomUUID()), fast.lease)).toMatchObject({ applied: true });
  });

  it('keeps an effect that the run still needs, whatever its result was', async () => {
    const run = await waiting();
    const effect = await one();
    // A result that changes nothing: Adobe was asked for a configuration that this run does not
    // have.
    const data = { submissionId: 'none', lookups: 1, timeScale: 1 };
    const event = {
      id: randomUUID(),
      at: clock.instant(),
      actor: WORKER,
      kind: 'configurationNotFound',
      data,
    } as const;
    expect(await store.system().advance(run.id, event, { fromEffect: effect.lease })).toMatchObject(
      { applied: false },
    );
    const [row] = await database.query(
      'select slot, lease_token, data from effect where run_id = $1',
      [run.id],
    );
    expect(row).toMatchObject({
      slot: 'observe:AEP:APP_REGISTRATION',
      lease_token: null,
      data: { step: 'APP_REGISTRATION' },
    });
  });

  it('is discarded only by its holder, and only where the run as it is now does not want it', async () => {
    const run = await waiting();
    const slow = await one();
    await expireLeases();
    const fast = await one();
    const discard = ({ lease }: ClaimedEffect) => store.system().discard(run.id, lease);
    expect(await discard(slow)).toBe('lost');
    expect(await store.queue.heartbeat(fast.lease)).toBe(true);
    expect(await discard(fast)).toBe('kept');
    expect(await store.queue.heartbeat(fast.lease)).toBe(false);
    expect(await store.monitoring.depth()).toMatchObject({ due: 0, waiting: 1 });
    await database.query(`update effect set due_at = $1`, [clock.instant()]);
    const again = await one();
    // Adobe's progress, of a run that has sent nothing.
    await database.query(`update effect set slot = 'poll' where run_id = $1`, [run.id]);
    expect(await discard(again)).toBe('discarded');
    expect(await store.monitoring.depth()).toMatchObject({ due: 0, waiting: 0 });
  });

  it('can be given back', async () => {
    await waiting();
    const effect = await one();
    expect(await store.queue.postpone(effect.lease, '2030-01-01T00:00:10.000Z')).toBe(true);
    expect(await store.queue.claim(1)).toEqual([]);
    expect(await store.monitoring.depth()).toMatchObject({ due: 0, waiting: 1 });
    await database.query(`update effect set due_at = '2029-12-31T23:59:50.000Z'`);
    expect(await store.monitoring.depth()).toMatchObject({
      due: 1,
      waiting: 0,
      oldestDueSeconds: 10,
    });
    await one();
    expect(await store.queue.postpone(effect.lease, '2030-01-01T00:00:10.000Z')).toBe(false);
  });
});

const FAILURE = {
  kind: 'unavailable',
  message: '503',
  status: 503,
  code: null,
  permission: null,
  retryAfterSeconds: null,
};

describe('due times', () => {
  it('are scaled, except what the other side asked for', async () => {
    const scaled = await database.store({ pollScale: 0.01, now: clock.now });
    const run = await waiting();
    const effect = await one(scaled);
    const facts = exampleFacts(run, 'AEP', 'APP_REGISTRATION');
    const throttled = {
      outcome: 'unreadable',
      failure: { ...FAILURE, kind: 'throttled', retryAfterSeconds: 7 },
    };
    const event = continuing(run, aClock(clock.instant())).observe('appRegistration', 'AEP', {
      ...facts,
      registration: throttled,
    } as typeof facts).events[0]!;
    await scaled.system().advance(run.id, event, { fromEffect: effect.lease });
    const [row] = await database.query<{ due_at: Date }>(
      'select due_at from effect where run_id = $1',
      [run.id],
    );
    expect(row!.due_at.getTime() - Date.parse(event.at)).toBe(7000);
  });
});

describe('waitForWork', () => {
  it('wakes when an effect is asked for', async () => {
    await store.queue.claim(10);
    const woken = store.queue.waitForWork();
    const run = await waiting();
    await woken;
    expect((await one()).runId).toBe(run.id);
  });

  it('does not sleep through what came since the last claim', async () => {
    const woken = new Promise<void>((resolve) => {
      const stop = store.onChange(() => (stop(), resolve()));
    });
    await store.queue.claim(10);
    const run = await waiting();
    await woken;
    await store.queue.waitForWork();
    expect((await one()).runId).toBe(run.id);
  });

  it('hears of work alone where the process listens to nothing else', async () => {
    const worker = await database.store({ now: clock.now, listensTo: ['keyway_effect'] });
    await worker.queue.claim(10);
    const woken = worker.queue.waitForWork();
    const run = await waiting();
    await woken;
    expect((await one(worker)).runId).toBe(run.id);
    // Whoever would wait for changes of runs here gets an error, not silence.
    expect(() => worker.onChange(() => undefined)).toThrow('does not listen to keyway_run');
  });

  it('ends when it is aborted, and not at the end of its time', async () => {
    await store.queue.claim(10);
    // Its time never ends.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const stop = new AbortController();
      const waited = store.queue.waitForWork(stop.signal);
      stop.abort();
      await waited;
      await store.queue.waitForWork(AbortSignal.abort());
    } finally {
      vi.useRealTimers();
    }
  });
});
