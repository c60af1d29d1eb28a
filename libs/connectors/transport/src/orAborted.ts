/** Ends a call as soon as its caller aborts, whatever it waits for. */
import { abortedError } from './abortedError.ts';

/** The result of `work`, or `abortedError(ambiguous)` once `signal` fires. The work continues. */
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
