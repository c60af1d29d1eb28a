/** Webhooks from a change to receivers on this machine, by real workers. */
import type { ServerResponse } from 'node:http';
import type { Store } from '@keyway/store';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  accept,
  aReceiver,
  refuseWith,
  type ReceivedMessage,
  type TestReceiver,
} from '../testing/aReceiver.ts';
import { anOccurrence } from '@keyway/testing';
import {
  aWebhook,
  done,
  mutated,
  pending,
  play,
  senders,
  sentTo,
  WAIT,
} from '../testing/webhooksUnderTest.ts';
import { database, partner, workerUnderTest } from '../testing/workerUnderTest.ts';

workerUnderTest();
const POLL_SCALE = 0.001;
const NINE = { all: 9, failing: 9 };

let store: Store;
let stop: () => Promise<void>;
const receivers: TestReceiver[] = [];
beforeAll(async () => {
  store = await database.store({ pollScale: POLL_SCALE });
  stop = senders(store);
});
afterAll(async () => {
  await stop();
  await Promise.all(receivers.map((receiver) => receiver.stop().catch(() => undefined)));
});
afterEach(async () => {
  await database.query('update webhook set enabled = false');
});

async function receiver(...given: Parameters<typeof aReceiver>): Promise<TestReceiver> {
  const made = await aReceiver(...given);
  receivers.push(made);
  return made;
}

const typesOf = (messages: readonly ReceivedMessage[]) => messages.map(({ type }) => type);

describe('a webhook', () => {
  it('gets what happens in its order, signed, and nothing twice', async () => {
    const good = await receiver(accept);
    const { secret, webhook } = await aWebhook(good);
    await play();
    await done(webhook.id).toBe(true);
    expect(typesOf(good.taken)).toEqual([
      ...['organization.created', 'run.started', 'approval.requested', 'step.waiting'],
      'approval.decided',
    ]);
    const sent = await sentTo(webhook.id);
    expect(good.taken.map(({ id, body }) => ({ id, body }))).toEqual(
      sent.map(({ id, body }) => ({ id, body })),
    );
    for (const { headers, body } of good.taken)
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  });

  it('gets the events that it wants, of the organizations that it is for', async () => {
    const good = await receiver(accept);
    const { id } = await partner.organization();
    const { webhook } = await aWebhook(good, { events: ['run.*'], organizationIds: [id] });
    await play();
    await partner.run(id);
    await done(webhook.id).toBe(true);
    expect(typesOf(good.taken)).toEqual(['run.started']);
  });

  it('is sent by both secrets after a rotation, and by the new one alone later', async () => {
    const good = await receiver(accept);
    const { secret, webhook } = await aWebhook(good);
    const rotated = await mutated<{ secret: string }>((unit) =>
      unit.webhooks.rotateSecret(webhook.id, anOccurrence()),
    );
    await partner.organization();
    await done(webhook.id).toBe(true);
    const { headers, body } = good.taken[0]!;
    expect(headers['webhook-signature']!.split(' ')).toHaveLength(2);
    for (const one of [secret, rotated.secret]) new Webhook(one).verify(body, headers);
    await database.query(`update webhook set former_until = now() - interval '1 second'`);
    await partner.organization();
    await done(webhook.id).toBe(true);
    const later = good.taken[1]!;
    new Webhook(rotated.secret).verify(later.body, later.headers);
    expect(() => new Webhook(secret).verify(later.body, later.headers)).toThrow();
  });

  it('is disabled at once by 410, and by days of failures, with an entry', async () => {
    const gone = await receiver(refuseWith(410));
    const failing = await receiver(refuseWith(500));
    const one = await aWebhook(gone);
    const two = await aWebhook(failing);
    await partner.organization();
    const reason = async (id: string) => (await partner.store.webhook(id))!.disabledReason;
    await expect.poll(() => reason(one.webhook.id), WAIT).toBe('GONE');
    await expect
      .poll(async () => (await partner.store.webhook(two.webhook.id))!.failingSince, WAIT)
      .not.toBeNull();
    await database.query(
      `update webhook set failing_since = now() - interval '1 hour' where id = $1`,
      [two.webhook.id],
    );
    await partner.organization();
    await expect.poll(() => reason(two.webhook.id), WAIT).toBe('FAILING');
    const { edges } = await partner.store.history({ first: 10 }, { kind: ['webhookDisabled'] });
    expect(edges.map(({ node }) => node.data)).toMatchObject([
      { webhookId: two.webhook.id, reason: 'FAILING' },
      { webhookId: one.webhook.id, reason: 'GONE' },
    ]);
    expect(gone.requests()).toBe(1);
    // What was pending is sent once it is enabled again.
    expect(await pending(two.webhook.id)).toBeGreaterThan(0);
  });

  it('goes to no address that is not allowed, and follows no redirect', async () => {
    const inside = await receiver(accept);
    const outside = await receiver(refuseWith(302, { location: inside.url }));
    const { webhook: redirected } = await aWebhook(outside);
    const refused = [
      'http://10.0.0.1/',
      'http://[::1]:80/',
      'https://192.168.0.1/',
      'https://localhost:1/',
    ];
    const { webhook: forbidden } = await aWebhook({ url: refused[0]!, host: 'x' });
    for (const url of refused) {
      await database.query('update webhook set url = $2, enabled = true where id = $1', [
        forbidden.id,
        url,
      ]);
      await mutated((unit) => unit.webhooks.test(forbidden.id, anOccurrence()));
    }
    await mutated((unit) => unit.webhooks.test(redirected.id, anOccurrence()));
    const attempts = async (id: string) =>
      (await partner.store.webhookDeliveries(id, { first: 9 })).edges.flatMap(
        ({ node }) => node.attempts,
      );
    await expect.poll(async () => (await attempts(forbidden.id)).length, WAIT).toBe(refused.length);
    for (const { statusCode, error } of await attempts(forbidden.id)) {
      expect(statusCode).toBeNull();
      expect(error).toMatch(/public internet|refused/);
    }
    await expect
      .poll(() => attempts(redirected.id), WAIT)
      .toMatchObject([{ statusCode: 302, error: 'Redirects are not followed' }]);
    expect(inside.requests()).toBe(0);
  });

  it('waits as long as the receiver asks, whatever the scale', async () => {
    const busy = await receiver(refuseWith(429, { 'retry-after': '120' }));
    const { webhook } = await aWebhook(busy);
    await partner.organization();
    await expect.poll(() => busy.requests(), WAIT).toBe(1);
    const due = async () =>
      (await partner.store.webhookDeliveries(webhook.id, { first: 1 })).edges[0]?.node;
    await expect.poll(async () => (await due())?.attempts.length, WAIT).toBe(1);
    const { nextAttemptAt } = (await due())!;
    expect(Date.parse(nextAttemptAt!) - Date.now()).toBeGreaterThan(110_000);
  });
});

describe('order', () => {
  it('is kept over an outage of the receiver, however long', async () => {
    const away = await receiver(accept);
    const { webhook } = await aWebhook(away);
    await away.stop();
    await play();
    // Longer than any message holds back others that the receiver takes.
    const tried = async () =>
      Math.max(...(await sentTo(webhook.id)).map(({ attempts }) => attempts));
    await expect.poll(tried, WAIT).toBeGreaterThan(12);
    await away.start();
    await done(webhook.id).toBe(true);
    const sent = await sentTo(webhook.id);
    expect(away.taken.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
  });

  it('is not kept for a message that the receiver alone refuses', async () => {
    const picky = await receiver((response, _request, { type }) =>
      type === 'run.started' ? refuseWith(400)(response) : accept(response),
    );
    const { webhook } = await aWebhook(picky);
    await play();
    await expect.poll(() => picky.taken.length, WAIT).toBe(4);
    expect(typesOf(picky.taken)).toEqual([
      ...['organization.created', 'approval.requested', 'step.waiting', 'approval.decided'],
    ]);
    const refused = (await sentTo(webhook.id)).find(({ body }) => body.includes('run.started'))!;
    expect(refused).toMatchObject({ status: 'PENDING' });
    expect(refused.attempts).toBeGreaterThanOrEqual(10);
  });

  it('waits while the receiver asks for time', async () => {
    const busy = await receiver(refuseWith(503, { 'retry-after': '60' }));
    const { webhook } = await aWebhook(busy);
    await play();
    await expect.poll(() => busy.requests(), WAIT).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(busy.requests()).toBe(1);
    expect(await pending(webhook.id)).toBe(5);
  });
});

describe('a worker that comes back late', () => {
  it('records nothing of what another one took over', async () => {
    const nobody = { url: 'https://nobody.example/', host: 'nobody.example' };
    await stop();
    const { webhook } = await aWebhook(nobody);
    await partner.organization();
    await store.webhooks.render();
    const [late] = await store.webhooks.claim(NINE);
    expect(await store.webhooks.claim(NINE)).toEqual([]);
    await database.query(`update webhook_line set lease_until = now() - interval '1 second'`);
    const [other] = await store.webhooks.claim(NINE);
    expect(other).toMatchObject({ messageId: late!.messageId, body: late!.body });
    const attempt = {
      ...({ result: 'delivered', at: new Date().toISOString(), statusCode: 200 } as const),
      ...{ milliseconds: 5, error: null, retryAfterSeconds: null, isConnected: true },
    };
    const refused = { ...attempt, result: 'refused', statusCode: 500, error: 'x' } as const;
    expect(await store.webhooks.record(late!, refused)).toBe('lost');
    expect(await store.webhooks.record(other!, attempt)).toBe('DELIVERED');
    expect(await store.webhooks.record(late!, refused)).toBe('lost');
    expect(await store.webhooks.record(other!, attempt)).toBe('lost');
    const { edges } = await partner.store.webhookDeliveries(webhook.id, { first: 9 });
    expect(edges.map(({ node }) => node)).toMatchObject([
      { status: 'DELIVERED', attempts: [{ statusCode: 200 }] },
    ]);
    expect((await partner.store.webhook(webhook.id))!.failingSince).toBeNull();
    stop = senders(store);
  });
});

describe('receivers', () => {
  it('of every kind get everything once each, in order where they answer', async () => {
    const tried = new Map<string, number>();
    // Fails twice for a message at most, so that nothing steps aside.
    const half: Parameters<typeof aReceiver>[0] = (response, request) => {
      const id = request.headers['webhook-id'] as string;
      const failures = parseInt(id.slice(-1), 16) % 3;
      const before = tried.get(id) ?? 0;
      tried.set(id, before + 1);
      if (before >= failures) return accept(response);
      if (before === 1) response.destroy();
      else response.writeHead(500).end();
      return false;
    };
    const endless = (response: ServerResponse): boolean => {
      response.writeHead(200);
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', write);
      write();
      return true;
    };
    const hangs = (): boolean => false;
    const [good, failing, giant, hanging, restarted] = await Promise.all(
      [accept, half, endless, hangs, accept].map((receive) => receiver(receive)),
    );
    const webhooks = await Promise.all(
      [good, failing, giant, restarted].map((one) => aWebhook(one!)),
    );
    const { webhook: hung } = await aWebhook(hanging!);
    const runs = Promise.all(Array.from({ length: 6 }, () => play()));
    await restarted!.stop();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await restarted!.start();
    await runs;
    for (const [index, { webhook, secret }] of webhooks.entries()) {
      await done(webhook.id).toBe(true);
      const sent = await sentTo(webhook.id);
      const { taken } = [good, failing, giant, restarted][index]!;
      expect(sent.length).toBe(6 * 5);
      expect(new Set(sent.map(({ status }) => status))).toEqual(new Set(['DELIVERED']));
      expect(taken.map(({ id }) => id).toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
      for (const [organization, messages] of Map.groupBy(taken, (one) => one.organization)) {
        expect(organization).toBeDefined();
        const line = sent.filter(({ id }) => messages.some((one) => one.id === id));
        expect(messages.map(({ id }) => id)).toEqual(line.map(({ id }) => id));
      }
      for (const { headers, body } of taken) new Webhook(secret).verify(body, headers);
    }
    // The others did not wait for the one that hangs.
    expect(await pending(hung.id)).toBeGreaterThan(0);
    expect(hanging!.requests()).toBeLessThanOrEqual(6);
  });
});
