/**
 * Lets a few operations of each principal (or address) execute at a time, so that nobody's flood
 * makes others wait. Expensive ones have places of their own, few for all together, given in turn
 * to those who wait. Who waits is bounded in number and time; beyond that 429 with `Retry-After`.
 */
import { RateExceeded } from './rateLimiter.ts';

export interface GateLimits {
  /** An operation of this cost or more is expensive. */
  heavyCost: number;
  /** An event of a subscription that costs more is an operation like any other. */
  eventCost: number;
  /** At a time, by principal. */
  event: number;
  light: number;
  heavy: number;
  /** At a time, of all principals. */
  heavyInAll: number;
  /** Waiting, by principal; expensive or not. Events are as many as there are subscriptions. */
  waiting: number;
  patienceMs: number;
}

export const DEFAULT_GATE: GateLimits = {
  heavyCost: 1_000,
  eventCost: 200,
  event: 100,
  light: 6,
  heavy: 1,
  heavyInAll: 2,
  waiting: 100,
  patienceMs: 10_000,
};

const RETRY_AFTER_SECONDS = 2;

type Weight = 'event' | 'light' | 'heavy';

interface Waiter {
  weight: Weight;
  enter: () => void;
}

interface Line {
  executing: Record<Weight, number>;
  waiting: Waiter[];
}

const operationsIn = ({ waiting }: Line): number =>
  waiting.filter(({ weight }) => weight !== 'event').length;

/** Gives the place back; more than once does nothing. */
export type Leave = () => void;

export class OperationGate {
  readonly #limits: GateLimits;
  /**
   * By principal, in the order in which they are served next; only those who have something
   * executing or waiting.
   */
  readonly #lines = new Map<string, Line>();
  #heavy = 0;

  constructor(limits: GateLimits = DEFAULT_GATE) {
    this.#limits = limits;
  }

  /** How many operations wait. */
  get waiting(): number {
    let sum = 0;
    for (const { waiting } of this.#lines.values()) sum += waiting.length;
    return sum;
  }

  /**
   * Resolves when the operation may execute.
   * @param gone aborts the wait, for a caller who went away
   * @throws RateExceeded when too many wait already, or the wait took too long
   */
  enter(principal: string, cost: number, gone?: AbortSignal): Promise<Leave> {
    return this.#enter(principal, cost >= this.#limits.heavyCost ? 'heavy' : 'light', gone);
  }

  async #enter(principal: string, weight: Weight, gone?: AbortSignal): Promise<Leave> {
    const line = this.#lines.get(principal) ?? {
      executing: { event: 0, light: 0, heavy: 0 },
      waiting: [],
    };
    this.#lines.set(principal, line);
    if (!line.waiting.some((waiter) => waiter.weight === weight) && this.#hasPlace(line, weight))
      return this.#take(principal, line, weight);
    if (weight !== 'event' && operationsIn(line) >= this.#limits.waiting)
      throw new RateExceeded(RETRY_AFTER_SECONDS);
    await this.#wait(line, weight, gone).catch((error: unknown) => {
      this.#forgetIfIdle(principal, line);
      throw error;
    });
    return this.#leave(principal, line, weight);
  }

  /** An event of a subscription: waits for its place, executes, and gives it back. */
  async runEvent<T>(principal: string, cost: number, work: () => T | Promise<T>): Promise<T> {
    const leave = await (cost > this.#limits.eventCost
      ? this.enter(principal, cost)
      : this.#enter(principal, 'event'));
    try {
      return await work();
    } finally {
      leave();
    }
  }

  #hasPlace({ executing }: Line, weight: Weight): boolean {
    if (executing[weight] >= this.#limits[weight]) return false;
    return weight !== 'heavy' || this.#heavy < this.#limits.heavyInAll;
  }

  #take(principal: string, line: Line, weight: Weight): Leave {
    this.#occupy(principal, line, weight);
    return this.#leave(principal, line, weight);
  }

  /** Whoever got a place is served again after the others. */
  #occupy(principal: string, line: Line, weight: Weight): void {
    line.executing[weight] += 1;
    if (weight === 'heavy') this.#heavy += 1;
    this.#lines.delete(principal);
    this.#lines.set(principal, line);
  }

  #leave(principal: string, line: Line, weight: Weight): Leave {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      line.executing[weight] -= 1;
      if (weight === 'heavy') this.#heavy -= 1;
      this.#forgetIfIdle(principal, line);
      this.#serve();
    };
  }

  #wait(line: Line, weight: Weight, gone?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', giveUp);
      };
      const giveUp = (): void => {
        end();
        line.waiting.splice(line.waiting.indexOf(waiter), 1);
        reject(new RateExceeded(RETRY_AFTER_SECONDS));
      };
      const waiter: Waiter = { weight, enter: () => (end(), resolve()) };
      const timer = setTimeout(giveUp, this.#limits.patienceMs);
      line.waiting.push(waiter);
      gone?.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** One for each in turn, until nobody who waits has a place. */
  #serve(): void {
    for (let served = true; served;) {
      served = false;
      for (const [principal, line] of [...this.#lines]) {
        const index = line.waiting.findIndex(({ weight }) => this.#hasPlace(line, weight));
        if (index < 0) continue;
        const [waiter] = line.waiting.splice(index, 1);
        this.#occupy(principal, line, waiter!.weight);
        waiter!.enter();
        served = true;
      }
    }
  }

  #forgetIfIdle(principal: string, { executing, waiting }: Line): void {
    if (executing.event + executing.light + executing.heavy + waiting.length === 0)
      this.#lines.delete(principal);
  }
}
