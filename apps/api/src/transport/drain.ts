/** A client that is still sending doesn't read: a response sent meanwhile would be lost. */
import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 10_000;

/** Reads and discards the rest of a body, up to the limits above. */
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
