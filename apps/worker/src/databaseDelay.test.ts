/**
 * What people read while nothing is sent, since the database lost time: recorded once for each
 * loss, whichever workers find it how often, and gone with the send (AEP-40, ST-09).
 */
import {
  databaseDelayOf,
  delayOfSetup,
  WORKER,
  type AdobePort,
  type DatabaseDelay,
  type EventData,
  type EventKind,
} from '@keyway/core';
import type { ClaimedEffect } from '@keyway/store';
import { OPERATOR } from '@keyway/testing';
import { describe, expect, it } from 'vitest';
import { CALLS, claimedAt } from './testing/changesUnderTest.ts';
import { claim, perform, runOf } from './testing/performedByTest.ts';
import { ALL, changesOf, isInPlace, makeDue } from './testing/setupUnderTest.ts';
import {
  applyRunEvent,
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
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();

const CHANGE = 'setupChangeDelayed';
const FAILED_OVER = 'timeline = timeline + 7';
const LAST = 'where number = (select max(number) from database_era)';
const changeLast = (set: string) => database.query(`update database_era set ${set} ${LAST}`);

/** Nothing is sent until `settle`, however long the test takes. */
async function loseTime(how = FAILED_OVER): Promise<number> {
  await changeLast(how);
  await store.eras.beat();
  await changeLast(`began_at = began_at + interval '1 hour'`);
  return (await store.monitoring.era()).number;
}
const settle = () =>
  database.query(`update database_era set began_at = began_at - interval '1 day'`);

type Begun = Awaited<ReturnType<typeof begin>>;

/** Everything was read again as approved; the send is due. */
async function aboutToSend(): Promise<Begun> {
  await settle();
  const begun = await begin('happyPath');
  const { customer, runId } = begun;
  await withWorkers(1, () => approved(customer, runId, 'AEP'));
  await submit(customer, runId);
  await perform(await claim(runId, 'reread:AEP'));
  return begun;
}

const send = async (runId: string, change = {}): Promise<void> =>
  perform(await claim(runId, 'submit'), change);

async function erasIn(runId: string, kind: EventKind): Promise<unknown[]> {
  const entries = await database.query<{ era: number }>(
    `select (data->>'era')::int as era from history_entry where run_id = $1 and kind = $2 order by seq`,
    [runId, kind],
  );
  return entries.map(({ era }) => era);
}
const recorded = (runId: string) => erasIn(runId, 'configurationDelayed');
const recordedChanges = (runId: string) => erasIn(runId, CHANGE);

/** What is recorded, while people read of it. */
async function shown(runId: string): Promise<DatabaseDelay | null> {
  const run = await runOf(runId);
  const delay = databaseDelayOf(run, 'AEP', 'SUBMISSION', store.now().toISOString());
  return delay && run.tracks.AEP.submission!.delayed!;
}

/** The lease is over, as of a worker that stopped. */
const endLease = (runId: string) =>
  database.query('update effect set lease_token = null, lease_until = null where run_id = $1', [
    runId,
  ]);

/** By a worker whose lease nobody compares. */
const record = <K extends EventKind>(runId: string, kind: K, data: EventData[K]) =>
  applyRunEvent(runId, kind, data, WORKER);
async function recordSend(runId: string, delay: DatabaseDelay): Promise<void> {
  const submissionId = (await runOf(runId)).tracks.AEP.submission!.id;
  await record(runId, 'configurationDelayed', { submissionId, ...delay });
}

describe('a send that waits', () => {
  it.each([
    ['FAILED_OVER', FAILED_OVER],
    ['RESUMED', `beat_at = now() - interval '3 minutes'`],
  ])('says so once, however often it is tried, and is sent: %s', async (cause, how) => {
    const { customer, runId } = await aboutToSend();
    const era = await loseTime(how);
    for (const _ of [1, 2, 3]) await send(runId);
    expect(await recorded(runId)).toEqual([era]);
    const [begun] = await database.query<{ at: Date }>(
      `select began_at as at from database_era ${LAST}`,
    );
    expect(await shown(runId)).toMatchObject({ era, cause, since: begun!.at.toISOString() });
    expect(statusOf(await runOf(runId), 'AEP', 'SUBMISSION')).toBe('WORKING');
    expect(await postsOf(customer)).toEqual([]);

    await settle();
    await send(runId);
    expect(await shown(runId)).toBeNull();
    expect(await postsOf(customer)).toHaveLength(1);
    expect(await recorded(runId)).toEqual([era]);
    const { organization } = await runOf(runId);
    expect(await partner.store.verifyHistory(organization.id)).toMatchObject({ ok: true });
  });

  it('is not sent where the database was restored since, and needs another approval', async () => {
    const { customer, runId } = await aboutToSend();
    const era = await loseTime(`system_identifier = '1'`);
    await send(runId);
    expect(await recorded(runId)).toEqual([era]);
    expect(await shown(runId)).toMatchObject({ era, cause: 'RESTORED' });
    // Two workers, one of which comes late; a failover since doesn't make them forget.
    const late = await claim(runId, 'submit');
    await endLease(runId);
    await loseTime();
    await changeLast(`began_at = began_at - interval '1 day'`);
    await send(runId);
    await perform(late);
    const { submission } = (await runOf(runId)).tracks.AEP;
    expect(submission).toMatchObject({ status: 'failed', outcome: 'refused', sends: 0 });
    expect(await postsOf(customer)).toEqual([]);
    expect(await erasIn(runId, 'configurationNotSent')).toHaveLength(1);

    // The restore is over; what is requested from now on is sent.
    await database.query(`update database_era set began_at = now() where cause = 'RESTORED'`);
    await applyRunEvent(runId, 'stepRetried', { track: 'AEP', step: 'SUBMISSION' }, OPERATOR);
    await withWorkers(1, async () => {
      await approved(customer, runId, 'AEP');
      await submit(customer, runId);
      await until('sent', runId, (run) => run.tracks.AEP.submission?.status === 'sent');
    });
    expect(await postsOf(customer)).toHaveLength(1);
  });

  it('says so again after another loss, and not because of the earlier one', async () => {
    const { runId } = await aboutToSend();
    const first = await loseTime();
    await send(runId);
    const before = (await shown(runId))!;
    const second = await loseTime();
    await send(runId);
    expect(await recorded(runId)).toEqual([first, second]);
    await recordSend(runId, before);
    expect(await recorded(runId)).toEqual([first, second]);
    expect(await shown(runId)).toMatchObject({ era: second });
  });

  it('says so once where a worker lost its lease between reading the run and recording', async () => {
    const { customer, runId } = await aboutToSend();
    const era = await loseTime();
    let next: ClaimedEffect | null = null;
    const { adobe } = dependencies();
    const readConfiguration: AdobePort['readConfiguration'] = async (...given) => {
      await endLease(runId);
      next = await claim(runId, 'submit');
      await perform(next);
      return adobe.readConfiguration(...given);
    };
    await send(runId, { adobe: { ...adobe, readConfiguration } });
    expect(next).not.toBeNull();
    expect(await recorded(runId)).toEqual([era]);
    expect(await postsOf(customer)).toEqual([]);
  });

  it('says so once where no lease holds workers back, and nothing after the send', async () => {
    const { customer, runId } = await aboutToSend();
    await loseTime();
    const { era, seconds, delay } = await store.eras.settling(300);
    expect(seconds).toBeGreaterThan(0);
    await Promise.all([1, 2, 3, 4].map(() => recordSend(runId, delay!)));
    expect(await recorded(runId)).toEqual([era]);
    await settle();
    await send(runId);
    expect(await postsOf(customer)).toHaveLength(1);
    await recordSend(runId, { ...delay!, era: era + 1 });
    expect(await recorded(runId)).toEqual([era]);
    expect(await shown(runId)).toBeNull();
  });

  it('says nothing where the configuration is found instead', async () => {
    const { customer, runId } = await aboutToSend();
    await loseTime();
    const found: AdobePort['readConfiguration'] = () =>
      Promise.resolve({
        ...{ id: 'job', status: 'RUNNING', imsOrgId: null },
        keyVaultKeyIdentifier: customer.keys.AEP,
      });
    await send(runId, { adobe: { ...dependencies().adobe, readConfiguration: found } });
    expect((await runOf(runId)).tracks.AEP.submission?.status).toBe('sent');
    expect(await recorded(runId)).toEqual([]);
    expect(await postsOf(customer)).toEqual([]);
  });
});

it.each(CALLS)('a change that waits says so once, and is made: %s', async (change) => {
  await settle();
  const { customer, runId, effect } = await claimedAt(change);
  const made = await changesOf(customer);
  const era = await loseTime();
  await perform(effect);
  for (const _ of [1, 2]) await perform(await claim(runId, 'setup:AEP'));
  // Workers whose lease nobody compares.
  const [{ data } = { data: null }] = await database.query<{
    data: EventData[typeof CHANGE] | null;
  }>(`select data from history_entry where run_id = $1 and kind = '${CHANGE}'`, [runId]);
  await Promise.all([1, 2, 3].map(() => record(runId, CHANGE, data!)));
  expect(await recordedChanges(runId)).toEqual([era]);
  const { setup } = (await runOf(runId)).tracks.AEP;
  const now = store.now().toISOString();
  expect(delayOfSetup(setup!, now)).toMatchObject({ era, cause: 'FAILED_OVER' });
  expect(await changesOf(customer)).toEqual(made);

  await settle();
  await makeDue(runId);
  await withWorkers(1, () => until('everything in place', runId, isInPlace));
  expect(await changesOf(customer)).toEqual(ALL);
  expect(await recordedChanges(runId)).toEqual([era]);
  expect(delayOfSetup((await runOf(runId)).tracks.AEP.setup!, now)).toBeNull();
});
