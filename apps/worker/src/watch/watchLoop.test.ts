/** Who goes first, who shares what, and what an observation that fails does to the others. */
import { MAX_WAIT_MILLISECONDS } from '@keyway/testing';
import type { ClaimedObservation, ObservationTotal, Store } from '@keyway/store';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { Occupancy } from '../occupancy.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import { ObservationCounts } from './observationCounts.ts';
import { watchLoop } from './watchLoop.ts';

interface Queue {
  asked: number;
  usual: number;
}

/** A store whose observations are of watches without tracks, so that they need no cloud. */
class FakeStore {
  readonly waiting: Queue;
  readonly begun: { asked: boolean; at: number }[] = [];
  readonly claims: { limit: number; usual: number }[] = [];
  watched = 0;
  workers = 1;
  failing = false;
  recorded = 0;
  readonly givenBack: string[] = [];

  constructor(waiting: Queue) {
    this.waiting = waiting;
  }

  readonly observations = {
    count: () => Promise.resolve({ watched: this.watched, workers: this.workers }),
    claim: (limit: number, usual: number) => {
      this.claims.push({ limit, usual });
      const take = (kind: keyof Queue, most: number): ClaimedObservation[] => {
        const count = Math.min(most, this.waiting[kind]);
        this.waiting[kind] -= count;
        return Array.from({ length: count }, () => this.observation(kind === 'asked'));
      };
      return Promise.resolve([...take('asked', limit), ...take('usual', usual)]);
    },
    record: () => {
      if (this.failing) return Promise.reject(new Error('No.'));
      this.recorded += 1;
      return Promise.resolve('unchanged' as const);
    },
    release: () => Promise.resolve(),
    giveBack: ({ organizationId }: ClaimedObservation) => {
      this.givenBack.push(organizationId);
      return Promise.resolve();
    },
    waitForWork: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve());
        setTimeout(resolve, 20);
      }),
  };

  private observation(asked: boolean): ClaimedObservation {
    this.begun.push({ asked, at: performance.now() });
    // Cast: the loop and an observation without tracks read nothing else.
    return {
      organizationId: crypto.randomUUID(),
      asked,
      claims: 1,
      watch: { tracks: { AEP: null, CJA: null } },
      connections: () => Promise.resolve({ public: {} }),
    } as unknown as ClaimedObservation;
  }
}

function dependencies(store: FakeStore): WorkerDependencies {
  const log = pino({ level: 'silent' });
  const system = { now: () => new Date(), trials: {} };
  // Cast: nothing of the others is called.
  return {
    ...{ store: { ...system, observations: store.observations } as unknown as Store, log },
    ...{ azure: {}, adobe: {}, aws: {}, timeScale: 1 },
  } as unknown as WorkerDependencies;
}

async function running(
  stores: readonly FakeStore[],
  work: () => Promise<void>,
  occupancy = new Occupancy(4),
): Promise<ObservationTotal[]> {
  const shutdown = new AbortController();
  const counts = new ObservationCounts();
  const loops = stores.map((store) =>
    watchLoop(dependencies(store), occupancy, shutdown.signal, counts),
  );
  await work();
  shutdown.abort();
  await Promise.all(loops);
  return counts.take();
}
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the loop of observations', () => {
  it('begins none of a thousand overdue ones while effects of runs take every place', async () => {
    const store = new FakeStore({ asked: 0, usual: 1000 });
    store.watched = 100_000;
    const occupancy = new Occupancy(2);
    occupancy.begun();
    occupancy.begun();
    await running(
      [store],
      async () => {
        await pause(500);
        expect(store.begun).toEqual([]);
        expect(store.claims.every(({ usual }) => usual === 0)).toBe(true);
        occupancy.ended();
        await vi.waitFor(
          () => expect(store.waiting.usual).toBeLessThan(1000),
          MAX_WAIT_MILLISECONDS,
        );
      },
      occupancy,
    );
  });

  it('begins what somebody asked for at once, also then and whatever the pace is', async () => {
    const store = new FakeStore({ asked: 0, usual: 1000 });
    const occupancy = new Occupancy(1);
    occupancy.begun();
    await running(
      [store],
      async () => {
        await pause(200);
        store.waiting.asked = 12;
        await vi.waitFor(() => expect(store.waiting.asked).toBe(0), MAX_WAIT_MILLISECONDS);
        expect(store.begun.every(({ asked }) => asked)).toBe(true);
      },
      occupancy,
    );
  });

  it('lets two workers begin no more together than one', async () => {
    const stores = [0, 1].map(() => {
      const store = new FakeStore({ asked: 0, usual: 1000 });
      // 40 a second, 20 of each.
      store.watched = 18_000;
      store.workers = 2;
      return store;
    });
    await running(stores, async () => {
      await pause(2_000);
    });
    const begun = stores.flatMap((store) => store.begun).length;
    // In two seconds; each has begun with a second's share at most.
    expect(begun).toBeGreaterThan(20);
    expect(begun).toBeLessThanOrEqual(40 * 3);
  });

  it('counts how observations ended', async () => {
    const store = new FakeStore({ asked: 3, usual: 0 });
    const totals = await running([store], async () => {
      await vi.waitFor(() => expect(store.recorded).toBe(3), MAX_WAIT_MILLISECONDS);
      store.failing = true;
      store.waiting.asked = 1;
      await vi.waitFor(() => expect(store.begun).toHaveLength(4), MAX_WAIT_MILLISECONDS);
      // For the next try, rather than for the end of its lease.
      await vi.waitFor(() => expect(store.givenBack).toHaveLength(1), MAX_WAIT_MILLISECONDS);
    });
    expect(totals).toEqual([
      { outcome: 'unchanged', observations: 3, seconds: expect.any(Number), calls: 0 },
      { outcome: 'failed', observations: 1, seconds: expect.any(Number), calls: 0 },
    ]);
  });
});
