/**
 * Limits how many operations of one principal (or address) execute at a time, so that a flood of
 * one does not delay others. Refuses with 429 and `Retry-After` when too many wait.
 */
import { RateExceeded } from './rateLimiter.ts';

export interface ConcurrencyLimits {
  /** An operation of this cost or more is heavy. */
  heavyCost: number;
  /** An event of a subscription that costs more is limited like an operation. */
  eventCost: number;
  /** Events that execute at a time, by principal. */
  event: number;
  /** Light operations that execute at a time, by principal. */
  light: number;
  /** Heavy operations that execute at a time, by principal. */
  heavy: number;
  /** Heavy operations that execute at a time, of all principals. */
  heavyTotal: number;
  /** Operations that wait, by principal. Waiting events are limited by the subscriptions. */
  waiting: number;
  maxWaitMs: number;
}

export const DEFAULT_CONCURRENCY: ConcurrencyLimits = {
  heavyCost: 1_000,
  eventCost: 200,
  event: 100,
  light: 6,
  heavy: 1,
  heavyTotal: 2,
  waiting: 100,
  maxWaitMs: 10_000,
};

const RETRY_AFTER_SECONDS = 2;

type Weight = 'event' | 'light' | 'heavy';

interface Waiter {
  weight: Weight;
  /** Ends the wait. The permit has been counted. */
  start: () => void;
}

/** The operations of one principal. */
interface Queue {
  executing: Record<Weight, number>;
  waiting: Waiter[];
}

const waitingOperations = ({ waiting }: Queue): number =>
  waiting.filter(({ weight }) => weight !== 'event').length;

/** Returns a permit. A second call does nothing. */
export type Release = () => void;

export class ConcurrencyLimiter {
  readonly #limits: ConcurrencyLimits;
  /**
   * By principal, in the order in which they are served next. Has only principals with an operation
   * that executes or waits.
   */
  readonly #queues = new Map<string, Queue>();
  #heavy = 0;

  constructor(limits: ConcurrencyLimits = DEFAULT_CONCURRENCY) {
    this.#limits = limits;
  }

  /** How many operations wait. */
  get waiting(): number {
    let sum = 0;
    for (const { waiting } of this.#queues.values()) sum += waiting.length;
    return sum;
  }

  /**
   * Resolves when the operation may execute.
   * @param signal ends the wait when the caller disconnects
   * @throws RateExceeded when too many operations wait, or the wait took too long
   */
  acquire(principal: string, cost: number, signal?: AbortSignal): Promise<Release> {
    return this.#acquire(principal, cost >= this.#limits.heavyCost ? 'heavy' : 'light', signal);
  }

  async #acquire(principal: string, weight: Weight, signal?: AbortSignal): Promise<Release> {
    const queue = this.#queues.get(principal) ?? {
      executing: { event: 0, light: 0, heavy: 0 },
      waiting: [],
    };
    this.#queues.set(principal, queue);
    const othersWait = queue.waiting.some((waiter) => waiter.weight === weight);
    if (!othersWait && this.#hasPermit(queue, weight)) {
      this.#countStart(principal, queue, weight);
      return this.#release(principal, queue, weight);
    }
    if (weight !== 'event' && waitingOperations(queue) >= this.#limits.waiting)
      throw new RateExceeded(RETRY_AFTER_SECONDS);
    await this.#wait(queue, weight, signal).catch((error: unknown) => {
      this.#removeIfIdle(principal, queue);
      throw error;
    });
    return this.#release(principal, queue, weight);
  }

  /** Executes an event of a subscription as soon as it may. */
  async runEvent<T>(principal: string, cost: number, work: () => T | Promise<T>): Promise<T> {
    const release = await (cost > this.#limits.eventCost
      ? this.acquire(principal, cost)
      : this.#acquire(principal, 'event'));
    try {
      return await work();
    } finally {
      release();
    }
  }

  #hasPermit({ executing }: Queue, weight: Weight): boolean {
    if (executing[weight] >= this.#limits[weight]) return false;
    return weight !== 'heavy' || this.#heavy < this.#limits.heavyTotal;
  }

  /** Counts the start of an operation. Its principal is served again after the others. */
  #countStart(principal: string, queue: Queue, weight: Weight): void {
    queue.executing[weight] += 1;
    if (weight === 'heavy') this.#heavy += 1;
    this.#queues.delete(principal);
    this.#queues.set(principal, queue);
  }

  #release(principal: string, queue: Queue, weight: Weight): Release {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      queue.executing[weight] -= 1;
      if (weight === 'heavy') this.#heavy -= 1;
      this.#removeIfIdle(principal, queue);
      this.#startWaiting();
    };
  }

  #wait(queue: Queue, weight: Weight, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cleanUp = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      };
      const giveUp = (): void => {
        cleanUp();
        queue.waiting.splice(queue.waiting.indexOf(waiter), 1);
        reject(new RateExceeded(RETRY_AFTER_SECONDS));
      };
      const waiter: Waiter = { weight, start: () => (cleanUp(), resolve()) };
      const timer = setTimeout(giveUp, this.#limits.maxWaitMs);
      queue.waiting.push(waiter);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Starts one operation of each principal in turn, until no waiting one has a permit. */
  #startWaiting(): void {
    for (let started = true; started;) {
      started = false;
      for (const [principal, queue] of [...this.#queues]) {
        const index = queue.waiting.findIndex(({ weight }) => this.#hasPermit(queue, weight));
        if (index < 0) continue;
        const [waiter] = queue.waiting.splice(index, 1);
        this.#countStart(principal, queue, waiter!.weight);
        waiter!.start();
        started = true;
      }
    }
  }

  #removeIfIdle(principal: string, { executing, waiting }: Queue): void {
    if (executing.event + executing.light + executing.heavy + waiting.length === 0)
      this.#queues.delete(principal);
  }
}
