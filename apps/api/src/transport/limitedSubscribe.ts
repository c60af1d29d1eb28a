/**
 * A subscription whose events are limited like operations, so that many subscriptions of one
 * principal don't delay others.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { createSourceEventStream, execute } from 'graphql';
import { signedIn, type RequestContext } from '../context.ts';
import type { ConcurrencyLimiter } from '../limits/concurrencyLimiter.ts';
import { RateExceeded } from '../limits/rateLimiter.ts';
import { rateKey } from './rateLimit.ts';

/** No event is dropped. It is retried after this time when too many operations wait. */
const RETRY_AFTER_MILLISECONDS = 250;

export async function limitedSubscribe(
  args: ExecutionArgs,
  concurrency: ConcurrencyLimiter,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const context = args.contextValue as RequestContext;
  const principal = rateKey(signedIn(context).viewer, '');
  const events = source[Symbol.asyncIterator]();
  let ended = false;

  const execution = async (event: unknown): Promise<ExecutionResult | null> => {
    while (!ended) {
      try {
        return await concurrency.runEvent(principal, context.cost ?? 0, () =>
          execute({ ...args, rootValue: event }),
        );
      } catch (error) {
        if (!(error instanceof RateExceeded)) throw error;
        await sleep(RETRY_AFTER_MILLISECONDS);
      }
    }
    return null;
  };
  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    ended = true;
    await events.return?.();
    return { done: true, value: undefined };
  };
  const results: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const event = await events.next();
      const value = event.done ? null : await execution(event.value);
      return value ? { done: false, value } : { done: true, value: undefined };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
