/**
 * A worker that stops for longer than its lease, or without an answer to its own COMMIT. Nothing is
 * sent twice or lost, and the worker that took over is not disturbed.
 */
import type { AdobePort } from '@keyway/core';
import type { ClaimedEffect, Store, SystemStore } from '@keyway/store';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leaseClock } from './leaseClock.ts';
import type { WorkerDependencies } from './runEffect.ts';
import { claim, perform, runOf } from './testing/performedByTest.ts';
import {
  approved,
  begin,
  database,
  dependencies,
  ledgerOf,
  postsOf,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';
import { workLoop } from './workLoop.ts';

workerUnderTest();
afterEach(() => void vi.restoreAllMocks());

type Begun = Awaited<ReturnType<typeof begin>>;

/** Everything was read again as approved; the effect that sends is claimed by the test. */
async function sending(): Promise<Begun & { effect: ClaimedEffect }> {
  const begun = await begin('happyPath');
  const { customer, runId } = begun;
  await withWorkers(1, () => approved(customer, runId, 'AEP'));
  await submit(customer, runId);
  await perform(await claim(runId, 'reread:AEP'));
  expect((await runOf(runId)).tracks.AEP.submission?.status).toBe('sending');
  return { ...begun, effect: await claim(runId, 'submit') };
}

/** The rest is done by a worker that is not late; nothing may need a person. */
async function completes(begun: Begun): Promise<void> {
  await database.query('update effect set due_at = now() where run_id = $1', [begun.runId]);
  await withWorkers(1, () =>
    until('AEP active', begun.runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE'),
  );
  expect(await postsOf(begun.customer)).toHaveLength(1);
}

/** As a stopped process sees it when it continues: the monotonic clock ran on. */
function stallClock(seconds: number): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + seconds * 1000);
}

/** As a process sees it whose machine slept: the monotonic clock stood still. */
function sleepClock(seconds: number): void {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + seconds * 1000);
}

const before = <K extends keyof AdobePort>(
  call: K,
  stall: () => unknown,
): Pick<WorkerDependencies, 'adobe'> => {
  const { adobe } = dependencies();
  const late = async (...args: unknown[]): Promise<unknown> => {
    await stall();
    return (adobe[call] as (...given: unknown[]) => Promise<unknown>)(...args);
  };
  return { adobe: { ...adobe, [call]: late } };
};

/** The lease ran out, and another worker holds the effect now. */
async function takenOver({ runId }: Begun): Promise<ClaimedEffect> {
  await database.query(
    `update effect set lease_until = now() - interval '1 second' where run_id = $1`,
    [runId],
  );
  return claim(runId, 'submit');
}
const isHeldBy = async ({ lease }: ClaimedEffect): Promise<boolean> => store.queue.heartbeat(lease);
/** The worker that took over dies. */
const releaseLease = ({ runId }: Begun) =>
  database.query('update effect set lease_token = null, lease_until = null where run_id = $1', [
    runId,
  ]);

describe('a submission', () => {
  it('continues after a stall where the lease still holds', async () => {
    const begun = await sending();
    await perform(
      begun.effect,
      before('readConfiguration', () => stallClock(6)),
    );
    vi.restoreAllMocks();
    expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({
      status: 'sent',
      sends: 1,
    });
    await completes(begun);
  });

  it('that may not leave any more does not, and is tried again', async () => {
    const begun = await sending();
    await perform(
      begun.effect,
      before('submitConfiguration', () => stallClock(30)),
    );
    vi.restoreAllMocks();
    const { submission, steps } = (await runOf(begun.runId)).tracks.AEP;
    expect(submission).toMatchObject({ status: 'sending', sends: 1, unresolved: false });
    expect(steps.SUBMISSION?.status).toBe('WORKING');
    expect(await postsOf(begun.customer)).toEqual([]);
    await completes(begun);
  });

  it('is somebody else’s after a stall before the intent: nothing of theirs is touched', async () => {
    const begun = await sending();
    let other: ClaimedEffect | undefined;
    await perform(
      begun.effect,
      before('readConfiguration', async () => (other ??= await takenOver(begun))),
    );
    expect(await isHeldBy(other!)).toBe(true);
    expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({ sends: 0 });
    await releaseLease(begun);
    await completes(begun);
  });

  it.each([
    ['a stall', stallClock],
    ['a sleep of the machine', sleepClock],
  ])(
    'belongs to another worker after %s between intent and send, which reads first',
    async (_what, goesBy) => {
      const begun = await sending();
      let other: ClaimedEffect | undefined;
      const late = before('submitConfiguration', async () => {
        other = await takenOver(begun);
        goesBy(30);
      });
      await perform(begun.effect, late);
      vi.restoreAllMocks();
      expect(await isHeldBy(other!)).toBe(true);
      expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({
        sends: 1,
        unresolved: true,
      });
      expect(await postsOf(begun.customer)).toEqual([]);
      await releaseLease(begun);
      await completes(begun);
    },
  );

  it('whose COMMITs were not answered counts as recorded, and is sent once', async () => {
    const begun = await sending();
    await perform(begun.effect, { store: unanswered(store) });
    expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({
      status: 'sent',
      sends: 1,
    });
    await completes(begun);
  });

  it('claimed long before it starts is sent once its lease is renewed', async () => {
    const begun = await sending();
    await perform(begun.effect, {}, leaseClock() - 30_000);
    expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({
      status: 'sent',
      sends: 1,
    });
    expect(await postsOf(begun.customer)).toHaveLength(1);
    await completes(begun);
  });

  it('claimed long before it starts is not sent where another worker has it', async () => {
    const begun = await sending();
    const other = await takenOver(begun);
    await perform(begun.effect, {}, leaseClock() - 30_000);
    expect(await postsOf(begun.customer)).toEqual([]);
    expect(await isHeldBy(other)).toBe(true);
    await releaseLease(begun);
    await completes(begun);
  });
});

it('a role is assigned once, however late the worker was', async () => {
  const { runId, customer } = await begin('roleMissing', 'WRITE');
  await withWorkers(1, () =>
    until('assigning', runId, (run) => statusOf(run, 'AEP', 'CONSENT') === 'DONE'),
  );
  await database.query(
    `update effect set lease_token = null, lease_until = null, due_at = now() where run_id = $1`,
    [runId],
  );
  const { azure } = dependencies();
  let late = 0;
  const stalling: Partial<WorkerDependencies> = {
    azure: {
      ...azure,
      readRoleAssignments: async (...args) => {
        late += 1;
        if (late === 1) stallClock(30);
        return azure.readRoleAssignments(...args);
      },
    },
  };
  const shutdown = new AbortController();
  const loop = workLoop({ ...dependencies(), ...stalling }, 2, shutdown.signal);
  await until('role done', runId, (run) => statusOf(run, 'AEP', 'ROLE') === 'DONE');
  shutdown.abort();
  await loop;
  expect(
    (await ledgerOf(customer)).filter(
      ({ method, path }) => method === 'PUT' && path.includes('/roleAssignments/'),
    ),
  ).toHaveLength(1);
});

/**
 * What an unanswered COMMIT comes to: the same event is applied again, and the second answer is the
 * one that is heard.
 */
function unanswered(of: Store): Store {
  const system = of.system();
  const advance: SystemStore['advance'] = async (...args) => {
    await system.advance(...args);
    return system.advance(...args);
  };
  const twice = new Proxy(system, {
    get: (target, name) => {
      if (name === 'advance') return advance;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { ...of, queue: of.queue, sealing: of.sealing, system: () => twice };
}
