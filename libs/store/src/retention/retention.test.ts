/** What is too old goes in batches, whoever else deletes; the rest stays. */
import { randomUUID } from 'node:crypto';
import { readSettings } from '@keyway/config';
import { aDatabase, aMember, aPartner, type TestDatabase, type TestPartner } from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { deletionOf } from './deleteInBatches.ts';
import { DEFAULT_RETENTION, retentionOf } from './retention.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());
beforeEach(() => database.query('delete from idempotency'));

/** Keys of so many hours ago. */
const keys = (count: number, hours: number): Promise<unknown> =>
  database.query(
    `insert into idempotency (partner_id, principal, key, operation, input_hash, at)
     select $1, 'token:x', gen_random_uuid()::text, 'createOrganization', '', clock_timestamp() - make_interval(hours => $3)
     from generate_series(1, $2)`,
    [partner.partnerId, count, hours],
  );
const left = async (): Promise<number> => (await database.query('select from idempotency')).length;

it('the standard periods are those of the settings', () => {
  expect(retentionOf(readSettings('worker', {}))).toEqual(DEFAULT_RETENTION);
  const longer = readSettings('worker', { KEYWAY_KEEP_DELIVERY_DAYS: '400' });
  expect(retentionOf(longer)).toEqual({ ...DEFAULT_RETENTION, deliveryDays: 400 });
  expect(() => readSettings('api', { KEYWAY_KEEP_IDEMPOTENCY_HOURS: '23' })).toThrow(/from 24/);
});

it('several batches go, and none that is younger', async () => {
  await keys(2500, 25);
  await keys(7, 23);
  await store.system().sweep();
  expect(await left()).toBe(7);
});

it('several apis that sweep at once share the work, and none fails', async () => {
  await keys(6000, 25);
  const others = await Promise.all([database.store(), database.store()]);
  await Promise.all([store, ...others].map((one) => one.system().sweep()));
  // What another one held when it was passed over goes with the next pass.
  await store.system().sweep();
  expect(await left()).toBe(0);
  await Promise.all(others.map((one) => one.close()));
});

it('a row that is in use keeps nothing else, and goes later', async () => {
  await keys(3, 25);
  await database.holding('select from idempotency limit 1 for update', async () => {
    await store.system().sweep();
    expect(await left()).toBe(1);
  });
  await store.system().sweep();
  expect(await left()).toBe(0);
});

it('a longer period keeps longer, and the key answers so long', async () => {
  const patient = await database.store({ retention: { idempotencyHours: 72 } });
  const scope = { partnerId: partner.partnerId, organizationIds: null };
  const request = { principal: 'token:x', operation: 'x', input: {}, idempotencyKey: randomUUID() };
  const ask = (value: number, of = patient) =>
    of.forPartner(scope).mutate(request, () => Promise.resolve(value));
  await ask(1);
  const age = (hours: number) =>
    database.query(`update idempotency set at = at - make_interval(hours => ${hours})`);
  await age(71);
  await patient.system().sweep();
  expect(await ask(2)).toEqual({ result: 1, replayed: true });
  await age(2);
  expect(await ask(3)).toEqual({ result: 3, replayed: false });
  await patient.close();
});

it('nothing of a session that lasts, of a person, of a run or of history goes', async () => {
  const { id } = await aMember(store, partner.partnerId);
  const lasting = { idleSeconds: 60, longestSeconds: 60 };
  const { token } = await store.system().createSession(id, lasting);
  const ended = await store.system().createSession(id, lasting);
  await database.query(
    `update session set expires_at = now() - interval '1 second' where id <> $1`,
    [(await store.system().authenticateSession(token))!.session!.id],
  );
  const counts = () =>
    database.query(
      'select (select count(*) from member) m, (select count(*) from run) r, (select count(*) from history_entry) h, (select count(*) from approval_evidence) e',
    );
  const before = await counts();
  await store.system().sweep();
  expect(await store.system().authenticateSession(token)).not.toBeNull();
  expect(await store.system().authenticateSession(ended.token)).toBeNull();
  expect(await counts()).toEqual(before);
});

it('a deletion is bounded, and passes over what another one deletes', () => {
  const { text, batch } = deletionOf('session', 'sha256', 'expires_at < $1');
  expect(batch).toBe(1000);
  expect(text).toMatch(/limit 1000 for update skip locked/);
});
