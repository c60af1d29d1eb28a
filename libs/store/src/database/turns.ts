/**
 * Limits the transactions of this process for one key (an organization, a principal); others wait
 * without a connection, so that one key can't take the pool.
 */
import { DatabaseBusy } from './databaseBusy.ts';

/** Longer than a stopped process keeps a lock (`TRANSACTION_LIMITS`). */
const MAX_WAIT_MILLISECONDS = 8_000;
const MAX_WAITING = 200;

/** The turn of one transaction. Only the first key counts: locks of others come after it. */
export class TransactionTurn {
  private readonly turns: Turns;
  private turn: Turn | null = null;
  private entered = false;

  constructor(turns: Turns) {
    this.turns = turns;
  }

  /** @throws NoTurnLeft */
  enter(key: string): void {
    if (this.entered) return;
    if (this.turn?.key !== key) {
      this.turn?.end();
      this.turn = this.turns.take(key);
      if (!this.turn) throw new NoTurnLeft(key);
    }
    this.entered = true;
  }

  /** Waits for a turn for the next attempt. */
  async wait(key: string): Promise<void> {
    this.turn = await this.turns.wait(key);
  }

  leave(): void {
    this.turn?.end();
    this.turn = null;
    this.entered = false;
  }
}

/** The key has no turn left: the transaction ends, and runs again at its turn. */
export class NoTurnLeft extends Error {
  override readonly name = 'NoTurnLeft';
  readonly key: string;
  constructor(key: string) {
    super('Too many operations of this process already wait for the same organization or run.');
    this.key = key;
  }
}

interface Turn {
  key: string;
  /** May be called twice. */
  end(): void;
}

type Waiting = (turn: Turn) => void;

export class Turns {
  private readonly taken = new Map<string, number>();
  private readonly waiting = new Map<string, Set<Waiting>>();
  private readonly max: number;
  private readonly what: string;
  private readonly maxWaiting: number;
  private readonly maxWaitMilliseconds: number;

  /** `what` names the key in the error. */
  constructor(
    max: number,
    what: string,
    { maxWaiting = MAX_WAITING, maxWaitMilliseconds = MAX_WAIT_MILLISECONDS } = {},
  ) {
    this.max = Math.max(1, max);
    this.what = what;
    this.maxWaiting = maxWaiting;
    this.maxWaitMilliseconds = maxWaitMilliseconds;
  }

  /** Runs `work` at its turn. @throws DatabaseBusy where that takes too long. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = await this.wait(key);
    try {
      return await work();
    } finally {
      turn.end();
    }
  }

  /** Null where the key has no turn left, or others wait for it. */
  take(key: string): Turn | null {
    const count = this.taken.get(key) ?? 0;
    if (count >= this.max || this.waiting.has(key)) return null;
    this.taken.set(key, count + 1);
    return this.turn(key);
  }

  /** @throws DatabaseBusy where it takes too long. */
  wait(key: string): Promise<Turn> {
    const free = this.take(key);
    if (free) return Promise.resolve(free);
    const queue = this.waiting.get(key) ?? new Set<Waiting>();
    if (queue.size >= this.maxWaiting) return Promise.reject(this.tooBusy());
    this.waiting.set(key, queue);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.leave(key, entry);
        reject(this.tooBusy());
      }, this.maxWaitMilliseconds);
      const entry: Waiting = (turn) => {
        clearTimeout(timer);
        resolve(turn);
      };
      queue.add(entry);
    });
  }

  private tooBusy(): DatabaseBusy {
    return new DatabaseBusy(
      `Too many requests are waiting for ${this.what}. Nothing was changed. Try again shortly.`,
    );
  }

  private turn(key: string): Turn {
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      this.pass(key);
    };
    return { key, end };
  }

  /** Passes the turn to the longest waiting transaction, if any. */
  private pass(key: string): void {
    const [next] = this.waiting.get(key) ?? [];
    if (next) {
      this.leave(key, next);
      next(this.turn(key));
      return;
    }
    const count = (this.taken.get(key) ?? 1) - 1;
    if (count > 0) this.taken.set(key, count);
    else this.taken.delete(key);
  }

  private leave(key: string, entry: Waiting): void {
    const queue = this.waiting.get(key);
    queue?.delete(entry);
    if (queue?.size === 0) this.waiting.delete(key);
  }
}
