/**
 * Two workers that observe one step: what one of them overtook is not applied, and the facts of the
 * run are those of its last entry.
 */
import { randomUUID } from 'node:crypto';
import { WORKER, type Run, type RunEvent, type StepFacts } from '@keyway/core';
import {
  aDatabase,
  aPartner,
  exampleFacts,
  requireApplied,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimedEffect, Reading, Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store({ now: undefined });
  partner = await aPartner(database, store);
});
beforeEach(async () => {
  await database.query('delete from effect');
});
afterAll(() => database.close());

const event = (kind: RunEvent['kind'], data: object): RunEvent =>
  ({ id: randomUUID(), at: new Date().toISOString(), actor: WORKER, kind, data }) as RunEvent;

/** A run whose app registration is to be observed now. */
async function waiting(): Promise<Run> {
  const { run } = await partner.run((await partner.organization()).id);
  const attested = { track: 'AEP', step: 'ENTITLEMENT', statement: 'Bought.', reference: null };
  return requireApplied(store, run.id, event('stepAttested', attested));
}

/** Facts that differ in the name of the application. */
function seen(run: Run, applicationId: string): RunEvent {
  const facts = exampleFacts(run, 'AEP', 'APP_REGISTRATION') as StepFacts & {
    registration: { value: object };
  };
  const value = { ...facts.registration.value, applicationId };
  return event('factsObserved', {
    ...{ track: 'AEP', attempt: 0, waitingSince: run.updatedAt, timeScale: 1 },
    facts: { ...facts, registration: { outcome: 'seen', value } },
  });
}
const readFrom = (run: Run): Reading => ({ since: store.now().toISOString(), run });
const claim = async (): Promise<ClaimedEffect> => (await store.queue.claim(1))[0]!;
const current = async ({ id }: Run): Promise<Run> => (await store.system().run(id))!.run;
const nameOf = (run: Run): unknown =>
  (run.tracks.AEP.steps.APP_REGISTRATION?.facts as { registration: { value: object } } | null)
    ?.registration.value;
const entries = (run: Run) =>
  database.query<{ seq: number; facts: { registration: { value: object } } }>(
    `select seq::int as seq, data -> 'facts' as facts from history_entry where run_id = $1 and kind = 'factsObserved' order by seq`,
    [run.id],
  );
const id = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;

describe('of two observations of a step', () => {
  it.each(['the first holder', 'the second holder'])(
    'one is applied where %s is first, and the run shows its facts',
    async (first) => {
      const run = await waiting();
      const [slow, slowReads] = [await claim(), readFrom(run)];
      await database.query(`update effect set lease_until = now() - interval '1 second'`);
      const [fast, fastReads] = [await claim(), readFrom(run)];
      const advance = (effect: ClaimedEffect, reading: Reading, name: number) =>
        store.system().advance(run.id, seen(run, id(name)), { fromEffect: effect.lease, reading });
      const late = () => advance(slow, slowReads, 1);
      const prompt = () => advance(fast, fastReads, 2);
      const results =
        first === 'the first holder'
          ? await Promise.all([late(), prompt()])
          : (await Promise.all([prompt(), late()])).toReversed();
      expect(results).toMatchObject([{ lostLease: true }, { applied: true }]);
      const [entry, ...more] = await entries(run);
      expect(more).toEqual([]);
      expect(nameOf(await current(run))).toEqual(entry!.facts.registration.value);
      expect(await partner.store.verifyHistory(run.organization.id)).toMatchObject({ ok: true });
    },
  );

  it('the one is not applied that another one began after and overtook', async () => {
    const run = await waiting();
    const [effect, reading] = [await claim(), readFrom(run)];
    await store.system().advance(run.id, seen(run, id(2)));
    const before = await current(run);
    const fromEffect = effect.lease;
    const advance = (from: Reading) =>
      store.system().advance(run.id, seen(run, id(1)), { fromEffect, reading: from });
    expect(await advance(reading)).toEqual({ overtaken: true });
    expect(await current(run)).toEqual(before);
    expect(await entries(run)).toHaveLength(1);
    // Its effect is still held: it is read again, and applied.
    expect(await store.queue.heartbeat(fromEffect)).toBe(true);
    expect(await advance(readFrom(before))).toMatchObject({ applied: true });
    expect(nameOf(await current(run))).toMatchObject({ applicationId: id(1) });
  });

  it('an unchanged one overtakes too, since it is newer', async () => {
    const run = await waiting();
    await store.system().advance(run.id, seen(run, id(2)));
    await database.query(`update effect set due_at = now() - interval '1 minute'`);
    const [effect, reading] = [await claim(), readFrom(await current(run))];
    expect(await store.system().advance(run.id, seen(run, id(2)))).toMatchObject({
      applied: false,
    });
    const late = { fromEffect: effect.lease, reading };
    expect(await store.system().advance(run.id, seen(run, id(1)), late)).toEqual({
      overtaken: true,
    });
  });

  it('its own event is known again, whatever came after it', async () => {
    const run = await waiting();
    const [effect, reading] = [await claim(), readFrom(run)];
    const own = seen(run, id(1));
    const conditions = { fromEffect: effect.lease, reading };
    expect(await store.system().advance(run.id, own, conditions)).toMatchObject({ applied: true });
    expect(await store.system().advance(run.id, own, conditions)).toMatchObject({ repeated: true });
  });

  it.each([
    ['finds something else', 2],
    ['finds the same', 1],
  ])(
    'one that somebody asked for meanwhile is made, where the one under way %s',
    async (_, name) => {
      const run = await waiting();
      await store.system().advance(run.id, seen(run, id(1)));
      await database.query(`update effect set due_at = now() - interval '1 minute'`);
      const [effect, reading] = [await claim(), readFrom(await current(run))];
      const asked = { track: 'AEP', step: 'APP_REGISTRATION' };
      await requireApplied(store, run.id, event('verificationRequested', asked));
      const conditions = { fromEffect: effect.lease, reading };
      await store.system().advance(run.id, seen(run, id(name)), conditions);
      // What is read now was not read before they asked.
      expect((await claim()).jobKey).toBe('observe:AEP:APP_REGISTRATION');
    },
  );

  it('none waits for one that bears an instant of the future', async () => {
    const run = await waiting();
    await store.system().advance(run.id, seen(run, id(2)));
    // As an earlier version left it whose clock was ahead.
    await database.query(`update step_look set looked_at = looked_at + interval '1 hour'`);
    await database.query(`update effect set due_at = now() - interval '1 minute'`);
    const [effect, reading] = [await claim(), readFrom(await current(run))];
    const conditions = { fromEffect: effect.lease, reading };
    expect(await store.system().advance(run.id, seen(run, id(1)), conditions)).toMatchObject({
      applied: true,
    });
  });
});
