/**
 * The database fails over to a standby that lags, so that the intent of a send is lost (AEP-40,
 * ST-09): nothing is sent a second time, also where Adobe shows the first one late.
 */
import { ConnectorError } from '@keyway/core';
import type { Store } from '@keyway/store';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leaseClock } from './leaseClock.ts';
import { runEffect } from './runEffect.ts';
import {
  aStandby,
  address,
  failingOver,
  lateAdobe,
  primary,
  type Standby,
} from './testing/failingOver.ts';
import { CALLS, claimedAt } from './testing/changesUnderTest.ts';
import { ALL, changesOf, isInPlace, makeDue } from './testing/setupUnderTest.ts';
import { claim, perform, runOf } from './testing/performedByTest.ts';
import {
  approved,
  begin,
  database,
  dependencies,
  partner,
  postsOf,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
} from './testing/workerUnderTest.ts';

failingOver();
afterEach(() => void vi.restoreAllMocks());

type Begun = Awaited<ReturnType<typeof begin>>;
let present = { server: null as Standby['server'] | null };

const eras = () =>
  database.query<{ number: number; cause: string; timeline: number }>(
    'select number, cause, timeline from database_era order by number',
  );
/** As long as it takes until everything that was sent before would show. */
const settle = () =>
  database.query(`update database_era set began_at = began_at - interval '10 minutes'`);

/** The send is due; the standby has this, and nothing of what follows. */
async function aboutToSend(): Promise<Begun & { standby: Standby }> {
  const begun = await begin('happyPath');
  const { customer, runId } = begun;
  await withWorkers(1, () => approved(customer, runId, 'AEP'));
  await submit(customer, runId);
  await perform(await claim(runId, 'reread:AEP'));
  expect((await runOf(runId)).tracks.AEP.submission).toMatchObject({ status: 'sending', sends: 0 });
  // What an earlier failover left has settled.
  await store.eras.beat();
  await settle();
  const standby = await aStandby(present.server ?? primary);
  standby.lag();
  return { ...begun, standby };
}

/** The primary is gone with what only it had. */
async function failOver({ server }: Standby): Promise<void> {
  address.cut();
  await (present.server ?? primary).kill();
  await server.promote();
  present = { server };
  address.leadTo(server.url, { closes: true });
}

describe('a send whose intent was lost', () => {
  it('is sent a second time by who does not wait: the attack is real', async () => {
    const { customer, runId, standby } = await aboutToSend();
    const late = lateAdobe();
    await perform(await claim(runId, 'submit'), late.deps());
    expect(await postsOf(customer)).toHaveLength(1);
    await failOver(standby);
    vi.spyOn(store.eras, 'settling').mockResolvedValue({ era: 0, seconds: 0 });
    vi.spyOn(store.eras, 'isIn').mockResolvedValue(true);
    await perform(await claim(runId, 'submit'), late.deps());
    expect(await postsOf(customer)).toHaveLength(2);
  });

  it.each<[string, () => Promise<Store>]>([
    ['a process that was connected before', () => Promise.resolve(store)],
    ['a process that starts afterwards', () => database.store({ pollScale: 0.01 })],
  ])('is not sent again by %s, and found when it shows', async (_who, storeOf) => {
    const { customer, runId, standby } = await aboutToSend();
    const late = lateAdobe();
    await perform(await claim(runId, 'submit'), late.deps());
    expect(await postsOf(customer)).toHaveLength(1);
    await failOver(standby);
    expect((await runOf(runId)).tracks.AEP.submission).toMatchObject({ sends: 0 });

    const by = { ...late.deps(), store: await storeOf() };
    await perform(await claim(runId, 'submit'), by);
    expect(await postsOf(customer)).toHaveLength(1);
    expect((await runOf(runId)).tracks.AEP.submission).toMatchObject({
      status: 'sending',
      sends: 0,
    });
    const { number: era, cause } = (await eras()).at(-1)!;
    expect(cause).toBe('FAILED_OVER');
    // People read why, on the server that was promoted.
    const delayed = { era, cause };
    expect((await runOf(runId)).tracks.AEP.submission).toMatchObject({ delayed });

    late.shown = true;
    await settle();
    await database.query('update effect set due_at = now() where run_id = $1', [runId]);
    await withWorkers(1, () =>
      until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE'),
    );
    expect(await postsOf(customer)).toHaveLength(1);
    expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
  });

  it('that never left is sent once nothing sent before could show any more', async () => {
    const { customer, runId, standby } = await aboutToSend();
    await failOver(standby);
    await perform(await claim(runId, 'submit'));
    expect(await postsOf(customer)).toEqual([]);
    await settle();
    await perform(await claim(runId, 'submit'));
    expect(await postsOf(customer)).toHaveLength(1);
  });
});

it.each(CALLS)('a change whose intent was lost is made once: %s', async (change, call) => {
  await store.eras.beat();
  await settle();
  const { customer, runId, effect } = await claimedAt(change);
  const standby = await aStandby(present.server ?? primary);
  standby.lag();
  const { azure } = dependencies();
  let arrive: () => Promise<unknown> = () => Promise.reject(new Error('it never left'));
  // It left, and arrives after the database failed over.
  const onItsWay = (...given: unknown[]): Promise<never> => {
    const [options, ...before] = given.toReversed();
    const all = [...before.toReversed(), { ...(options as object), maySend: () => true }];
    const made = azure[call] as (...sent: unknown[]) => Promise<unknown>;
    arrive = () => made.apply(azure, all);
    return Promise.reject(new ConnectorError({ kind: 'unavailable' }, { ambiguous: true }));
  };
  await perform(effect, { azure: { ...azure, [call]: onItsWay } });
  const made = await changesOf(customer);
  await failOver(standby);
  await database.query('update effect set lease_token = null, lease_until = null');
  await store.eras.beat();
  await perform(await claim(runId, 'setup:AEP'));
  expect(await changesOf(customer)).toEqual(made);
  const delayed = { cause: 'FAILED_OVER' };
  expect((await runOf(runId)).tracks.AEP.setup).toMatchObject({ delayed });
  await arrive();
  await settle();
  await makeDue(runId);
  await withWorkers(1, () => until('everything in place', runId, isInPlace));
  expect(await changesOf(customer)).toEqual(ALL);
});

it('a server that was replaced is refused by who saw its successor', async () => {
  const { customer, runId, standby } = await aboutToSend();
  const former = present.server ?? primary;
  const effect = await claim(runId, 'submit');
  // Nobody fences the former primary: the worker's connections to it stay open.
  await standby.server.promote();
  address.leadTo(standby.server.url, { closes: false });
  present = { server: standby.server };
  await runEffect(effect, lateAdobe().deps(), new AbortController().signal, leaseClock());
  expect(await postsOf(customer)).toEqual([]);
  expect((await eras()).at(-1)).toMatchObject({ cause: 'FAILED_OVER' });

  address.leadTo(former.url, { closes: true });
  await expect(store.eras.settling(1)).rejects.toThrow('was replaced');
  await expect(database.store()).rejects.toThrow('was replaced');
  address.leadTo(standby.server.url, { closes: true });
  await former.kill();
});
