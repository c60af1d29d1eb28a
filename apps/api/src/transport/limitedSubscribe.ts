/**
 * A subscription whose events are limited like operations, so that many subscriptions of one
 * principal don't delay others.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { LiveEvent } from '../runs/runFeed.ts';
import type { Question, SharedExecutions } from './sharedExecutions.ts';

/** How long to wait for the database. */
const RETRY_AFTER_MILLISECONDS = 500;

export interface Subscription extends ExecutionArgs {
  question: Question;
  /** Sends the payload of one event. Resolves when the socket takes more. */
  send: (payload: Buffer) => Promise<void>;
}

/** Sends the events itself, because their text is shared; iterating only waits for the end. */
export async function limitedSubscribe(
  subscription: Subscription,
  executions: SharedExecutions,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(subscription);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = (source as AsyncIterable<LiveEvent>)[Symbol.asyncIterator]();
  let ended = false;

  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    ended = true;
    await events.return?.();
    return { done: true, value: undefined };
  };
  const next = async (): Promise<IteratorResult<ExecutionResult>> => {
    try {
      for (let event = await events.next(); !event.done; event = await events.next()) {
        const message = await executions.message(subscription.question, event.value);
        if (ended) break;
        if (message === 'unavailable') {
          await sleep(RETRY_AFTER_MILLISECONDS);
          event.value.putBack();
        } else if (message) await subscription.send(message);
      }
    } finally {
      await end();
    }
    return { done: true, value: undefined };
  };
  const results: AsyncIterableIterator<ExecutionResult> = {
    next,
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
