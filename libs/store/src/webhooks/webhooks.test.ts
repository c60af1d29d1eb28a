/** Each change is written down with it, whatever path wrote it, and becomes a message once. */
import { randomUUID } from 'node:crypto';
import { exampleBody, globalId, type WebhookEventType } from '@keyway/core';
import { anImsOrgId, anOccurrence, requireDone, type TestPartner } from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { Database, type Transaction } from '../database/database.ts';
import { Refused } from '../index.ts';
import { rolesOf } from '../startup/databaseRoles.ts';
import { aWatch } from '../testing/aWatch.ts';
import { aWebhook as webhookOf } from '../testing/aWebhook.ts';
import { TwoPartners } from '../testing/twoPartners.ts';
import type { NewWebhook } from './changeWebhooks.ts';

const world = new TwoPartners();
beforeAll(world.open);
afterAll(world.close);
beforeEach(async () => {
  while ((await world.store.webhooks.render()) > 0);
  await world.database.query('update webhook set enabled = false');
  await world.database.query('delete from webhook_change');
  await world.database.query('delete from webhook_line');
  await world.database.query('delete from webhook_delivery');
  await world.database.query('delete from webhook_message');
});

const aWebhook = (partner: TestPartner, given: Partial<NewWebhook> = {}) =>
  webhookOf(world, partner, given);

interface Row {
  type: string;
  body: string;
  webhookId: string;
}
/** Everything rendered, in its order. */
async function messages(): Promise<Row[]> {
  while ((await world.store.webhooks.render()) > 0);
  return world.database.query<Row>(
    `select m.type, m.body, d.webhook_id as "webhookId" from webhook_delivery d join webhook_message m on m.id = d.message_id order by d.position, d.place`,
  );
}
const types = async (): Promise<string[]> => (await messages()).map(({ type }) => type);
const changes = async (): Promise<number> =>
  (await world.database.query('select from webhook_change')).length;

/** As a worker has it. */
async function openDatabase(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const roles = (await rolesOf(client))!;
  await client.end();
  const options = { applicationName: 'test', maxConnections: 2, now: null };
  return new Database({ ...options, url, roles, onWarning: () => undefined });
}

const newOrganization = () => ({
  ...({ name: 'New', imsOrgId: anImsOrgId(), cloud: 'AZURE', region: 'VA7' } as const),
  ...({ shield: 'HEALTHCARE_SHIELD', ownsCja: true, azureTenantId: null } as const),
});

describe('a change', () => {
  it('of a partner without a webhook, or with others, is not written down', async () => {
    const { ours, theirs } = world;
    const { id } = await ours.organization();
    await aWebhook(theirs);
    await aWebhook(ours, { organizationIds: [randomUUID()] });
    const off = await aWebhook(ours);
    await world.write(ours, (unit) =>
      unit.webhooks.update(off.id, { enabled: false }, anOccurrence()),
    );
    await ours.run(id);
    expect(await changes()).toBe(0);
  });

  it('that is rolled back leaves nothing, on any path', async () => {
    const { ours } = world;
    await aWebhook(ours);
    const outcome = await ours.store.mutate(
      { principal: 'p', operation: 't', input: null },
      async (unit) => {
        const made = requireDone<{ organization: { id: string } }>(
          await unit.organizations.create(newOrganization(), anOccurrence()),
        );
        requireDone(await unit.runs.start(made.organization.id, anOccurrence()));
        throw new Refused({ code: 'CONFLICT', reason: 'changedMeanwhile' });
      },
    );
    expect(outcome).toMatchObject({ refusals: [{}] });
    expect(await changes()).toBe(0);
  });

  it('is written down by an import, by starts in bulk and by single events, once each', async () => {
    const { ours } = world;
    await aWebhook(ours);
    const created = await world.write(ours, async (unit) =>
      requireDone<{ created: { id: string }[] }>(
        await unit.organizations.createMany(
          Array.from({ length: 5 }, newOrganization),
          anOccurrence,
        ),
      ),
    );
    const ids = created.created.map(({ id }) => id);
    await world.write(ours, async (unit) => {
      const started = await unit.runs.startMany(ids, anOccurrence);
      return [...started.values()].map((one) => 'run' in one);
    });
    const all = await types();
    expect(all.filter((type) => type === 'organization.created')).toHaveLength(5);
    expect(all.filter((type) => type === 'run.started')).toHaveLength(5);
    const run = (await ours.store.currentRuns(ids)).get(ids[0]!)!;
    await ours.play(run.id, (builder) => builder.at('submission'));
    const mine = (await messages()).filter(({ body }) => body.includes(globalId('Run', run.id)));
    const versions = mine.map(
      ({ body }) => (JSON.parse(body) as { data: { run: { version: number } } }).data.run.version,
    );
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set((await messages()).map(({ body }) => body)).size).toBe(
      all.length + mine.length - 1,
    );
  });

  it('of the version before, or made by hand, is written down as well', async () => {
    const { ours } = world;
    const { id } = await ours.organization();
    const { run } = await ours.run(id);
    await aWebhook(ours);
    const before = await world.database.query<{ packed: Buffer }>(
      'select packed_state as packed from run where id = $1',
      [run.id],
    );
    await ours.play(run.id, (builder) => builder.at('vault'));
    const known = await types();
    // As a version would that knows no webhooks: back and forth, with a state of its own.
    await world.database.query(
      'update run set packed_state = $2, version = version + 1 where id = $1',
      [run.id, before[0]!.packed],
    );
    expect((await types()).length).toBeGreaterThanOrEqual(known.length);
    // Rebuilt read models are no change.
    await world.database.query('update run set summary_version = null where id = $1', [run.id]);
    expect(await changes()).toBe(0);
  });

  it('becomes a message once, however many workers render it', async () => {
    const { ours } = world;
    const [one, two] = [await aWebhook(ours), await aWebhook(ours, { events: ['run.*'] })];
    for (let count = 0; count < 4; count += 1) await ours.run((await ours.organization()).id);
    await Promise.all(Array.from({ length: 8 }, () => world.store.webhooks.render()));
    const all = await messages();
    const of = (id: string) => all.filter(({ webhookId }) => webhookId === id);
    expect(of(one.id).filter(({ type }) => type === 'organization.created')).toHaveLength(4);
    expect(of(one.id).filter(({ type }) => type === 'run.started')).toHaveLength(4);
    expect(of(two.id).map(({ type }) => type)).toEqual(
      Array.from({ length: 4 }, () => 'run.started'),
    );
    // One message for both.
    expect(new Set(of(two.id).map(({ body }) => body)).size).toBe(4);
  });

  it('is for the webhooks that were there, with what they want by now', async () => {
    const { ours } = world;
    const old = await aWebhook(ours);
    await ours.organization();
    const late = await aWebhook(ours);
    const all = await messages();
    expect(all.map(({ webhookId }) => webhookId)).toEqual([old.id]);
    expect(all.some(({ webhookId }) => webhookId === late.id)).toBe(false);
  });

  it('that cannot be read is kept and counted, and holds back no other', async () => {
    const { ours } = world;
    await aWebhook(ours);
    await ours.organization();
    await world.database.query(`update webhook_change set source = 'run', data = '{"x": 1}'`);
    await ours.organization();
    expect(await types()).toEqual(['organization.created']);
    expect(await world.store.monitoring.webhooks()).toMatchObject({ unreadable: 1, pending: 1 });
  });
});

describe('a change of a run that a newer version stored', () => {
  const packedBy = (version: string) =>
    world.database.query(
      `update webhook_change set data = jsonb_set(data::jsonb, '{after,packedState}', to_jsonb($1 || substr(data #>> '{after,packedState}', 3))) where source = 'run'`,
      [version],
    );

  it('waits for that version, and holds back no other', async () => {
    const { ours } = world;
    const { id } = await ours.organization();
    await aWebhook(ours);
    await ours.run(id);
    await packedBy('02');
    await ours.organization();
    expect(await types()).toEqual(['organization.created']);
    expect(await world.store.monitoring.webhooks()).toMatchObject({ unreadable: 0 });
    await packedBy('01');
    expect(await types()).toContain('run.started');
  });
});

describe('an event', () => {
  it('of alerts, of health and of others is like its example', async () => {
    const { ours } = world;
    const { id: organizationId, name } = await ours.organization();
    const { run } = await ours.run(organizationId);
    await aWebhook(ours);
    const of = { partnerId: ours.partnerId, organizationId, runId: run.id };
    await aWatch(world.database, of);
    await world.database.query(
      `update watch set health = 'CUT_OFF', since = now() where organization_id = $1`,
      [organizationId],
    );
    await world.database.query(
      `update alert set status = 'RESOLVED', resolved_at = now() where organization_id = $1`,
      [organizationId],
    );
    await ours.organization();
    const shapeOf = (body: string): string =>
      body.replaceAll(/:"[^"]*"|:null/g, ':').replaceAll(/:\d+/g, ':');
    const all = await messages();
    expect(all.map(({ type }) => type)).toEqual([
      ...['alert.opened', 'health.changed', 'alert.closed', 'organization.created'],
    ]);
    for (const { type, body } of all)
      expect([type, shapeOf(body)]).toEqual([type, shapeOf(exampleBody(type as WebhookEventType))]);
    expect(JSON.parse(all[0]!.body)).toMatchObject({
      data: { organization: { id: globalId('Organization', organizationId), name } },
    });
  });

  it('that is put is sent with its transaction, to those who may see the organization', async () => {
    const { ours, database } = world;
    const { id: organizationId } = await ours.organization();
    const { id: other } = await ours.organization();
    const [all, limited] = [
      await aWebhook(ours),
      await aWebhook(ours, { organizationIds: [other] }),
    ];
    const at = new Date().toISOString();
    // As triggers do for what has no renderer of its own, such as a checkpoint.
    const put = (transaction: Transaction, about: string | null, jws: string) =>
      transaction.query(`select put_webhook_change($1, $2, null, 'event', $3, $4)`, [
        ...[ours.partnerId, about, at],
        JSON.stringify({ type: 'history.checkpoint', data: { jws } }),
      ]);
    const opened = await openDatabase(database.runtimeUrl);
    for (const about of [organizationId, other, null])
      await opened.transaction('system', (transaction) => put(transaction, about, 'x'));
    await opened
      .transaction('system', async (transaction) => {
        await put(transaction, organizationId, 'lost');
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await opened.close();
    const sent = await messages();
    const ofWebhook = (id: string) => sent.filter(({ webhookId }) => webhookId === id).length;
    expect([ofWebhook(all.id), ofWebhook(limited.id)]).toEqual([3, 1]);
    expect(JSON.parse(sent[0]!.body)).toEqual({
      type: 'history.checkpoint',
      timestamp: at,
      data: { organization: expect.objectContaining({ name: expect.any(String) }), jws: 'x' },
    });
    expect(sent.every(({ body }) => !body.includes('lost'))).toBe(true);
  });
});

describe('old deliveries', () => {
  it('end after four days, are deleted after thirty, and with their webhook', async () => {
    const { ours, database, store } = world;
    const webhook = await aWebhook(ours);
    for (let count = 0; count < 3; count += 1) await ours.organization();
    await messages();
    const statuses = async () =>
      (
        await database.query<{ status: string }>(
          'select status from webhook_delivery order by position',
        )
      ).map(({ status }) => status);
    await database.query(
      `update webhook_delivery set created_at = now() - interval '5 days' where position = (select min(position) from webhook_delivery)`,
    );
    await store.webhooks.forget();
    expect(await statuses()).toEqual(['FAILED', 'PENDING', 'PENDING']);
    await database.query(
      `update webhook_delivery set ended_at = now() - interval '31 days' where status = 'FAILED'`,
    );
    await database.query(`update webhook_message set created_at = now() - interval '31 days'`);
    await store.webhooks.forget();
    expect(await statuses()).toEqual(['PENDING', 'PENDING']);
    expect(await database.query('select from webhook_message')).toHaveLength(2);
    await world.write(ours, (unit) => unit.webhooks.delete(webhook.id, anOccurrence()));
    await store.webhooks.forget();
    expect(await statuses()).toEqual([]);
    expect(await database.query('select from webhook where id = $1', [webhook.id])).toEqual([]);
    expect(await database.query('select from webhook_message')).toEqual([]);
  });
});
