/**
 * Loaded before the worker (`--import`): kills its own process at the n-th call to the database or the network, before it leaves or after its
 * answer came. The order lies in a file that is taken away when it is carried out, so that the process started again lives.
 */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import pg from 'pg';

const orderFile = process.env['KEYWAY_CRASH_ORDER'] ?? '';
const isWorker = process.argv[1]?.endsWith('apps/worker/src/main.ts') ?? false;
let counted = 0;

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

function order(): { at?: number; when?: string } {
  try {
    return JSON.parse(readFileSync(orderFile, 'utf8')) as { at: number; when: string };
  } catch {
    return {}; // Half written: the next call reads it whole.
  }
}

function die(): void {
  renameSync(orderFile, `${orderFile}.done`);
  process.kill(process.pid, 'SIGKILL');
}

const live = (): void => undefined;

/** Counts one call; answers what to do when it is over. */
function call(): () => void {
  if (!existsSync(orderFile)) {
    counted = 0;
    return live;
  }
  const { at, when } = order();
  counted += 1;
  if (counted !== at) return live;
  if (when === 'before') die();
  return die;
}

function countQueries(): void {
  const client = pg.Client.prototype as unknown as Record<string, AnyFunction>;
  const original = client['query']!;
  client['query'] = function counting(this: unknown, ...args: unknown[]) {
    const over = call();
    const last = args.at(-1);
    // Answers come by promise or by callback.
    if (typeof last === 'function') {
      const answer = last as AnyFunction;
      args[args.length - 1] = (...answers: unknown[]): unknown => (over(), answer(...answers));
    }
    const result = original.apply(this, args);
    if (result instanceof Promise) void result.then(over, over);
    return result;
  };
}

function countRequests(library: typeof http | typeof https): void {
  const original = library.request as unknown as (...args: unknown[]) => http.ClientRequest;
  Object.assign(library, {
    request: (...args: unknown[]): http.ClientRequest => {
      const over = call();
      const sent = original(...args);
      sent.once('response', (response: http.IncomingMessage) => response.once('end', over));
      return sent;
    },
  });
}

if (isWorker && orderFile) {
  countQueries();
  countRequests(http);
  countRequests(https);
}
