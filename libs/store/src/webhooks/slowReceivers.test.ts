/** What slow and busy receivers get, in the time that it takes them. */
import { anOccurrence, requireDone } from '@keyway/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aWebhook } from '../testing/aWebhook.ts';
import {
  ALL_PLACES,
  answerOf,
  changesOf,
  passSeconds,
  simulate,
  type Taken,
} from '../testing/simulatedReceiver.ts';
import { TwoPartners } from '../testing/twoPartners.ts';
import type { ClaimedDelivery } from './webhookQueue.ts';

const world = new TwoPartners();
beforeAll(world.open);
afterAll(world.close);
afterEach(async () => {
  for (const table of ['line', 'delivery', 'message', 'change'])
    await world.database.query(`delete from webhook_${table}`);
  await world.database.query('update webhook set deleted_at = now()');
});

const claim = (): Promise<ClaimedDelivery[]> => world.store.webhooks.claim(ALL_PLACES);
const record = (delivery: ClaimedDelivery, ...answer: Parameters<typeof answerOf>) =>
  world.store.webhooks.record(delivery, answerOf(...answer));

/** Organizations with so many messages each. */
async function pending(organizations: number, messages: number): Promise<void> {
  const { partnerId } = world.ours;
  for (let index = 0; index < organizations; index += 1) {
    const { id: organizationId } = await world.ours.organization();
    await changesOf(world, { partnerId, organizationId }, messages);
  }
}
const numbersByLine = (taken: readonly Taken[]): number[][] =>
  [...Map.groupBy(taken, ({ line }) => line).values()].map((all) =>
    all.map(({ number }) => number).filter((number) => number !== undefined),
  );
const UP_TO_20 = Array.from({ length: 20 }, (_, index) => index + 1);

describe('a receiver that answers after four seconds', () => {
  it('gets sixty messages a minute, all of them and in order', async () => {
    const { ours } = world;
    await aWebhook(world, ours);
    await pending(6, 20);
    const result = await simulate({ world, answerSeconds: 4, answer: () => answerOf(204) });
    expect(result.most).toBe(4);
    expect(numbersByLine(result.taken)).toEqual(Array.from({ length: 6 }, () => UP_TO_20));
    // With that an organization was created.
    expect(result.taken).toHaveLength(6 * 21);
    expect(result.taken.filter(({ at }) => at <= 60)).toHaveLength(60);
  });

  it('gets fifteen a minute of one organization, whose order is kept', async () => {
    const { ours } = world;
    await aWebhook(world, ours);
    await pending(1, 20);
    const result = await simulate({ world, answerSeconds: 4, answer: () => answerOf(204) });
    expect(result.most).toBe(1);
    expect(numbersByLine(result.taken)).toEqual([UP_TO_20]);
    expect(result.taken.filter(({ at }) => at <= 60)).toHaveLength(15);
  });
});

describe('a receiver that asks for time', () => {
  it('twice for each message gets all in order', async () => {
    const { ours } = world;
    await aWebhook(world, ours);
    await pending(2, 4);
    const result = await simulate({
      ...{ world, answerSeconds: 4 },
      answer: (_, before) => (before < 2 ? answerOf(503, 1) : answerOf(204)),
    });
    expect(numbersByLine(result.taken)).toEqual(
      Array.from({ length: 2 }, () => UP_TO_20.slice(0, 4)),
    );
    expect(new Set(result.taken.map(({ messageId }) => messageId)).size).toBe(2 * 5);
    expect(result.taken).toHaveLength(2 * 5);
  });

  it.each([429, 503])('by %i gets nothing until then, and others do', async (status) => {
    const { ours } = world;
    const busy = await aWebhook(world, ours);
    await pending(6, 2);
    const [first, second, ...others] = await claim();
    const other = await aWebhook(world, ours);
    await pending(3, 1);
    await record(first!, status, 120);
    // What was under way is recorded; it neither ends nor shortens the pause.
    await record(second!, 204);
    for (const delivery of others) await record(delivery, status, 5);
    await passSeconds(world, 110);
    const claimed = await claim();
    expect(claimed.map(({ webhookId }) => webhookId)).toEqual([other.id, other.id, other.id]);
    for (const delivery of claimed) await record(delivery, 204);
    for (let count = 0; count < 3; count += 1)
      for (const delivery of await claim()) {
        expect(delivery.webhookId).toBe(other.id);
        await record(delivery, 204);
      }
    const { edges } = await ours.store.webhookDeliveries(busy.id, { first: 50 });
    for (const { node } of edges)
      if (node.status === 'PENDING')
        expect(Date.parse(node.nextAttemptAt!)).toBeGreaterThan(Date.now() + 5_000);
    await passSeconds(world, 11);
    expect((await claim()).map(({ webhookId }) => webhookId)).toContain(busy.id);
  });

  it('waits for what a person asks no longer, and for an hour at most', async () => {
    const { ours } = world;
    const busy = await aWebhook(world, ours);
    await pending(3, 1);
    const [first, ...others] = await claim();
    for (const delivery of others) await record(delivery, 204);
    await record(first!, 503, 86_400);
    await world.write(ours, async (unit) =>
      requireDone(await unit.webhooks.test(busy.id, anOccurrence())),
    );
    const asked = await claim();
    expect(asked.map(({ event }) => event)).toEqual(['test.ping']);
    await record(asked[0]!, 204);
    await passSeconds(world, 3590);
    expect(await claim()).toEqual([]);
    await passSeconds(world, 20);
    const later = await claim();
    expect(later.map(({ line }) => line)).not.toContain(first!.line);
    expect(later.length).toBeGreaterThan(0);
  });

  it('begins without a pause at another address, or enabled again', async () => {
    const { ours } = world;
    const busy = await aWebhook(world, ours);
    const target = { url: 'https://other.example/', host: 'other.example' };
    for (const changes of [[{ target }], [{ enabled: false }, { enabled: true }]]) {
      await pending(2, 1);
      for (const delivery of await claim()) await record(delivery, 503, 600);
      expect(await claim()).toEqual([]);
      await pending(1, 1);
      expect(await claim()).toEqual([]);
      for (const change of changes)
        await world.write(ours, (unit) => unit.webhooks.update(busy.id, change, anOccurrence()));
      expect(await claim()).toHaveLength(1);
      await world.database.query('delete from webhook_line');
    }
  });
});

it('only what was reached may be held back by one message alone', async () => {
  const { ours } = world;
  await aWebhook(world, ours);
  await pending(1, 3);
  const tried = [];
  for (let count = 0; count < 30; count += 1) {
    for (const delivery of await claim()) {
      tried.push(delivery.messageId);
      const away = { ...answerOf(null), result: 'unreachable', isConnected: false } as const;
      await world.store.webhooks.record(delivery, away);
    }
    await world.database.query(
      `update webhook_delivery set early_from = now(), due_at = now() + case when attempts < 2 then '0' else '1 hour' end::interval`,
    );
    await world.database.query('update webhook_line set due_at = now()');
  }
  expect(tried.length).toBeGreaterThan(9);
  expect(new Set(tried).size).toBe(1);
});
