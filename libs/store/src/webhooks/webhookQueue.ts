/** What workers do for webhooks: render changes, claim deliveries, record how attempts ended. */
import { randomUUID } from 'node:crypto';
import {
  EARLY_RETRY_SECONDS,
  FAILING_DAYS,
  pauseSeconds,
  PROBING_ATTEMPTS,
  retryDelaySeconds,
  TEST_EVENT,
  WORKER,
} from '@keyway/core';
import { UnknownCommit, type Database, type Transaction } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { withRetry } from '../database/retry.ts';
import { WakeUps } from '../database/wakeUps.ts';
import { writeHistory } from '../history/appendHistory.ts';
import { withRequiredKeys } from '../sealing/dataKeys.ts';
import type { Sealing } from '../sealing/sealing.ts';
import {
  ATTEMPT,
  CLAIM,
  CLAIM_TURN,
  FAILED,
  HELD,
  NEXT_DUE,
  PAUSE,
  RECORD,
  RELEASE,
  SETTLE,
  STEP_ASIDE,
  TAKEN,
} from './deliveryStatements.ts';
import type { Retention } from '../retention/retention.ts';
import { forgetDeliveries } from './forgetDeliveries.ts';
import { renderChanges } from './renderChanges.ts';
import { messageIdOf, shownUrl, type DeliveryStatus } from './webhookRecord.ts';
import { openWebhookSecrets } from './webhookSecret.ts';

const MAX_WAIT_MILLISECONDS = 5_000;
const DAY_SECONDS = 86_400;
const GONE = 410;
/** From so many failed attempts on a message is tried early while others wait behind it. */
const EARLY_ATTEMPTS = 2;

interface ClaimedRow {
  webhookId: string;
  line: string;
  partnerId: string;
  leaseToken: string;
  url: string;
  secret: Uint8Array;
  formerSecret: Uint8Array | null;
  deliveryId: string | null;
  attempts: number | null;
  step: number | null;
  isEarly: boolean | null;
  isAside: boolean | null;
  isAsked: boolean | null;
  isFailing: boolean;
  messageId: string | null;
  event: string | null;
  body: string | null;
}

/** A message that only this process may send, until its lease ends. */
export interface ClaimedDelivery {
  webhookId: string;
  partnerId: string;
  deliveryId: string;
  line: string;
  leaseToken: string;
  /** The `webhook-id`. */
  messageId: string;
  url: string;
  event: string;
  /** Exactly what is sent. */
  body: string;
  /** Attempts before this one. */
  attempts: number;
  /** Its place in the schedule of retries. */
  step: number;
  /** Tried beside its schedule. */
  isEarly: boolean;
  /** It holds back nothing. */
  isAside: boolean;
  isAsked: boolean;
  /** The webhook took nothing when this was claimed. */
  isFailing: boolean;
  /** Those that sign, the newest first; none where the key that sealed them is lost. */
  secrets: () => Promise<string[]>;
}

/** How an attempt ended. `late`: no whole answer in time. */
export type AttemptResult = 'delivered' | 'refused' | 'unreachable' | 'late';

/** One attempt to deliver a message. */
export interface Attempt {
  result: AttemptResult;
  at: string;
  /** Null: no answer. */
  statusCode: number | null;
  milliseconds: number;
  error: string | null;
  retryAfterSeconds: number | null;
  /** The receiver was reached: only then may the message be why it failed. */
  isConnected: boolean;
}

/** `lost`: another worker has the line by now; nothing was written. */
export type Recorded = DeliveryStatus | 'lost';

export interface WebhookQueueOptions {
  holder: string;
  sealing: Sealing;
  pollScale: number;
  onWarning: (message: string) => void;
  retention: Retention;
}

/** The queue of one worker. */
export class WebhookQueue {
  private readonly database: Database;
  private readonly options: WebhookQueueOptions;
  private readonly wakeUps: WakeUps;

  constructor(database: Database, notifications: Notifications, options: WebhookQueueOptions) {
    this.database = database;
    this.options = options;
    this.wakeUps = new WakeUps(notifications, 'keyway_webhook', MAX_WAIT_MILLISECONDS);
  }

  /** One pass; answers how many changes became messages. */
  render(): Promise<number> {
    this.wakeUps.claiming();
    return renderChanges(this.database, this.options.onWarning);
  }

  /**
   * Messages that are due, each to one worker.
   * @param limit how many, and how many of these of webhooks that take nothing now
   */
  async claim(limit: { all: number; failing: number }): Promise<ClaimedDelivery[]> {
    const [, rows] = await this.database.readTogether<[unknown[], ClaimedRow[]]>([
      { query: CLAIM_TURN, values: [] },
      { query: CLAIM, values: [limit.all, this.options.holder, limit.failing] },
    ]);
    const claimed = await Promise.all(rows.map((row) => this.claimed(row)));
    return claimed.filter((one) => one !== null);
  }

  private async claimed(row: ClaimedRow): Promise<ClaimedDelivery | null> {
    const { deliveryId, attempts, step, isEarly, isAside, isAsked, messageId, event, body } = row;
    const { secret, formerSecret, webhookId, partnerId, ...rest } = row;
    if (deliveryId === null) {
      await this.settle(row);
      return null;
    }
    const sealed = formerSecret === null ? [secret] : [secret, formerSecret];
    const open = (transaction: Transaction): Promise<string[]> =>
      openWebhookSecrets(transaction, this.options.sealing, { webhookId, partnerId }, sealed);
    return {
      ...{ ...rest, webhookId, partnerId, deliveryId },
      ...{ attempts: attempts!, step: step!, isAsked: isAsked!, event: event!, body: body! },
      ...{ isEarly: isEarly!, isAside: isAside! },
      messageId: messageIdOf(messageId!),
      secrets: () => withRequiredKeys(() => this.database.transaction('system', open)),
    };
  }

  /** A line whose next delivery is due later, or that has none. */
  private async settle({ webhookId, line, leaseToken, partnerId }: ClaimedRow): Promise<void> {
    await this.database.transaction('system', async (transaction) => {
      const held = await transaction.query(HELD, [webhookId, line, leaseToken, partnerId]);
      if (held.length > 0) await transaction.query(SETTLE, [webhookId, line, false, partnerId]);
    });
  }

  /**
   * Records an attempt and frees the line. Of a worker that comes late nothing is kept: whoever
   * took over sends it again, under the same ID.
   */
  record(delivery: ClaimedDelivery, attempt: Attempt): Promise<Recorded> {
    const work = (transaction: Transaction): Promise<Recorded> =>
      this.write(transaction, delivery, attempt);
    return withRetry(
      () => this.database.transaction('system', work),
      (error) => error instanceof UnknownCommit,
    );
  }

  private async write(
    transaction: Transaction,
    delivery: ClaimedDelivery,
    attempt: Attempt,
  ): Promise<Recorded> {
    const { webhookId, line, leaseToken, deliveryId, partnerId } = delivery;
    const held = await transaction.query(HELD, [webhookId, line, leaseToken, partnerId]);
    if (held.length === 0) return 'lost';
    const attempts = delivery.attempts + 1;
    const isTaken = attempt.result === 'delivered';
    const { status, step, seconds } = this.after(delivery, attempt);
    await transaction.query(ATTEMPT, [
      ...[deliveryId, attempts, attempt.at, attempt.statusCode, attempt.milliseconds],
      ...[attempt.error, attempt.result, partnerId],
    ]);
    const early = attempts < EARLY_ATTEMPTS ? null : this.earlySeconds(attempt);
    await transaction.query(RECORD, [
      ...[deliveryId, status, attempts, step, seconds, early, partnerId],
    ]);
    if (isTaken && !delivery.isAside) await transaction.query(STEP_ASIDE, [deliveryId, partnerId]);
    const isProbing =
      status === 'PENDING' &&
      !delivery.isAside &&
      attempts >= PROBING_ATTEMPTS &&
      attempt.isConnected &&
      attempt.retryAfterSeconds === null;
    const pause = pauseSeconds(attempt.statusCode, attempt.retryAfterSeconds);
    if (pause !== null) await transaction.query(PAUSE, [webhookId, pause, partnerId]);
    await transaction.query(SETTLE, [webhookId, line, isProbing, partnerId]);
    if (isTaken) await transaction.query(TAKEN, [webhookId, partnerId]);
    else if (delivery.event !== TEST_EVENT) await this.countFailure(transaction, delivery, attempt);
    return status;
  }

  /** Never before the receiver asks for it. */
  private earlySeconds({ retryAfterSeconds }: Attempt): number {
    return Math.max(EARLY_RETRY_SECONDS * this.options.pollScale, retryAfterSeconds ?? 0);
  }

  /** A test is sent once. What was tried early is due as before, or when the receiver asks. */
  private after(
    { event, step, isEarly }: ClaimedDelivery,
    { result, statusCode, retryAfterSeconds }: Attempt,
  ): { status: DeliveryStatus; step: number; seconds: number | null } {
    if (result === 'delivered') return { status: 'DELIVERED', step, seconds: null };
    const { pollScale: timeScale } = this.options;
    const given = { step, retryAfterSeconds, chance: Math.random(), timeScale };
    const seconds = event === TEST_EVENT || statusCode === GONE ? null : retryDelaySeconds(given);
    if (seconds === null) return { status: 'FAILED', step, seconds };
    return isEarly && retryAfterSeconds === null
      ? { status: 'PENDING', step, seconds: null }
      : { status: 'PENDING', step: step + 1, seconds };
  }

  /** Disables the webhook after five days without anything taken, or at once where it is gone. */
  private async countFailure(
    transaction: Transaction,
    { webhookId, partnerId }: ClaimedDelivery,
    { statusCode }: Attempt,
  ): Promise<void> {
    const limit = FAILING_DAYS * DAY_SECONDS * this.options.pollScale;
    const [disabled] = await transaction.query<{ url: string; reason: string }>(FAILED, [
      ...[webhookId, limit, statusCode === GONE, partnerId],
    ]);
    if (!disabled) return;
    const { url, reason } = disabled;
    const occurrence = {
      id: randomUUID(),
      at: this.database.clock.now().toISOString(),
      actor: WORKER,
    };
    const data = { webhookId, url: shownUrl(url), reason };
    const owner = { partnerId, organizationId: null };
    await writeHistory(transaction, owner, 'webhookDisabled', data, occurrence);
  }

  /** Gives back what was not sent; it is due again after some seconds. */
  async release(delivery: ClaimedDelivery, seconds: number): Promise<void> {
    const { webhookId, line, leaseToken, partnerId } = delivery;
    await this.database.read(RELEASE, [webhookId, line, leaseToken, seconds, partnerId]);
  }

  /** Releases what a dead process of the same holder's name had. Before the first claim only. */
  async takeBack(): Promise<number> {
    const rows = await this.database.read(
      'update webhook_line set lease_token = null, lease_until = null, lease_holder = null where lease_holder = $1 returning 1',
      [this.options.holder],
    );
    return rows.length;
  }

  /** Ends what is too old to be sent and deletes what is too old to be kept: one pass. */
  async forget(): Promise<void> {
    await forgetDeliveries(this.database, this.options.retention);
  }

  /**
   * Resolves on NOTIFY, at the next due time, or after some seconds.
   * @param mayFail whether messages of webhooks that take nothing now count
   */
  async waitForWork(mayFail: boolean, signal?: AbortSignal): Promise<void> {
    await this.wakeUps.wait(async () => {
      const [next] = await this.database.read<{ seconds: number | null }>(NEXT_DUE, [mayFail]);
      return next?.seconds == null ? null : next.seconds * 1000;
    }, signal);
  }
}
