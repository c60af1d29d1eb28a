/**
 * Acts that one press does in order. Each keeps its idempotency key until the server has answered,
 * and none that is done is done again.
 */
import { createIdempotencyKeys, type IdempotencyKeys } from '../../apollo/idempotencyKeys.ts';
import type { UserError } from '../../apollo/userErrors.ts';

export type ActId =
  | 'organization'
  | 'adobe'
  | 'azure'
  | 'run'
  | 'keyAep'
  | 'keyCja'
  | 'entitlementAep'
  | 'entitlementCja';

/** `unknown`: there was no response, so the server may or may not have done it. */
export type ActStatus = 'waiting' | 'working' | 'done' | 'refused' | 'unknown';

export interface ActState {
  status: ActStatus;
  /** Why the server refused. */
  errors: readonly UserError[];
  /** Why there was no response. */
  failure: unknown;
  /** Of what the act made; null before, or where it made nothing. */
  made: string | null;
}

export interface ActResult {
  errors: readonly UserError[];
  made: string | null;
}

export interface Act {
  id: ActId;
  /** What must be done before. */
  needs: ActId | null;
  /** @param needed the ID of what the act before made */
  send: (keys: IdempotencyKeys, needed: string) => Promise<ActResult>;
}

export type ActStates = Readonly<Partial<Record<ActId, ActState>>>;
export interface Snapshot {
  states: ActStates;
  isRunning: boolean;
}

const NEW: ActState = { status: 'waiting', errors: [], failure: null, made: null };

export class ActSequence {
  #snapshot: Snapshot = { states: {}, isRunning: false };
  #isStopped = false;
  readonly #keys = new Map<ActId, IdempotencyKeys>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): Snapshot => this.#snapshot;

  /** While the page is shown. */
  readonly start = (): (() => void) => {
    this.#isStopped = false;
    return () => (this.#isStopped = true);
  };

  /** What the server refused was changed. */
  forgetRefusal(id: ActId): void {
    const { [id]: state, ...others } = this.#snapshot.states;
    if (state?.status === 'refused') this.#set({ states: others });
  }

  /**
   * Does what is not done. An act whose need failed stays waiting, and the others continue.
   *
   * @param acts in their order; those that are done are given too
   * @param redone what is done, and has to be done again
   */
  async perform(acts: readonly Act[], redone: ReadonlySet<ActId> = new Set()): Promise<void> {
    if (this.#snapshot.isRunning) return;
    const todo = acts.filter(({ id }) => !this.#isDone(id) || redone.has(id));
    const kept = Object.entries(this.#snapshot.states).filter(([, one]) => one.status === 'done');
    const waiting = todo.map(({ id }) => [id, NEW] as const);
    this.#set({ isRunning: true, states: Object.fromEntries([...kept, ...waiting]) as ActStates });
    for (const act of todo) if (!this.#isStopped) await this.#do(act);
    this.#set({ isRunning: false });
  }

  async #do({ id, needs, send }: Act): Promise<void> {
    if (needs && !this.#isDone(needs)) return;
    this.#update(id, { ...NEW, status: 'working' });
    const keys = this.#keys.get(id) ?? createIdempotencyKeys();
    this.#keys.set(id, keys);
    const needed = (needs && this.#snapshot.states[needs]?.made) ?? '';
    const state = await send(keys, needed).then(
      ({ errors, made }): ActState =>
        errors.length > 0
          ? { ...NEW, status: 'refused', errors }
          : { ...NEW, status: 'done', made },
      (failure: unknown): ActState => ({ ...NEW, status: 'unknown', failure }),
    );
    this.#update(id, state);
  }

  #isDone(id: ActId): boolean {
    return this.#snapshot.states[id]?.status === 'done';
  }

  #update(id: ActId, state: ActState): void {
    this.#set({ states: { ...this.#snapshot.states, [id]: state } });
  }

  #set(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
