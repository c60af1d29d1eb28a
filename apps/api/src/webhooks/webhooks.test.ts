/** Webhooks as owners manage them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEBHOOK_EVENT_TYPES } from '@keyway/core';
import {
  anOrganization,
  aServer,
  missingId,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

const URL = 'https://hooks.example.com/keyway?token=abc';
const given = { url: URL, events: ['run.*', 'step.blocked'] };
const FIELDS =
  'webhook { id url events enabled disabledReason failingSince createdBy organizations { id } }';

const aWebhook = async (change: object = {}): Promise<Payload> =>
  owner.must('createWebhook', { ...given, ...change }, `secret ${FIELDS}`);
const remove = (id: string) => owner.must('deleteWebhook', { id });
const lastEntry = async (): Promise<Payload> =>
  (
    await owner.ask(
      '{ history(first: 1) { nodes { kind summary es: summary(locale: "es") data organization { id } } } }',
    )
  ).history.nodes[0];

describe('a webhook', () => {
  it('is created with a secret that is shown once, and kept sealed', async () => {
    const { secret, webhook } = await aWebhook();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toMatchObject({ ...given, enabled: true, organizations: null });
    const listed = await owner.ask(
      `{ webhooks(first: 10) { nodes { id url events } } node(id: "${webhook.id}") { ... on Webhook { url } } }`,
    );
    expect(listed.webhooks.nodes).toEqual([{ id: webhook.id, ...given }]);
    expect(listed.node).toEqual({ url: URL });
    const stored = JSON.stringify(
      await server.database.query(`select w.*, encode(secret, 'escape') as text from webhook w`),
    );
    expect(stored).not.toContain(secret.slice(6));
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      kind: 'webhookCreated',
      summary: 'Created the webhook to https://hooks.example.com/keyway',
      es: 'Creó el webhook a https://hooks.example.com/keyway',
      organization: null,
    });
    expect(JSON.stringify(entry)).not.toMatch(/whsec|abc/);
    expect(server.log.join()).not.toContain(secret);
    await remove(webhook.id);
  });

  it('has one secret for one idempotency key', async () => {
    const input = { ...given, idempotencyKey: 'wh-1' };
    const [one, two] = await Promise.all([
      owner.must('createWebhook', input, 'secret webhook { id }'),
      owner.must('createWebhook', input, 'secret webhook { id }'),
    ]);
    expect(two).toEqual(one);
    expect((await owner.ask('{ webhooks(first: 9) { nodes { id } } }')).webhooks.nodes).toEqual([
      { id: one.webhook.id },
    ]);
    const rotation = { id: one.webhook.id, idempotencyKey: 'wh-2' };
    const rotated = await owner.must('rotateWebhookSecret', rotation, 'secret');
    expect(rotated.secret).not.toBe(one.secret);
    expect(await owner.must('rotateWebhookSecret', rotation, 'secret')).toEqual(rotated);
    expect(await lastEntry()).toMatchObject({ kind: 'webhookSecretRotated' });
    await remove(one.webhook.id);
  });

  it('is changed, disabled, enabled and deleted, each with its entry', async () => {
    const { webhook } = await aWebhook();
    const { id } = webhook;
    const change = { id, url: 'https://other.example.com/', events: ['*'] };
    const changed = await owner.must('updateWebhook', change, FIELDS);
    expect(changed.webhook).toMatchObject(change);
    expect((await lastEntry()).summary).toBe('Changed the webhook to https://other.example.com/');
    const off = await owner.must('updateWebhook', { id, enabled: false }, FIELDS);
    expect(off.webhook).toMatchObject({ enabled: false, disabledReason: null });
    expect((await lastEntry()).summary).toBe('Disabled the webhook to https://other.example.com/');
    await owner.must('updateWebhook', { id, enabled: true });
    expect((await lastEntry()).summary).toBe('Enabled the webhook to https://other.example.com/');
    await owner.must('updateWebhook', { id, enabled: true });
    await remove(id);
    expect((await lastEntry()).summary).toBe('Deleted the webhook to https://other.example.com/');
    const again = await owner.mutate('deleteWebhook', { id });
    expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
    expect((await owner.ask(`{ node(id: "${id}") { id } }`)).node).toBeNull();
  });

  it('may be limited to organizations, which have to be there', async () => {
    const { id } = await anOrganization(owner);
    const { webhook } = await aWebhook({ organizationIds: [id] });
    expect(webhook.organizations).toEqual([{ id }]);
    await remove(webhook.id);
    const organizationIds = [id, missingId('Organization')];
    expect(await owner.mutate('createWebhook', { ...given, organizationIds })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['organizationIds', '1'] }],
    });
    expect(await owner.mutate('createWebhook', { ...given, organizationIds: [] })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', field: ['organizationIds'] }],
    });
  });

  it('is one of twenty at most', async () => {
    const made = await Promise.all(
      Array.from({ length: 22 }, () => owner.mutate('createWebhook', given, 'webhook { id }')),
    );
    const codes = made.flatMap(({ userErrors }) => userErrors.map(({ code }: Payload) => code));
    expect(codes).toEqual(['CONFLICT', 'CONFLICT']);
    for (const { webhook } of made) if (webhook) await remove(webhook.id);
  });

  it.each([
    ...[
      'http://hooks.example.com/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
    ],
    ...['https://0177.0.0.1/', 'https://127.1/', 'https://10.0.0.1/', 'https://192.168.1.1:8443/'],
    ...[
      'https://169.254.169.254/latest/meta-data',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
    ],
    ...['https://[64:ff9b::7f00:1]/', 'https://[::7f00:1]/', 'https://[fd00:ec2::254]/'],
    ...['https://0.0.0.0/', 'https://localhost/', 'https://LOCALHOST./', 'https://a.localhost/'],
    ...['https://metadata.google.internal/', 'https://intranet/', 'https://１２７.0.0.1/'],
    ...['https://user:password@hooks.example.com/', 'https://hooks.example.com/#part', 'hooks', ''],
    ...[
      'ftp://hooks.example.com/',
      'javascript:alert(1)',
      `https://h.example.com/${'x'.repeat(2000)}`,
    ],
    ...['https://168.63.129.16/', 'https://100.100.100.200/', 'file:///etc/passwd'],
  ])('is refused to %s', async (url) => {
    expect(await owner.mutate('createWebhook', { ...given, url }, 'secret')).toMatchObject({
      secret: null,
      userErrors: [{ code: 'INVALID_INPUT', field: ['url'] }],
    });
  });

  it.each([[[]], [['run.finished']], [['*.*']], [['run']], [['run.*', '']]])(
    'is refused for the events %j, with those there are',
    async (events) => {
      const { userErrors } = await owner.mutate('createWebhook', { ...given, events });
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['events'] }]);
      expect(userErrors[0].message).toContain('run.started');
    },
  );

  it('is for owners of the whole partner, and for their tokens with admin', async () => {
    const { id } = await anOrganization(owner);
    const { webhook } = await aWebhook();
    const ask = '{ webhooks(first: 1) { nodes { id } } }';
    for (const client of [
      await server.person('OPERATOR'),
      await server.person('APPROVER'),
      await server.person('OWNER', ['read', 'runs:write']),
      await server.person('OWNER', undefined, [id]),
    ]) {
      expect((await client.raw({ query: ask })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await client.ask(`{ node(id: "${webhook.id}") { id } }`)).node).toBeNull();
      const { userErrors } = await client.mutate('createWebhook', given);
      expect(userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    const admin = await server.person('OWNER', ['read', 'admin']);
    expect((await admin.ask(ask)).webhooks.nodes).toEqual([{ id: webhook.id }]);
    await remove(webhook.id);
  });
});

describe('a delivery', () => {
  const DELIVERIES =
    'webhook { id deliveries(first: 10) { nodes { id messageId event status body nextAttemptAt attempts { at } } } }';

  it('is a test or one again, with the same message', async () => {
    const { webhook } = await aWebhook();
    const tested = await owner.must('testWebhook', { id: webhook.id }, DELIVERIES);
    const [ping] = tested.webhook.deliveries.nodes;
    expect(ping).toMatchObject({ event: 'test.ping', status: 'PENDING', attempts: [] });
    expect(ping.messageId).toMatch(/^msg_[0-9a-f]{32}$/);
    expect(JSON.parse(ping.body)).toEqual({
      type: 'test.ping',
      timestamp: expect.stringMatching(/Z$/),
      data: { webhook: { id: webhook.id } },
    });
    const redelivered = await owner.must('redeliver', { deliveryId: ping.id }, DELIVERIES);
    const [again] = redelivered.webhook.deliveries.nodes;
    expect(again.id).not.toBe(ping.id);
    expect(again).toMatchObject({ messageId: ping.messageId, body: ping.body, status: 'PENDING' });
    expect(await lastEntry()).toMatchObject({ kind: 'webhookRedelivered' });
    const { deliveries } = (
      await owner.ask(
        `{ node(id: "${webhook.id}") { ... on Webhook { deliveries(first: 9, status: FAILED) { nodes { id } } } } }`,
      )
    ).node;
    expect(deliveries.nodes).toEqual([]);
    await remove(webhook.id);
  });

  it('is asked for a bounded number of times', async () => {
    const { webhook } = await aWebhook();
    const answers = [];
    for (let count = 0; count < 21; count += 1)
      answers.push(await owner.mutate('testWebhook', { id: webhook.id }));
    expect(answers.at(-2).userErrors).toEqual([]);
    expect(answers.at(-1).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    await remove(webhook.id);
  });
});

it('every event has a description in both languages, and an example body', async () => {
  const { webhookEvents } = await owner.ask(
    '{ webhookEvents { type description es: description(locale: "es") example } }',
  );
  expect(webhookEvents.map(({ type }: Payload) => type)).toEqual(WEBHOOK_EVENT_TYPES);
  for (const { type, description, es, example } of webhookEvents) {
    expect(description).not.toBe(es);
    expect(JSON.parse(example)).toMatchObject({ type, timestamp: expect.any(String), data: {} });
  }
});
