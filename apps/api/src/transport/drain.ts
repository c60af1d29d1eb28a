/** Discards a request's body, because a client that is still sending would lose the response. */
import type { IncomingMessage } from 'node:http';

const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;
const MAX_WAIT_MILLISECONDS = 10_000;

/** Reads and discards the rest of a body, up to the limits above. */
export function drain(body: IncomingMessage): Promise<void> {
  if (body.readableEnded || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const end = (): void => {
      clearTimeout(timer);
      for (const event of ['end', 'close', 'error']) body.off(event, end);
      body.off('data', count);
      resolve();
    };
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > MAX_DISCARDED_BYTES) end();
    };
    const timer = setTimeout(end, MAX_WAIT_MILLISECONDS);
    for (const event of ['end', 'close', 'error']) body.on(event, end);
    body.on('data', count).resume();
  });
}
