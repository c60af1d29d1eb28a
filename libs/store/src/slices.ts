/** Divides long work into slices, so that other requests run in between. */
/** What else happens in a turn is added to it, above all a collection of garbage. */
const MAX_SLICE_MILLISECONDS = 2;

let sliceStartedAt = performance.now();
/** Whose slices ended, in their order. */
const waiting: (() => void)[] = [];

/**
 * Lets other requests run when this slice is used up; otherwise returns undefined. All that is
 * divided shares the slices: one continues in each turn of the event loop.
 */
export function yieldIfSliceEnded(): Promise<void> | undefined {
  if (performance.now() - sliceStartedAt < MAX_SLICE_MILLISECONDS) return undefined;
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(startNext);
  });
}

function startNext(): void {
  sliceStartedAt = performance.now();
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(startNext);
}
