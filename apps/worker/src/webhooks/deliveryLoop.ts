/** Renders what happened and sends it, a bounded number of messages at a time. */
import type { ProxySettings } from '@keyway/connector-transport';
import type { AddressRange } from '@keyway/core';
import { DELIVERY_LEASE_SECONDS, shownUrl, type ClaimedDelivery } from '@keyway/store';
import { inSpan } from '@keyway/telemetry';
import { EmptyClaims } from '../emptyClaims.ts';
import { leaseClock } from '../leaseClock.ts';
import { pause } from '../pause.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import { ownTrace } from '../spanOfEffect.ts';
import { ATTEMPT_SECONDS, type Posted } from './postMessage.ts';
import { postObserved } from './postObserved.ts';
import { signedHeaders } from './signMessage.ts';

export interface DeliveryDependencies extends Pick<WorkerDependencies, 'store' | 'log'> {
  /** `KEYWAY_WEBHOOK_ALLOW`. */
  allowed: readonly AddressRange[];
  /** `HTTPS_PROXY` and `NO_PROXY`. */
  proxy: ProxySettings | null;
}

/** Messages of one worker under way at a time; they wait for receivers most of the time. */
const CONCURRENCY = 256;
/** Of these to receivers that take nothing now: hanging ones, however many, leave places free. */
const FAILING_CONCURRENCY = 128;
const RETRY_PAUSE_MILLISECONDS = 500;
/** How long attempts may still take after `shutdown`; their messages are sent again otherwise. */
const GRACE_MILLISECONDS = 6_000;
/** What can't be signed now, or is not sent because the worker stops. */
const UNSENT_PAUSE_SECONDS = 5;
/** A message is not sent when less than this is left of its lease. */
const MARGIN_SECONDS = ATTEMPT_SECONDS + 10;

/** One attempt, and its record. */
async function deliver(
  delivery: ClaimedDelivery,
  { store, log, allowed, proxy }: DeliveryDependencies,
  claimedAt: number,
  signal: AbortSignal,
): Promise<void> {
  const { webhookId, messageId, url, body } = delivery;
  const about = { webhookId, messageId, event: delivery.event, url: shownUrl(url) };
  const maySend = (): boolean =>
    leaseClock() - claimedAt < (DELIVERY_LEASE_SECONDS - MARGIN_SECONDS) * 1000;
  const secrets = await delivery.secrets();
  const at = store.now();
  const begun = performance.now();
  const timestamp = Math.floor(at.getTime() / 1000);
  const headers = {
    ...signedHeaders({ id: messageId, timestamp, body }, secrets),
    'content-type': 'application/json',
    'user-agent': 'Keyway-Webhooks/1',
  };
  const posted =
    secrets.length === 0
      ? NOT_SIGNED
      : await postObserved(url, { headers, body, allowed, proxy, maySend, signal });
  if (!posted) return store.webhooks.release(delivery, signal.aborted ? 0 : UNSENT_PAUSE_SECONDS);
  const milliseconds = Math.round(performance.now() - begun);
  const attempt = { ...posted, at: at.toISOString(), milliseconds };
  const outcome = await store.webhooks.record(delivery, attempt);
  const { statusCode, error } = posted;
  log.debug({ ...about, statusCode, error, milliseconds, outcome }, 'webhook attempt');
}

const NOT_SIGNED: NonNullable<Posted> = {
  result: 'unreachable',
  statusCode: null,
  error: 'The secret can’t be opened any more. Rotate it',
  retryAfterSeconds: null,
  isConnected: false,
};

/** Runs until `shutdown`, then waits for attempts under way for a bounded time. */
export async function deliveryLoop(
  deps: DeliveryDependencies,
  shutdown: AbortSignal,
): Promise<void> {
  const { store, log } = deps;
  const running = new Set<Promise<void>>();
  let failing = 0;
  const empty = new EmptyClaims();
  const stopping = new AbortController();
  const begin = (delivery: ClaimedDelivery, claimedAt: number): void => {
    failing += Number(delivery.isFailing);
    const work = () => deliver(delivery, deps, claimedAt, stopping.signal);
    const task = inSpan('webhook delivery', ownTrace(), work)
      .catch((error: unknown) => {
        log.warn({ err: error, webhookId: delivery.webhookId }, 'a webhook could not be sent');
      })
      .finally(() => {
        failing -= Number(delivery.isFailing);
        running.delete(task);
      });
    running.add(task);
  };
  while (!shutdown.aborted) {
    try {
      const rendered = await store.webhooks.render();
      const claimedAt = leaseClock();
      const free = {
        all: CONCURRENCY - running.size,
        failing: Math.max(FAILING_CONCURRENCY - failing, 0),
      };
      const claimed = free.all > 0 ? await store.webhooks.claim(free) : [];
      for (const delivery of claimed) begin(delivery, claimedAt);
      empty.note(rendered + claimed.length);
      if (rendered > 0 || claimed.length > 0) continue;
      const freed = new AbortController();
      // What waited for a place of its receiver, or of this worker, may be sent then.
      if (running.size > 0) void Promise.race(running).then(() => freed.abort());
      await store.webhooks.waitForWork(
        failing < FAILING_CONCURRENCY,
        AbortSignal.any([shutdown, freed.signal]),
      );
      await pause(empty.pauseMilliseconds(), shutdown);
    } catch (error) {
      log.warn({ err: error }, 'webhooks could not be read; trying again');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
    }
  }
  const timer = setTimeout(() => stopping.abort(), GRACE_MILLISECONDS);
  await Promise.allSettled(running);
  clearTimeout(timer);
}
