/** Subscriptions that outlive their connections. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { failed, type ClientError, type Result } from './clientError.ts';
import type { AnyVariables, Operation } from './documents.ts';
import { errorOf } from './errorOf.ts';
import { graphqlErrors, isObject } from './responseBody.ts';
import { backOffSeconds, type RetryOptions } from './retries.ts';

/** What a subscription may be given. */
export interface SubscribeOptions<Data> {
  /** Ends the subscription; its iterator then ends without a result. */
  signal?: AbortSignal | undefined;
  /**
   * Reads what the subscription is about. Called after each connection, the first included, so that
   * nothing is missed that happened while there was none. Not needed where the subscription begins
   * with the current state, as `runChanged` and `bulkJobChanged` do.
   */
  read?: (() => Promise<Result<Data>>) | undefined;
  /** Called when the connection is lost and when it is back. */
  onConnection?: ((state: 'connected' | 'lost') => void) | undefined;
}

/** What a subscription needs of its client. */
export interface Subscription<Data> extends SubscribeOptions<Data> {
  url: string;
  token: string | undefined;
  operation: Operation;
  variables: AnyVariables;
  retry: RetryOptions;
}

const KEEP_ALIVE_MS = 20_000;
const PONG_MS = 10_000;
/** The api's code for a credential that does not hold (docs/reference/api.md). */
const FORBIDDEN = 4403;
const ACCESS_CHANGED = 'Access changed';

/** Every event, in order. An error is the last result. */
export async function* subscribe<Data>(
  subscription: Subscription<Data>,
): AsyncGenerator<Result<Data>, void, undefined> {
  const { signal } = subscription;
  const queue: Result<Data>[] = [];
  const state = { ended: false };
  let wake = (): void => {};
  const put = (result: Result<Data>): void => {
    queue.push(result);
    wake();
  };
  const end = (error?: ClientError): void => {
    if (state.ended) return;
    if (error) queue.push(failed(error));
    state.ended = true;
    wake();
  };
  const onAbort = (): void => end();
  signal?.addEventListener('abort', onAbort, { once: true });
  const socket = await connect(subscription, put, () => state.ended || (signal?.aborted ?? false));
  const stop = open(socket, subscription, put, end);
  try {
    while (!signal?.aborted) {
      const next = queue.shift();
      if (next) yield next;
      else if (state.ended) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    state.ended = true;
    signal?.removeEventListener('abort', onAbort);
    stop();
    void socket.dispose();
  }
}

async function connect<Data>(
  { url, token, read, onConnection, retry }: Subscription<Data>,
  put: (result: Result<Data>) => void,
  isEnded: () => boolean,
): Promise<SocketClient> {
  const { WebSocket } = await import('ws');
  let wasConnected = false;
  let failures = 0;
  let pong: NodeJS.Timeout | undefined;
  const socket: SocketClient = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: token === undefined ? {} : { authorization: `Bearer ${token}` },
    keepAlive: KEEP_ALIVE_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (problem) => {
      failures += 1;
      // Of a server that was never there, no more is to be expected than of a request.
      return !isFinal(problem) && (wasConnected || failures < (retry.attempts ?? 6));
    },
    retryWait: (retries) => sleep(backOffSeconds(retries + 1) * 1000),
    on: {
      connected: () => {
        if (wasConnected) onConnection?.('connected');
        wasConnected = true;
        // After the subscription was sent: what changes from then on is an event.
        if (read) setImmediate(() => void read().then(put));
      },
      closed: () => {
        clearTimeout(pong);
        if (wasConnected && !isEnded()) onConnection?.('lost');
      },
      // A connection that broke silently is found by its missing answer.
      ping: (received) => {
        if (!received) pong = setTimeout(() => socket.terminate(), PONG_MS).unref();
      },
      pong: (received) => {
        if (received) clearTimeout(pong);
      },
    },
  });
  return socket;
}

interface Close {
  code: number;
  reason: string;
}
const isClose = (problem: unknown): problem is Close =>
  typeof problem === 'object' && problem !== null && 'code' in problem && 'reason' in problem;

const isFinal = (problem: unknown): boolean =>
  isClose(problem) && problem.code === FORBIDDEN && problem.reason !== ACCESS_CHANGED;

/** Subscribes, and does so again where the server asks to wait. Answers how to stop. */
function open<Data>(
  socket: SocketClient,
  { url, operation, variables }: Subscription<Data>,
  put: (result: Result<Data>) => void,
  end: (error?: ClientError) => void,
): () => void {
  let waiting: NodeJS.Timeout | undefined;
  let unsubscribe = (): void => {};
  const begin = (): void => {
    unsubscribe = socket.subscribe<Data>(
      { query: operation.text, variables },
      {
        next: ({ data, errors }) => {
          const [error] = graphqlErrors(errors) ?? [];
          if (error) put(failed(errorOf(error, 200, null)));
          else if (isObject(data)) put({ ok: true, data });
        },
        error: (problem) => {
          const error = errorOfSocket(problem, url);
          if (error.kind !== 'rateLimited') end(error);
          else waiting = setTimeout(begin, error.retryAfterSeconds * 1000);
        },
        complete: () => end(),
      },
    );
  };
  begin();
  return () => {
    clearTimeout(waiting);
    unsubscribe();
  };
}

function errorOfSocket(problem: unknown, url: string): ClientError {
  const [error] = graphqlErrors(problem) ?? [];
  if (error) return errorOf(error, 200, null);
  if (isClose(problem) && problem.code === FORBIDDEN)
    return { kind: 'notSignedIn', message: 'The token is not valid any more.' };
  const message = `The live connection to ${new URL(url).host} failed.`;
  return { kind: 'network', message, outcomeUnknown: false };
}
