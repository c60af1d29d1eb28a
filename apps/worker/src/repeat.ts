/** What a worker does beside its effects, from time to time. */

/** In real time: it is about ourselves, so no poll scale shortens or stretches it. */
const EVERY_MILLISECONDS = 30_000;

/**
 * Now and every 30 s, one pass after the other; `pass` never rejects. Until the answered function
 * is called, which waits for a pass that is going on.
 */
export function repeat(pass: () => Promise<void>): () => Promise<void> {
  let last = pass();
  const timer = setInterval(() => {
    last = last.then(pass);
  }, EVERY_MILLISECONDS);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
