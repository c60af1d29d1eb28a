/** A receiver in a test's own time: what it takes is claimed and recorded, not sent. */
import type { Attempt, ClaimedDelivery } from '../webhooks/webhookQueue.ts';
import type { TwoPartners } from './twoPartners.ts';

export const ALL_PLACES = { all: 256, failing: 256 };

/** An answer of a receiver; null: none. */
export const answerOf = (
  statusCode: number | null,
  retryAfterSeconds: number | null = null,
): Attempt => ({
  result: statusCode === 204 ? 'delivered' : statusCode === null ? 'late' : 'refused',
  ...{ at: new Date().toISOString(), statusCode, milliseconds: 1, error: null },
  ...{ retryAfterSeconds, isConnected: true },
});

/** Lets time pass for deliveries: all that is due, held or paused comes closer. */
export async function passSeconds({ database }: TwoPartners, seconds: number): Promise<void> {
  const earlier = (column: string): string =>
    `${column} = ${column} - make_interval(secs => ${seconds})`;
  const tables = {
    webhook: ['paused_until', 'failing_since'],
    webhook_line: ['due_at', 'lease_until'],
    webhook_delivery: ['due_at', 'early_from', 'created_at', 'ended_at'],
  };
  for (const [table, names] of Object.entries(tables))
    await database.query(`update ${table} set ${names.map(earlier).join(', ')}`);
}

/** Writes down so many changes of an organization, numbered in their bodies. */
export async function changesOf(
  { database, store }: TwoPartners,
  about: { partnerId: string; organizationId: string },
  count: number,
): Promise<void> {
  await database.query(
    `select put_webhook_change($1, $2, null, 'event', now(), json_build_object('type', 'history.checkpoint', 'data', json_build_object('number', n)))
     from generate_series(1, $3::int) n`,
    [about.partnerId, about.organizationId, count],
  );
  while ((await store.webhooks.render()) > 0);
}

/** A message that was taken. */
export interface Taken {
  messageId: string;
  line: string;
  number: number;
  /** Seconds since the receiver began. */
  at: number;
}

interface Simulation {
  world: TwoPartners;
  /** How long each answer takes. */
  answerSeconds: number;
  /** Of one message, by its attempts before. */
  answer: (delivery: ClaimedDelivery, before: number) => Attempt;
}

/** Runs until nothing is pending; what was taken in its order, and how many came at a time. */
export async function simulate({ world, answerSeconds, answer }: Simulation) {
  const taken: Taken[] = [];
  const attempts = new Map<string, number>();
  let underWay: { delivery: ClaimedDelivery; endsAt: number }[] = [];
  let at = 0;
  let most = 0;
  const pass = async (seconds: number): Promise<void> => {
    await passSeconds(world, seconds);
    at += seconds;
  };
  const end = async (delivery: ClaimedDelivery): Promise<void> => {
    const { messageId, line, body } = delivery;
    const before = attempts.get(messageId) ?? 0;
    attempts.set(messageId, before + 1);
    const given = answer(delivery, before);
    await world.store.webhooks.record(delivery, given);
    const { data } = JSON.parse(body) as { data: { number: number } };
    if (given.result === 'delivered') taken.push({ messageId, line, number: data.number, at });
  };
  for (;;) {
    const claimed = await world.store.webhooks.claim(ALL_PLACES);
    underWay.push(...claimed.map((delivery) => ({ delivery, endsAt: at + answerSeconds })));
    most = Math.max(most, underWay.length);
    if (underWay.length > 0) {
      await pass(Math.max(Math.min(...underWay.map(({ endsAt }) => endsAt)) - at, 0));
      const ended = underWay.filter(({ endsAt }) => endsAt <= at);
      underWay = underWay.filter(({ endsAt }) => endsAt > at);
      for (const { delivery } of ended) await end(delivery);
      continue;
    }
    const [next] = await world.database.query<{ seconds: number | null }>(
      `select extract(epoch from min(greatest(l.due_at, w.paused_until)) - clock_timestamp())::float8 as seconds
       from webhook_line l join webhook w on w.id = l.webhook_id`,
    );
    if (next!.seconds === null) return { taken, most, seconds: at };
    await pass(Math.max(next!.seconds, 0) + 0.05);
  }
}
