/**
 * Loaded before api and workers (`--import`): at the n-th call to database or network, before it is
 * sent or after its answer, the named part is killed or stopped.
 */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import pg from 'pg';

export interface CallOrder {
  /** Whose calls are counted. */
  process: 'worker' | 'api';
  at: number;
  when: 'before' | 'after';
  signal: 'SIGKILL' | 'SIGSTOP';
  /** Absent: the process itself. */
  pids?: number[];
}

const orderFile = process.env['KEYWAY_CRASH_ORDER'] ?? '';
const self = /apps\/(worker|api)\/src\/main\.ts$/.exec(process.argv[1] ?? '')?.[1];
let counted = 0;

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/**
 * The order is a file that is removed when it is carried out, so that it happens once; its writer
 * resumes what was stopped.
 */
function order(): Partial<CallOrder> {
  try {
    return JSON.parse(readFileSync(orderFile, 'utf8')) as CallOrder;
  } catch {
    return {}; // Half written, or carried out just now: the next call reads it whole.
  }
}

function carryOut({ signal, pids = [process.pid] }: Partial<CallOrder>): void {
  try {
    // Of two processes that get there at once one carries it out.
    renameSync(orderFile, `${orderFile}.done`);
  } catch {
    return;
  }
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended meanwhile.
    }
  }
}

const resume = (): void => undefined;

/** Counts one call; answers what to do when it is over. */
function call(): () => void {
  if (!existsSync(orderFile)) {
    counted = 0;
    return resume;
  }
  const wanted = order();
  if (wanted.process !== self) return resume;
  counted += 1;
  if (counted !== wanted.at) return resume;
  if (wanted.when === 'before') carryOut(wanted);
  return wanted.when === 'before' ? resume : () => carryOut(wanted);
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

if (self && orderFile) {
  countQueries();
  countRequests(http);
  countRequests(https);
}
