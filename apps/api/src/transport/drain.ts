/**
 * A client that still writes does not read; an answer sent meanwhile is lost with the connection.
 */
import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 10_000;

/**
 * Reads what is left of a body and forgets it, until its end or as much as one is ready to wait
 * for.
 */
export function drain(body: IncomingMessage): Promise<void> {
  if (body.readableEnded || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const done = (): void => {
      clearTimeout(timer);
      for (const event of ['end', 'close', 'error']) body.off(event, done);
      body.off('data', count);
      resolve();
    };
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) done();
    };
    const timer = setTimeout(done, MOST_MS);
    for (const event of ['end', 'close', 'error']) body.on(event, done);
    body.on('data', count).resume();
  });
}
