/**
 * Observations that are written with the one that made them possible: the run, its history and its
 * effects are as if each had been written alone, whatever others did meanwhile.
 */
import { randomUUID } from 'node:crypto';
import type { ObservedStepId, Run, RunEvent } from '@keyway/core';
import {
  aDatabase,
  aPartner,
  continuing,
  OPERATOR,
  requireApplied,
  stepNameOf,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ClaimedEffect, Following, Store } from '../index.ts';
import { Database } from '../database/database.ts';

let database: TestDatabase;
let store: Store;
let other: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store({ now: undefined });
  other = await database.store({ now: undefined });
  partner = await aPartner(database, store);
});
beforeEach(() => database.query('delete from effect'));
afterAll(() => database.close());

/** A run whose vault is to be observed now. */
async function waiting(): Promise<Run> {
  const { run } = await partner.run((await partner.organization()).id);
  const built = await partner.play(run.id, (builder) => {
    builder.at('vault').complete('APP_REGISTRATION', 'AEP');
    return builder.apply('keyProvided', keyOf(continuing(builder.run).at('network').run));
  });
  return built.run;
}
const keyOf = (run: Run) => ({
  track: 'AEP' as const,
  keyIdentifier: run.tracks.AEP.key!.identifier,
  vaultResourceId: run.tracks.AEP.key!.vaultResourceId,
});

const jobKeyOf = (step: ObservedStepId): string => `observe:AEP:${step}`;

/** Observations of steps in this order, each read when the ones before it were known. */
function read(run: Run, ...steps: ObservedStepId[]): { first: RunEvent; following: Following[] } {
  const builder = continuing(run);
  const since = store.now().toISOString();
  const [first, ...following] = steps.map((step) => {
    const reading = { since, run: builder.run };
    const event = builder.observe(stepNameOf(step)).events.at(-1)!;
    return { event: { ...event, id: randomUUID() }, jobKey: jobKeyOf(step), reading };
  });
  return { first: first!.event, following };
}
const ALL = ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'] as const;

async function claim(run: Run, step: ObservedStepId): Promise<ClaimedEffect> {
  const effect = (await store.queue.claim(50)).find(
    ({ runId, jobKey }) => runId === run.id && jobKey === jobKeyOf(step),
  );
  return effect!;
}
const effectsOf = (run: Run) =>
  database.query<{ slot: string; isDue: boolean; held: boolean; step: string }>(
    `select slot, due_at <= now() + interval '1 second' as "isDue", lease_token is not null as held, data->>'step' as step
     from effect where run_id = $1 order by slot`,
    [run.id],
  );
const entriesOf = async (run: Run): Promise<string[]> =>
  (
    await database.query<{ step: string | null }>(
      `select data->'facts'->>'step' as step from history_entry where run_id = $1 and kind = 'factsObserved' order by seq`,
      [run.id],
    )
  ).map(({ step }) => step!);
const stored = async (run: Run): Promise<Run> => (await other.system().run(run.id))!.run;
const verified = async (run: Run) => (await partner.store.verifyHistory(run.organization.id)).ok;
/** What happened to a run, without its IDs and instants. */
const happened = ({ tracks, version }: Run, since: Run) => ({
  changes: version - since.version,
  steps: Object.entries(tracks.AEP.steps).map(([id, { status, checks }]) => [
    id,
    status,
    checks.map(({ check, verdict }) => `${check} ${verdict}`),
  ]),
});

it('writes all in one round trip, as if each had been written alone', async () => {
  const one = await waiting();
  const effect = await claim(one, 'VAULT');
  const { first, following } = read(one, ...ALL);
  const together = vi.spyOn(Database.prototype, 'together');
  const result = await store.system().advance(one.id, first, {
    ...{ fromEffect: effect.lease, reading: { since: effect.dueAt, run: one }, following },
  });
  expect(together).toHaveBeenCalledTimes(1);
  together.mockRestore();
  if (!('run' in result)) throw new Error(JSON.stringify(result));
  expect(result.applied).toBe(true);
  expect(result.run.run.tracks.AEP.steps.APPROVAL!.status).toBe('READY');
  expect(await stored(one)).toEqual(result.run.run);
  expect((await entriesOf(one)).slice(-5)).toEqual(ALL);

  const each = await waiting();
  const alone = read(each, ...ALL);
  for (const event of [alone.first, ...alone.following.map((next) => next.event)])
    await requireApplied(store, each.id, event);
  expect(happened(await stored(one), one)).toEqual(happened(await stored(each), each));
  expect(await effectsOf(one)).toEqual(await effectsOf(each));
  expect((await effectsOf(one)).every(({ isDue, held }) => !isDue && !held)).toBe(true);
  for (const run of [one, each]) expect(await verified(run)).toBe(true);
  const rows = (run: Run) =>
    database.query(
      `select step, status, actor from run_step where run_id = $1 and track = 'AEP' order by step`,
      [run.id],
    );
  expect(await rows(one)).toEqual(await rows(each));
});

it('writes what a process did that knew nothing of the run', async () => {
  const run = await waiting();
  const { first, following } = read(run, ...ALL);
  await other.system().advance(run.id, first, { following });
  expect((await entriesOf(run)).slice(-5)).toEqual(ALL);
  expect(await verified(run)).toBe(true);
});

it('is written once where the answer to COMMIT was lost and it is tried again', async () => {
  const run = await waiting();
  const effect = await claim(run, 'VAULT');
  const { first, following } = read(run, ...ALL);
  const conditions = { fromEffect: effect.lease, following };
  await store.system().advance(run.id, first, conditions);
  for (const by of [store, other])
    expect(await by.system().advance(run.id, first, conditions)).toMatchObject({
      ...{ applied: false, repeated: true },
    });
  expect((await entriesOf(run)).filter((step) => step !== 'APP_REGISTRATION')).toEqual(ALL);
  expect(await verified(run)).toBe(true);
});

it('writes nothing of it without the lease', async () => {
  const run = await waiting();
  const effect = await claim(run, 'VAULT');
  const { first, following } = read(run, ...ALL);
  await database.query('update effect set lease_token = gen_random_uuid() where id = $1', [
    effect.lease.effectId,
  ]);
  const conditions = { fromEffect: effect.lease, following };
  expect(await store.system().advance(run.id, first, conditions)).toEqual({ lostLease: true });
  expect((await stored(run)).version).toBe(run.version);
});

it('leaves out what the run does not ask for, which stays to be read', async () => {
  const run = await waiting();
  const { first, following } = read(run, 'VAULT', 'CONSENT', 'ROLE');
  const [consent, role] = following;
  // The role before the consent that makes it possible, and the vault again.
  const wrong = [role!, consent!, { ...consent!, event: { ...first, id: randomUUID() } }];
  await store.system().advance(run.id, first, { following: wrong });
  expect((await entriesOf(run)).slice(-2)).toEqual(['VAULT', 'CONSENT']);
  const due = (await effectsOf(run)).filter(({ isDue }) => isDue).map(({ step }) => step);
  expect(due).toEqual(['KEY', 'NETWORK', 'ROLE']);
  expect(await verified(run)).toBe(true);
});

it('says nothing of a key that is another one by now', async () => {
  const run = await waiting();
  const { first, following } = read(run, ...ALL);
  const { keyIdentifier, ...others } = keyOf(run);
  await requireApplied(other, run.id, {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: OPERATOR, kind: 'keyProvided' },
    data: { ...others, keyIdentifier: keyIdentifier.replace(/keys\/[^/]*/, 'keys/another') },
  });
  const outcome = await store.system().advance(run.id, first, {
    ...{ reading: { since: store.now().toISOString(), run }, following },
  });
  expect(outcome).toEqual({ overtaken: true });
  expect((await entriesOf(run)).filter((step) => step !== 'APP_REGISTRATION')).toEqual([]);
  expect((await effectsOf(run)).find(({ step }) => step === 'VAULT')!.isDue).toBe(true);
});

it('is not applied where others observed one of its steps since the first reading began', async () => {
  const run = await waiting();
  const { first, following } = read(run, 'VAULT', 'NETWORK', 'KEY');
  const reading = { since: store.now().toISOString(), run };
  const theirs = read(run, 'VAULT', 'KEY');
  await requireApplied(other, run.id, theirs.first);
  await requireApplied(other, run.id, theirs.following[0]!.event);
  const result = await store.system().advance(run.id, first, { reading, following });
  expect(result).toEqual({ overtaken: true });
  expect((await stored(run)).version).toBe(run.version + 2);
});

it('takes from another worker nothing that it holds', async () => {
  const run = await waiting();
  await requireApplied(store, run.id, read(run, 'VAULT').first);
  await database.query(`update effect set due_at = now() - interval '1 minute' where run_id = $1`, [
    run.id,
  ]);
  const current = await stored(run);
  const claimed = await store.queue.claim(50);
  const of = (step: ObservedStepId) => claimed.find(({ jobKey }) => jobKey === jobKeyOf(step))!;
  // Consent is read with its role, which another worker may have from before.
  const { first, following } = read(current, 'CONSENT', 'ROLE');
  const late = { since: store.now().toISOString(), run: current };
  await store.system().advance(run.id, first, { fromEffect: of('CONSENT').lease, following });
  const key = read(current, 'KEY').first;
  expect(
    await other.system().advance(run.id, key, { fromEffect: of('KEY').lease, reading: late }),
  ).toMatchObject({ applied: true });
  expect((await entriesOf(run)).slice(-3)).toEqual(['CONSENT', 'ROLE', 'KEY']);
  expect(await verified(run)).toBe(true);
});

it('is read again where somebody asked meanwhile to check what it rests on', async () => {
  const run = await waiting();
  const effect = await claim(run, 'VAULT');
  const { first, following } = read(run, ...ALL);
  await requireApplied(other, run.id, {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: OPERATOR },
    ...{ kind: 'verificationRequested', data: { track: 'AEP', step: 'VAULT' } },
  });
  const conditions = { fromEffect: effect.lease, following };
  expect(await store.system().advance(run.id, first, conditions)).toMatchObject({ applied: true });
  expect((await entriesOf(run)).at(-1)).toBe('VAULT');
  const due = (await effectsOf(run)).filter(({ isDue, held }) => isDue && !held);
  expect(due.map(({ step }) => step)).toEqual(['CONSENT', 'KEY', 'NETWORK', 'VAULT']);
});
