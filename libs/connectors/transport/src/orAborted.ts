/** Lets a caller go the moment it gives up, whatever the work is waiting for. */
import { abortedError } from './abortedError.ts';

/**
 * What `work` comes to, or `abortedError(ambiguous)` once `signal` fires, whichever is first. The
 * work itself continues.
 */
export async function orAborted<T>(
  signal: AbortSignal | null,
  work: Promise<T>,
  ambiguous = true,
): Promise<T> {
  if (signal === null) return work;
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(abortedError(ambiguous));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
