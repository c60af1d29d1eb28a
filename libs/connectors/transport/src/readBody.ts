/**
 * Reads a response's body with a bound, so that no answer, however long or however well compressed,
 * fills our memory.
 */
import type { Readable } from 'node:stream';

/** Bytes, after decompression. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/**
 * The body as text, or null where it is longer than `limit` bytes; rejects where the connection
 * breaks before its end.
 */
export function readBody(stream: Readable, limit: number = MAX_BODY_BYTES): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      // And with it the connection.
      stream.destroy();
      resolve(null);
    });
    stream.once('end', () => {
      const [first] = chunks;
      const bytes = chunks.length === 1 ? first! : Buffer.concat(chunks, length);
      resolve(bytes.toString('utf8'));
    });
    stream.on('error', reject);
    stream.once('close', () => {
      if (!stream.readableEnded) reject(new Error('The connection was closed before its end'));
    });
  });
}
