/** Writes to a stream no faster than it is read, and stops when nobody reads it any more. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** The client went away. */
export class Unread extends Error {
  override readonly name = 'Unread';
}

/** @returns resolves when the next chunk may come; throws Unread once the stream is closed */
export function sinkOf(stream: Writable): (chunk: Uint8Array) => Promise<void> {
  const closed = new AbortController();
  stream.once('close', () => closed.abort());
  return async (chunk) => {
    if (stream.destroyed) throw new Unread('The stream was closed.');
    if (stream.write(chunk)) return;
    try {
      await once(stream, 'drain', { signal: closed.signal });
    } catch {
      throw new Unread('The stream was closed.');
    }
  };
}
