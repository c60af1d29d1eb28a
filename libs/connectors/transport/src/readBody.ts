/**
 * Reads a response's body with a bound, so that no answer, however long or however well compressed,
 * fills our memory.
 */

/** Bytes, after decompression. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/**
 * The body as text, or null where it is longer than `limit` bytes; rejects where the connection
 * breaks before its end.
 */
export async function readBody(
  stream: NodeJS.ReadableStream,
  limit: number = MAX_BODY_BYTES,
): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (length > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
