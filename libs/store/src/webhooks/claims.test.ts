/** Receivers that take nothing, however many, delay no other, of the same host and partner too. */
import { anOccurrence, requireDone } from '@keyway/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aWebhook } from '../testing/aWebhook.ts';
import { TwoPartners } from '../testing/twoPartners.ts';
import { MAX_WEBHOOKS, type WebhookRecord } from './webhookRecord.ts';
import type { Attempt, ClaimedDelivery } from './webhookQueue.ts';

const world = new TwoPartners();
beforeAll(world.open);
afterAll(world.close);
afterEach(async () => {
  for (const table of ['line', 'delivery', 'message', 'change'])
    await world.database.query(`delete from webhook_${table}`);
  await world.database.query('update webhook set deleted_at = now()');
});

const ORGANIZATIONS = 10;
const ALL = { all: 256, failing: 256 };

const attempt = (statusCode: number | null): Attempt => ({
  result: statusCode === 204 ? 'delivered' : 'late',
  ...{ at: new Date().toISOString(), statusCode, milliseconds: 1, error: null },
  ...{ retryAfterSeconds: null, isConnected: true },
});

/** As many webhooks as a partner may have, of one host, and a change for each in ten lines. */
async function aPartnerFullOfWebhooks(): Promise<{ good: WebhookRecord; others: WebhookRecord[] }> {
  const all = [];
  for (let index = 0; index < MAX_WEBHOOKS; index += 1) all.push(await aWebhook(world, world.ours));
  for (let index = 0; index < ORGANIZATIONS; index += 1) await world.ours.organization();
  while ((await world.store.webhooks.render()) > 0);
  return { good: all.at(-1)!, others: all.slice(0, -1) };
}

/** Claims until nothing is left; what the good one has is delivered, the others answer nothing. */
async function deliverWhileOthersHang(good: WebhookRecord) {
  const delivered: string[] = [];
  const hanging: ClaimedDelivery[] = [];
  for (;;) {
    const claimed = await world.store.webhooks.claim(ALL);
    const mine = claimed.filter(({ webhookId }) => webhookId === good.id);
    hanging.push(...claimed.filter(({ webhookId }) => webhookId !== good.id));
    if (claimed.length === 0) return { delivered, hanging };
    for (const delivery of mine) {
      expect(await world.store.webhooks.record(delivery, attempt(204))).toBe('DELIVERED');
      delivered.push(delivery.messageId);
    }
  }
}

const heldBy = (deliveries: readonly ClaimedDelivery[]): number[] =>
  [...Map.groupBy(deliveries, ({ webhookId }) => webhookId).values()].map(({ length }) => length);

/** What hangs ends without an answer, and is due again. */
async function endWithoutAnswer(hanging: readonly ClaimedDelivery[]): Promise<void> {
  for (const delivery of hanging) await world.store.webhooks.record(delivery, attempt(null));
  await world.database.query('update webhook_delivery set due_at = now(), early_from = now()');
  await world.database.query('update webhook_line set due_at = now()');
}

describe('a webhook', () => {
  it('gets everything while all others of its partner and host hang', async () => {
    const { good, others } = await aPartnerFullOfWebhooks();
    const { delivered, hanging } = await deliverWhileOthersHang(good);
    expect(new Set(delivered).size).toBe(ORGANIZATIONS);
    // Each of them is tried as well.
    expect(heldBy(hanging)).toHaveLength(others.length);
  });

  it('has one place while nothing is taken, and one more for what a person asks', async () => {
    const { good, others } = await aPartnerFullOfWebhooks();
    const first = await deliverWhileOthersHang(good);
    await endWithoutAnswer(first.hanging);
    const claimed = await world.store.webhooks.claim({ all: 256, failing: 5 });
    expect(claimed).toHaveLength(5);
    const rest = await world.store.webhooks.claim(ALL);
    expect(heldBy([...claimed, ...rest])).toEqual(others.map(() => 1));
    expect(await world.store.webhooks.claim(ALL)).toEqual([]);
    const [hung] = others;
    await world.write(world.ours, async (unit) =>
      requireDone(await unit.webhooks.test(hung!.id, anOccurrence())),
    );
    const asked = await world.store.webhooks.claim({ all: 256, failing: 0 });
    expect(asked).toMatchObject([{ webhookId: hung!.id, event: 'test.ping' }]);
  });
});
