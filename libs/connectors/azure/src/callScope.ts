/**
 * What all requests of one call share: when to stop, and how much waiting is left. SDKs such as
 * MSAL do not pass such values on, so they travel in asynchronous context.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ConnectorError } from '@keyway/core';

export interface CallScope {
  signal: AbortSignal | null;
  /** Checked just before a state-changing request is sent. */
  maySend?: (() => boolean) | undefined;
  onRequest?: (() => void) | undefined;
  /** Spent on waiting between repetitions so far, milliseconds. */
  waitedMs: number;
  /**
   * The first failure that a request of this scope ended in, where an SDK would replace it by an
   * error of its own.
   */
  failure: ConnectorError | null;
}

const storage = new AsyncLocalStorage<CallScope>();

/** The scope of the call being made; outside of one, a scope that limits nothing. */
export const currentScope = (): CallScope => storage.getStore() ?? newScope(null);

export const newScope = (
  signal: AbortSignal | null,
  { maySend, onRequest }: Pick<CallScope, 'maySend' | 'onRequest'> = {},
): CallScope => ({
  signal,
  maySend,
  onRequest,
  waitedMs: 0,
  failure: null,
});

/** Runs `work` with everything it requests belonging to `scope`. */
export const runInScope = <T>(scope: CallScope, work: () => Promise<T>): Promise<T> =>
  storage.run(scope, work);
