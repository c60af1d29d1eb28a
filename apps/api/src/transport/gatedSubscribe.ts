/**
 * A subscription whose events pass the operation gate like other operations, so that many
 * subscriptions of one principal don't delay others.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { createSourceEventStream, execute } from 'graphql';
import { signedIn, type RequestContext } from '../context.ts';
import type { OperationGate } from '../limits/operationGate.ts';
import { RateExceeded } from '../limits/rateLimiter.ts';
import { rateKey } from './rateLimit.ts';

/** An event is never dropped. Where the gate's queue is full, it tries again after this time. */
const AGAIN_AFTER_MS = 250;

export async function gatedSubscribe(
  args: ExecutionArgs,
  gate: OperationGate,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const context = args.contextValue as RequestContext;
  const principal = rateKey(signedIn(context).viewer, '');
  const events = source[Symbol.asyncIterator]();
  let over = false;

  const answer = async (event: unknown): Promise<ExecutionResult | null> => {
    while (!over) {
      try {
        return await gate.runEvent(principal, context.cost ?? 0, () =>
          execute({ ...args, rootValue: event }),
        );
      } catch (error) {
        if (!(error instanceof RateExceeded)) throw error;
        await sleep(AGAIN_AFTER_MS);
      }
    }
    return null;
  };
  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    over = true;
    await events.return?.();
    return { done: true, value: undefined };
  };
  const answers: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const event = await events.next();
      const value = event.done ? null : await answer(event.value);
      return value ? { done: false, value } : { done: true, value: undefined };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => answers,
  };
  return answers;
}
