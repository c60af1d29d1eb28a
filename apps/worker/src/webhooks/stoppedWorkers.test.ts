/** Workers that stop or die with twenty messages of one partner under way, and slow receivers. */
import { MAX_WEBHOOKS, type ClaimedDelivery, type Store } from '@keyway/store';
import { anOccurrence } from '@keyway/testing';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  accept,
  aReceiver,
  type Receive,
  type ReceivedMessage,
  type TestReceiver,
} from '../testing/aReceiver.ts';
import {
  aWebhook,
  done,
  LOOPBACK,
  mutated,
  pending,
  play,
  senders,
  sentTo,
  WAIT,
} from '../testing/webhooksUnderTest.ts';
import { database, workerUnderTest } from '../testing/workerUnderTest.ts';
import { postMessage } from './postMessage.ts';
import { signedHeaders } from './signMessage.ts';

workerUnderTest();
const POLL_SCALE = 0.001;
const ALL_PLACES = { all: 256, failing: 256 };

let store: Store;
beforeAll(async () => {
  store = await database.store({ pollScale: POLL_SCALE });
});
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** What came to each of a partner's webhooks, in order, taken or not. */
type Arrivals = Map<string, ReceivedMessage[]>;

/** All webhooks that a partner may have, of one host, and five messages for each. */
async function aPartnerFullOfWebhooks(receive: Receive) {
  const arrivals: Arrivals = new Map();
  const receiver = await aReceiver((response, request, message) => {
    arrivals.get(request.url!.slice(1))!.push(message);
    return receive(response, request, message);
  });
  ends.push(receiver.stop);
  const ids: string[] = [];
  for (let index = 0; index < MAX_WEBHOOKS; index += 1) {
    arrivals.set(String(index), []);
    const url = new URL(`/${index}`, receiver.url).href;
    ids.push((await aWebhook({ url, host: receiver.host })).webhook.id);
  }
  ends.push(async () => {
    for (const id of ids) await mutated((unit) => unit.webhooks.delete(id, anOccurrence()));
  });
  await play();
  while ((await store.webhooks.render()) > 0);
  return { ids, arrivals };
}

function start(): () => Promise<void> {
  const stop = senders(store);
  ends.push(stop);
  return stop;
}

/** Everything came in its order, and of it only what is named came twice, the same both times. */
async function expectAllOnceBut(
  twice: ReadonlySet<string>,
  { ids, arrivals }: Awaited<ReturnType<typeof aPartnerFullOfWebhooks>>,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    const sent = await sentTo(id);
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 'DELIVERED'));
    expect(sent.length).toBeGreaterThanOrEqual(5);
    const came = arrivals.get(String(index))!.map(({ id: message, body }) => `${message} ${body}`);
    const wanted = sent.flatMap(({ id: message, body }) => {
      const one = `${message} ${body}`;
      return twice.has(`${id} ${message}`) ? [one, one] : [one];
    });
    expect(came).toEqual(wanted);
  }
}

const nameOf = ({ webhookId, messageId }: ClaimedDelivery): string => `${webhookId} ${messageId}`;

describe('a worker with twenty messages of one partner under way', () => {
  it('dies after it sent half of them: those come again with their ID, in order', async () => {
    const world = await aPartnerFullOfWebhooks(accept);
    const claimed = await store.webhooks.claim(ALL_PLACES);
    expect(claimed).toHaveLength(20);
    const sent = claimed.slice(0, 10);
    for (const { messageId: id, url, body, secrets } of sent) {
      const headers = signedHeaders({ id, timestamp: Date.now(), body }, await secrets());
      const options = { headers, body, allowed: LOOPBACK, proxy: null, maySend: () => true };
      const signal = new AbortController().signal;
      expect(await postMessage(url, { ...options, signal })).toMatchObject({ statusCode: 204 });
    }
    start();
    // Nobody sends what the dead worker holds, and nothing overtakes it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([...world.arrivals.values()].flat()).toHaveLength(10);
    await database.query(`update webhook_line set lease_until = now() - interval '1 second'`);
    for (const id of world.ids) await done(id).toBe(true);
    await expectAllOnceBut(new Set(sent.map(nameOf)), world);
    // What it records when it comes back after all is dropped.
    const attempt = {
      ...({ result: 'refused', at: new Date().toISOString(), statusCode: 500 } as const),
      ...{ milliseconds: 5, error: 'late', retryAfterSeconds: null, isConnected: true },
    };
    for (const delivery of claimed)
      expect(await store.webhooks.record(delivery, attempt)).toBe('lost');
  });

  it('is stopped: they are free at once, and come again with their ID, in order', async () => {
    let hangs = true;
    const world = await aPartnerFullOfWebhooks((response) => !hangs && accept(response));
    const stop = start();
    const cameFirst = () => [...world.arrivals.values()].flat();
    await expect.poll(() => cameFirst().length, WAIT).toBe(20);
    await stop();
    expect(await database.query('select from webhook_line where lease_token is not null')).toEqual(
      [],
    );
    for (const id of world.ids) {
      expect(await pending(id)).toBeGreaterThanOrEqual(5);
      expect((await sentTo(id)).every(({ attempts }) => attempts === 0)).toBe(true);
    }
    const twice = new Set(
      world.ids.map((id, index) => `${id} ${world.arrivals.get(String(index))![0]!.id}`),
    );
    hangs = false;
    start();
    for (const id of world.ids) await done(id).toBe(true);
    await expectAllOnceBut(twice, world);
  });
});

describe('a receiver', () => {
  const orderOf = async ({ taken }: TestReceiver, webhookId: string): Promise<void> => {
    const sent = await sentTo(webhookId);
    for (const messages of Map.groupBy(taken, ({ organization }) => organization).values()) {
      const ids = messages.map(({ id }) => id);
      expect(ids).toEqual(sent.map(({ id }) => id).filter((id) => ids.includes(id)));
    }
    expect(taken.map(({ id }) => id).toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
  };

  it('that is slow gets four at a time, all of them and in order', async () => {
    let underWay = 0;
    let most = 0;
    const slow = await aReceiver((response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      // Four seconds in the time of `POLL_SCALE`, but long enough to overlap.
      setTimeout(() => {
        underWay -= 1;
        accept(response);
      }, 100);
      return true;
    });
    ends.push(slow.stop);
    const { webhook } = await aWebhook(slow);
    await Promise.all(Array.from({ length: 6 }, () => play()));
    start();
    await done(webhook.id).toBe(true);
    await orderOf(slow, webhook.id);
    expect(slow.taken).toHaveLength(30);
    expect(most).toBe(4);
  });

  it('that asks for a second twice for each message gets all, in order', async () => {
    const tried = new Map<string, number>();
    const at: number[] = [];
    const busy = await aReceiver((response, _request, { id }) => {
      const before = tried.get(id) ?? 0;
      tried.set(id, before + 1);
      if (before >= 2) return accept(response);
      at.push(performance.now());
      response.writeHead(503, { 'retry-after': '1' }).end();
      return false;
    });
    ends.push(busy.stop);
    const { webhook } = await aWebhook(busy);
    await play();
    start();
    await done(webhook.id).toBe(true);
    await orderOf(busy, webhook.id);
    expect(busy.taken).toHaveLength(5);
    for (const [index, time] of at.slice(1).entries())
      expect(time - at[index]!).toBeGreaterThan(900);
  });
});
