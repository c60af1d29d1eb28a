/** Says to lists of alerts when to read again: the shell listens to the server for all of them. */

/** What changes at once is read in one go. */
const WAIT_MILLISECONDS = 500;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** An alert has changed, or some may have. */
export function reportAlertChange(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    for (const listener of listeners) listener();
  }, WAIT_MILLISECONDS);
}

/** Called soon after a change, once for all that come together. */
export function onAlertChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
