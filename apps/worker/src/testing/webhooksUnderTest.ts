/** Webhooks of a test's partner, and workers that send them. Imported by tests only. */
import { anOccurrence, MAX_WAIT_MILLISECONDS, requireAccepted, requireDone } from '@keyway/testing';
import type { NewWebhook, Store, UnitOfWork, WebhookRecord } from '@keyway/store';
import ipaddr from 'ipaddr.js';
import { pino } from 'pino';
import { expect } from 'vitest';
import { deliveryLoop } from '../webhooks/deliveryLoop.ts';
import type { TestReceiver } from './aReceiver.ts';
import { database, partner } from './workerUnderTest.ts';

export const LOOPBACK = [ipaddr.parseCIDR('127.0.0.0/8')];

export interface CreatedWebhook {
  webhook: WebhookRecord;
  secret: string;
}

/** What a mutation of the partner's store results in. */
export async function mutated<T extends object>(
  work: (unit: UnitOfWork) => Promise<T | { refusal: unknown }>,
): Promise<T> {
  const request = { principal: 'test', operation: 'webhook', input: {} };
  return requireDone<T>(requireAccepted(await partner.store.mutate(request, work)));
}

export const aWebhook = (
  { url, host }: Pick<TestReceiver, 'url' | 'host'>,
  given: Partial<NewWebhook> = {},
): Promise<CreatedWebhook> =>
  mutated<CreatedWebhook>((unit) =>
    unit.webhooks.create(
      { ...{ url, host, events: ['*'], organizationIds: null }, ...given },
      anOccurrence(),
    ),
  );

/** Workers that send; answers what stops them. */
export function senders(store: Store, count = 2): () => Promise<void> {
  const shutdown = new AbortController();
  const deps = { store, log: pino({ level: 'silent' }), allowed: LOOPBACK, proxy: null };
  const loops = Array.from({ length: count }, () => deliveryLoop(deps, shutdown.signal));
  return async () => {
    shutdown.abort();
    await Promise.all(loops);
  };
}

export const WAIT = { timeout: MAX_WAIT_MILLISECONDS, interval: 20 };

/** A run up to its submission, which is some twenty changes. */
export async function play(): Promise<string> {
  const { id } = await partner.organization();
  const { run } = await partner.run(id);
  await partner.play(run.id, (builder) => builder.at('submission'));
  return run.id;
}

/** What a webhook was to get, in its order, and what became of it. */
export const sentTo = (webhookId: string) =>
  database.query<{ id: string; status: string; line: string; attempts: number; body: string }>(
    `select 'msg_' || replace(m.id::text, '-', '') as id, d.status, d.line, d.attempts, m.body from webhook_delivery d
     join webhook_message m on m.id = d.message_id where d.webhook_id = $1 and not d.is_asked order by d.position, d.place`,
    [webhookId],
  );
export const pending = async (webhookId: string): Promise<number> =>
  (await sentTo(webhookId)).filter(({ status }) => status === 'PENDING').length;
const allRendered = async (): Promise<boolean> =>
  (await database.query('select from webhook_change')).length === 0;
export const done = (webhookId: string) =>
  expect.poll(async () => (await allRendered()) && (await pending(webhookId)) === 0, WAIT);
