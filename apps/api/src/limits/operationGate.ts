/**
 * Lets a few operations of each principal (or address) execute at a time, so that nobody's flood makes others wait. Expensive ones have places of
 * their own, few for all together, given in turn to those who wait. Who waits is bounded in number and time; beyond that 429 with `Retry-After`.
 */
import { RateExceeded } from './rateLimiter.ts';

export interface GateLimits {
  /** An operation of this cost or more is expensive. */
  heavyCost: number;
  /** At a time, by principal. */
  light: number;
  heavy: number;
  /** At a time, of all principals. */
  heavyInAll: number;
  /** Waiting, by principal; expensive or not. */
  waiting: number;
  patienceMs: number;
}

export const DEFAULT_GATE: GateLimits = { heavyCost: 1_000, light: 6, heavy: 1, heavyInAll: 2, waiting: 100, patienceMs: 10_000 };

const RETRY_AFTER_SECONDS = 2;

type Weight = 'light' | 'heavy';

interface Waiter {
  weight: Weight;
  enter: () => void;
}

interface Line {
  executing: Record<Weight, number>;
  waiting: Waiter[];
}

/** Gives the place back; more than once does nothing. */
export type Leave = () => void;

export class OperationGate {
  readonly #limits: GateLimits;
  /** By principal, in the order in which they are served next; only those who have something executing or waiting. */
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
  async enter(principal: string, cost: number, gone?: AbortSignal): Promise<Leave> {
    const weight: Weight = cost >= this.#limits.heavyCost ? 'heavy' : 'light';
    const line = this.#lines.get(principal) ?? { executing: { light: 0, heavy: 0 }, waiting: [] };
    this.#lines.set(principal, line);
    if (!line.waiting.some((waiter) => waiter.weight === weight) && this.#hasPlace(line, weight))
      return this.#take(principal, line, weight);
    if (line.waiting.length >= this.#limits.waiting) throw new RateExceeded(RETRY_AFTER_SECONDS);
    await this.#wait(line, weight, gone).catch((error: unknown) => {
      this.#forgetIfIdle(principal, line);
      throw error;
    });
    return this.#leave(principal, line, weight);
  }

  /** Waits for the place, executes, and gives it back. */
  async run<T>(principal: string, cost: number, work: () => T | Promise<T>): Promise<T> {
    const leave = await this.enter(principal, cost);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  #hasPlace({ executing }: Line, weight: Weight): boolean {
    if (executing[weight] >= this.#limits[weight]) return false;
    return weight === 'light' || this.#heavy < this.#limits.heavyInAll;
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
    if (executing.light + executing.heavy + waiting.length === 0) this.#lines.delete(principal);
  }
}
