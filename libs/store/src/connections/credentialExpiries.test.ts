/**
 * Each mark of a credential's expiry is said once: by two workers, after a crash, whatever the
 * clock does, and never about a credential that is not there any more.
 */
import { exampleBody, type WebhookEventType } from '@keyway/core';
import {
  aClock,
  aDatabase,
  anOccurrence,
  aPartner,
  OPERATOR,
  requireAccepted,
  requireDone,
  type TestClock,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewConnection, Store, TrialOutcome, UnitOfWork } from '../index.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const DAY = 86_400;
let clock: TestClock;
let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let organizationId: string;

beforeAll(async () => {
  clock = aClock();
  database = await aDatabase();
  store = await database.store({ now: clock.now });
  partner = await aPartner(database, store);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.query('delete from connection');
  ({ id: organizationId } = await partner.organization());
});

const write = async <T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> => {
  const request = { principal: OPERATOR.principal, operation: 'test', input: null };
  return requireAccepted(await partner.store.mutate(request, work));
};
const mutate = (work: (unit: UnitOfWork) => Promise<object | { refusal: unknown }>) =>
  write(async (unit) => requireDone(await work(unit)));
const inDays = (days: number): string =>
  new Date(clock.now().getTime() + days * DAY * 1000).toISOString();
const common = { tenantId: TENANT, subscriptionId: null, clientId: TENANT };
const secret = (expiresAt: string | null): NewConnection => ({
  kind: 'azure',
  connection: { ...common, access: 'READ', clientSecret: 'sandbox-azure', expiresAt },
});
/** As a row has them. */
const azureFields = (expiresAt: string) => ({
  ...{ ...common, access: 'READ', credential: { kind: 'CLIENT_SECRET', expiresAt } },
});
const certificate = (expiresAt: string): NewConnection => ({
  kind: 'azure',
  connection: { ...common, access: 'READ', certificatePem: 'sealed', expiresAt, thumbprint: 'ab' },
});
const connect = (connection: NewConnection, id = organizationId) =>
  mutate((unit) => unit.connections.set(id, connection, anOccurrence()));
const CONNECTED: TrialOutcome = {
  ...{ result: 'connected', code: null, message: null, status: null, againAfterSeconds: null },
};
/** The waiting one takes the place of the stored one. */
async function takesPlace(): Promise<void> {
  const trials = await store.trials.claim(10);
  const trial = trials.find(({ replacement }) => replacement !== null)!;
  expect(await store.trials.record(trial, CONNECTED)).toBe(true);
}
/** A pass of a worker. */
async function pass(worker: Store = store): Promise<void> {
  for (const due of await worker.expiries.due()) await worker.expiries.warn(due);
}

interface Entry {
  kind: string;
  data: { expiresAt: string; waits: boolean };
}
async function warnings(id = organizationId): Promise<string[]> {
  const page = await partner.store.history({ first: 50 }, { organizationId: id });
  return page.edges
    .map(({ node }) => node as unknown as Entry)
    .filter(({ kind }) => kind.startsWith('credentialExp'))
    .map(({ kind, data }) => `${kind} ${data.expiresAt}${data.waits ? ' waits' : ''}`)
    .toReversed();
}

describe('a credential', () => {
  it.each([
    ['client secret', secret],
    ['certificate', certificate],
  ])('of a %s is warned about at 30 and 7 days and when it has expired', async (_, made) => {
    const expires = inDays(31);
    await connect(made(expires));
    const said = [];
    for (const days of [0, 0.99, 0.02, 10, 12.97, 0.02, 6, 0.99, 0.02, 100]) {
      clock.advance(days * DAY);
      const before = await warnings();
      await pass();
      said.push((await warnings()).slice(before.length).join());
    }
    const [soon, over] = [`credentialExpires ${expires}`, `credentialExpired ${expires}`];
    expect(said).toEqual(['', '', soon, '', '', soon, '', '', over, '']);
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({ ok: true });
  });

  it('past several marks at once is warned about by the nearest alone', async () => {
    const expires = inDays(60);
    await connect(secret(expires));
    clock.advance(55 * DAY);
    await pass();
    expect(await warnings()).toEqual([`credentialExpires ${expires}`]);
    clock.advance(90 * DAY);
    await pass();
    await pass();
    expect(await warnings()).toEqual([
      `credentialExpires ${expires}`,
      `credentialExpired ${expires}`,
    ]);
  });

  it('without a known expiry, or with a federated or Adobe’s own, is not', async () => {
    await connect(secret(null));
    await connect({
      kind: 'adobe',
      connection: { clientId: 'c', clientSecret: 'sandbox-adobe', scopes: ['openid'] },
    });
    const { id } = await partner.organization();
    const issuer = 'https://keyway.example/federation';
    await connect({ kind: 'azure', connection: { ...common, access: 'READ', issuer } }, id);
    clock.advance(9000 * DAY);
    expect(await store.expiries.due()).toEqual([]);
  });

  it('is warned about once by several workers, and by the next after one failed midway', async () => {
    const expires = inDays(5);
    await connect(secret(expires));
    const workers = [store, await database.store({ now: clock.now })];
    const seen = await Promise.all(workers.map((worker) => worker.expiries.due()));
    expect(seen.map((due) => due.length)).toEqual([1, 1]);
    // It fails after history and the mark were written.
    await database.query(
      'alter function put_webhook_change(uuid, uuid, uuid, text, timestamptz, json) rename to put_away',
    );
    await expect(store.expiries.warn(seen[0]![0]!)).rejects.toThrow(/put_webhook_change/);
    await database.query(
      'alter function put_away(uuid, uuid, uuid, text, timestamptz, json) rename to put_webhook_change',
    );
    expect(await warnings()).toEqual([]);
    const marks = await Promise.all(
      workers.flatMap((worker) => [0, 1].map(() => worker.expiries.warn(seen[0]![0]!))),
    );
    expect(marks.filter((mark) => mark !== null)).toEqual([7]);
    expect(await warnings()).toEqual([`credentialExpires ${expires}`]);
  });

  it('that is removed, or of an archived organization, is not', async () => {
    await connect(secret(inDays(5)));
    const [due] = await store.expiries.due();
    await mutate((unit) => unit.organizations.archive(organizationId, null, anOccurrence()));
    expect(await store.expiries.due()).toEqual([]);
    expect(await store.expiries.warn(due!)).toBeNull();
    await mutate((unit) => unit.organizations.restore(organizationId, anOccurrence()));
    await mutate((unit) => unit.connections.remove(organizationId, 'azure', anOccurrence()));
    expect(await store.expiries.warn(due!)).toBeNull();
    expect(await warnings()).toEqual([]);
  });
});

describe('webhooks', () => {
  it('get each warning once, as the example shows it', async () => {
    const { webhook } = await write(async (unit) =>
      requireDone<{ webhook: { id: string } }>(
        await unit.webhooks.create(
          {
            ...{ url: 'https://nobody.example/', host: 'nobody.example' },
            ...{ events: ['credential.*'], organizationIds: null },
          },
          anOccurrence(),
        ),
      ),
    );
    await connect(secret(inDays(7)));
    for (const days of [0, 0, 7, 1]) {
      clock.advance(days * DAY);
      await pass();
    }
    while ((await store.webhooks.render()) > 0);
    const sent = await database.query<{ type: WebhookEventType; body: string }>(
      `select m.type, m.body from webhook_delivery d join webhook_message m on m.id = d.message_id
       where d.webhook_id = $1 order by d.position`,
      [webhook.id],
    );
    expect(sent.map(({ type }) => type)).toEqual(['credential.expires', 'credential.expired']);
    const shapeOf = (body: string): string =>
      body.replaceAll(/:"[^"]*"/g, ':').replaceAll(/\d/g, '');
    for (const { type, body } of sent) expect(shapeOf(body)).toBe(shapeOf(exampleBody(type)));
    expect(sent[0]!.body).not.toContain('sandbox-');
  });
});

describe('a credential that replaces another', () => {
  it('ends the warnings of the former and begins its own, also for a worker that comes late', async () => {
    const [former, latter] = [inDays(20), inDays(200)];
    await connect(secret(former));
    await pass();
    clock.advance(15 * DAY);
    const [late] = await store.expiries.due();
    await connect(certificate(latter));
    await takesPlace();
    expect(await store.expiries.warn(late!)).toBeNull();
    clock.advance(30 * DAY);
    await pass();
    expect(await warnings()).toEqual([`credentialExpires ${former}`]);
    clock.advance(126 * DAY);
    await pass();
    expect(await warnings()).toEqual([
      `credentialExpires ${former}`,
      `credentialExpires ${latter}`,
    ]);
  });

  it('at the very moment of a warning: who waited for the lock finds the new one', async () => {
    await connect(secret(inDays(5)));
    const [due] = await store.expiries.due();
    const replacing = new pg.Client({ connectionString: database.url });
    await replacing.connect();
    await replacing.query('begin');
    await replacing.query('select from chain_head where chain_id = $1 for update', [
      organizationId,
    ]);
    const warned = store.expiries.warn(due!);
    const waits = `select from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database()`;
    await expect.poll(async () => (await database.query(waits)).length).toBe(1);
    const latter = azureFields(inDays(300));
    await replacing.query(`update connection set fields = $1, sealed = sealed || '\\x00'`, [
      latter,
    ]);
    await replacing.query('commit');
    await replacing.end();
    expect(await warned).toBeNull();
    expect(await warnings()).toEqual([]);
  });

  it('is warned about while it waits, and not a second time when it takes the place', async () => {
    await connect(secret(null));
    const expires = inDays(6);
    await connect(certificate(expires));
    await pass();
    expect(await warnings()).toEqual([`credentialExpires ${expires} waits`]);
    await takesPlace();
    await pass();
    expect(await warnings()).toHaveLength(1);
    clock.advance(7 * DAY);
    await pass();
    expect((await warnings()).slice(1)).toEqual([`credentialExpired ${expires}`]);
  });

  it('and is withdrawn or replaced itself is not warned about', async () => {
    await connect(secret(null));
    await connect(secret(inDays(5)));
    const [due] = await store.expiries.due();
    await connect(secret(inDays(500)));
    expect(await store.expiries.warn(due!)).toBeNull();
    await mutate((unit) =>
      unit.connections.withdrawReplacement(organizationId, 'azure', anOccurrence()),
    );
    expect(await store.expiries.warn(due!)).toBeNull();
    expect(await warnings()).toEqual([]);
  });

  it('by a process of the version before begins its own, and an unreadable date harms nothing', async () => {
    await connect(secret(inDays(5)));
    await pass();
    const write = (expiresAt: string) =>
      database.query(`update connection set fields = $1, sealed = sealed || '\\x00'`, [
        azureFields(expiresAt),
      ]);
    const latter = inDays(6);
    await write(latter);
    await pass();
    expect((await warnings()).slice(1)).toEqual([`credentialExpires ${latter}`]);
    await write('soon');
    expect(await store.expiries.due()).toEqual([]);
  });
});
