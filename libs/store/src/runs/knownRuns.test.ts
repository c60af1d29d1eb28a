/** What a process knows of a run is a guess: whoever changed the run, nothing is lost. */
import { randomUUID } from 'node:crypto';
import type { Run, RunEvent } from '@keyway/core';
import {
  aDatabase,
  aPartner,
  observedVault,
  OPERATOR,
  requireApplied,
  type TestDatabase,
  type TestPartner,
  MAX_WAIT_MILLISECONDS,
} from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Store } from '../index.ts';
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
afterAll(() => database.close());

async function prepared(): Promise<Run> {
  const { run } = await partner.run((await partner.organization()).id);
  return (await partner.play(run.id, (builder) => builder.at('network'))).run;
}

const verdict = ({ tracks }: Run) => tracks.AEP.steps.VAULT!.status;
const verified = async (run: Run) => (await partner.store.verifyHistory(run.organization.id)).ok;
it('writes in one round trip what nobody changed meanwhile, and reads what somebody did', async () => {
  const run = await prepared();
  await requireApplied(store, run.id, observedVault(run, false));
  const [together, locking] = [
    vi.spyOn(Database.prototype, 'together'),
    vi.spyOn(Database.prototype, 'transaction'),
  ];
  const roundTrips = async (on: Store, isProtected: boolean): Promise<number> => {
    const before = together.mock.calls.length;
    const event = observedVault(run, isProtected);
    const { partnerId } = partner;
    expect(await on.system().advance(run.id, event, { partnerId })).toMatchObject({
      applied: true,
    });
    return together.mock.calls.length - before;
  };
  expect(await roundTrips(store, true)).toBe(1);
  expect(await roundTrips(other, false)).toBe(2);
  // The write that finds it changed, the read, and the write.
  expect(await roundTrips(store, true)).toBe(3);
  expect(locking).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

it('applies what one process brings after the other, in any order', async () => {
  const run = await prepared();
  for (let turn = 0; turn < 8; turn += 1) {
    const [one, two] = turn % 3 ? [store, other] : [other, store];
    await requireApplied(one, run.id, observedVault(run, turn % 2 === 1));
    await requireApplied(one, run.id, observedVault(run, turn % 2 === 0));
    const after = await requireApplied(two, run.id, observedVault(run, turn % 2 === 1));
    expect(after.version).toBe(run.version + (turn + 1) * 3);
    expect(after).toEqual((await other.system().run(run.id))!.run);
    expect(verdict(after)).toBe(turn % 2 ? 'DONE' : 'BLOCKED');
  }
  expect(await verified(run)).toBe(true);
});

it('applies what many bring at once, each once', async () => {
  const run = await prepared();
  const events = Array.from({ length: 12 }, (_, turn) => observedVault(run, turn % 2 === 1));
  await Promise.all(
    [...events, ...events].map((event, turn) =>
      (turn % 5 ? store : other).system().advance(run.id, event),
    ),
  );
  const entries = await database.query<{ id: string }>(
    'select id from history_entry where run_id = $1',
    [run.id],
  );
  const ids = entries.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect((await store.system().run(run.id))!.run.version).toBe(ids.length);
  expect(await verified(run)).toBe(true);
});

it('sees what was changed past the write path', async () => {
  const run = await prepared();
  await requireApplied(store, run.id, observedVault(run, false));
  await database.query(`update run set state = replace($3, $2, 'By hand')::json where id = $1`, [
    run.id,
    run.organization.name,
    JSON.stringify((await store.system().run(run.id))!.run),
  ]);
  const after = await requireApplied(store, run.id, observedVault(run, true));
  expect(after.organization.name).toBe('By hand');
});

it('writes nothing without the lease', async () => {
  const run = await prepared();
  await requireApplied(store, run.id, observedVault(run, false));
  await database.query(`update effect set due_at = now() - interval '1 minute' where run_id = $1`, [
    run.id,
  ]);
  const effect = (await store.queue.claim(50)).find(({ runId }) => runId === run.id)!;
  await database.query('update effect set lease_token = gen_random_uuid() where id = $1', [
    effect.lease.effectId,
  ]);
  for (const leases of [{ fromEffect: effect.lease }, { underLease: effect.lease }])
    expect(await store.system().advance(run.id, observedVault(run, true), leases)).toEqual({
      lostLease: true,
    });
  expect((await store.system().run(run.id))!.run.version).toBe(run.version + 1);
  expect(await verified(run)).toBe(true);
});

it('leaves an effect that was requested again meanwhile', async () => {
  const run = await prepared();
  await requireApplied(store, run.id, observedVault(run, false));
  await database.query(`update effect set due_at = now() - interval '1 minute' where run_id = $1`, [
    run.id,
  ]);
  const effect = (await store.queue.claim(50)).find(
    ({ runId, jobKey }) => runId === run.id && jobKey === 'observe:AEP:VAULT',
  )!;
  await database.query('update effect set generation = generation + 1 where id = $1', [
    effect.lease.effectId,
  ]);
  const leases = { fromEffect: effect.lease };
  const result = await store.system().advance(run.id, observedVault(run, true), leases);
  expect(result).toMatchObject({ applied: true });
  const [row] = await database.query<{ generation: number }>(
    'select generation from effect where id = $1',
    [effect.lease.effectId],
  );
  expect(row!.generation).toBeGreaterThan(effect.lease.generation + 1);
});

it('refuses by the run as it is, and not as it was known', async () => {
  const run = await prepared();
  await requireApplied(store, run.id, observedVault(run, false));
  const cancel = (): RunEvent => ({
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: OPERATOR, kind: 'runCancelled' },
    data: { reason: 'Not wanted.' },
  });
  await requireApplied(other, run.id, cancel());
  expect(await store.system().advance(run.id, cancel())).toHaveProperty('refusal');
  expect(await verified(run)).toBe(true);
});

const lookedAt = async (run: Run): Promise<Date> => {
  const [row] = await database.query<{ at: Date }>(
    `select looked_at as at from step_look where run_id = $1 and track = 'AEP' and step = 'VAULT'`,
    [run.id],
  );
  return row!.at;
};

it('applies no reading that another overtook, whoever brought it', async () => {
  const run = await prepared();
  for (const by of [store, other]) {
    const current = await requireApplied(store, run.id, observedVault(run, false));
    const newer = await requireApplied(by, run.id, observedVault(run, true));
    const at = await lookedAt(run);
    const began = (since: Date, known: Run) => ({ since: since.toISOString(), run: known });
    const late = { reading: began(new Date(at.getTime() - 1), current) };
    expect(await store.system().advance(run.id, observedVault(run, false), late)).toEqual({
      overtaken: true,
    });
    const next = { reading: began(at, newer) };
    expect(await store.system().advance(run.id, observedVault(run, false), next)).toMatchObject({
      applied: true,
    });
  }
});

/** Another transaction writes these rows, and commits when the work waits for them. */
async function rowsMeanwhile<T>(text: string, values: unknown[], work: () => Promise<T>) {
  const late = new pg.Client({ connectionString: database.url });
  await late.connect();
  try {
    await late.query('begin');
    await late.query(text, values);
    const done = work();
    await vi.waitFor(async () => {
      const waiting = await database.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%held as materialized%'`,
      );
      expect(waiting).toHaveLength(1);
    }, MAX_WAIT_MILLISECONDS);
    await late.query('commit');
    return await done;
  } finally {
    await late.end();
  }
}

it('requests once what a late process requests without an entry in the chain', async () => {
  const { run } = await partner.run((await partner.organization()).id);
  const slot = 'observe:AEP:APP_REGISTRATION';
  const insert = `insert into effect (id, run_id, slot, partner_id, organization_id, type, data, due_at)
    select gen_random_uuid(), id, $2, partner_id, organization_id, 'observeStep', '{}', now() + interval '1 day'
    from run where id = $1`;
  const event: RunEvent = {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: OPERATOR, kind: 'stepAttested' },
    data: { track: 'AEP', step: 'ENTITLEMENT', statement: 'Bought.', reference: null },
  };
  await rowsMeanwhile(insert, [run.id, slot], () => requireApplied(store, run.id, event));
  const effects = await database.query(
    `select generation, due_at <= now() as "isDue", data->>'step' as step from effect where run_id = $1 and slot = $2`,
    [run.id, slot],
  );
  expect(effects).toEqual([{ generation: 2, isDue: true, step: 'APP_REGISTRATION' }]);
  expect(await verified(run)).toBe(true);
});

it('keeps the later time where a late process records an observation of the step', async () => {
  const run = await prepared();
  const ofStep = `run_id = $1 and track = 'AEP' and step = 'VAULT'`;
  const [row] = await database.query<object>(`delete from step_look where ${ofStep} returning *`, [
    run.id,
  ]);
  const later = new Date(Date.now() + 60_000);
  const insert = `insert into step_look (run_id, track, step, partner_id, organization_id, looked_at, packed)
    select run_id, track, step, partner_id, organization_id, $2, packed
    from jsonb_populate_record(null::step_look, $1)`;
  await rowsMeanwhile(insert, [JSON.stringify(row), later], () =>
    requireApplied(store, run.id, observedVault(run, false)),
  );
  expect(
    await database.query(`select looked_at as "lookedAt" from step_look where ${ofStep}`, [run.id]),
  ).toEqual([{ lookedAt: later }]);
  expect(verdict((await other.system().run(run.id))!.run)).toBe('BLOCKED');
});
