/**
 * Divides long work into slices, so that other requests run in between. graphql-js completes an
 * item of a list when its promise resolves; resolving one item after another divides the list.
 */
const MAX_SLICE_MILLISECONDS = 5;
/** Shorter lists are not divided. */
const MAX_UNDIVIDED_ITEMS = 20;

let sliceStartedAt = performance.now();

/** Lets other requests run when this slice is used up; otherwise returns undefined. */
export function yieldIfSliceEnded(): Promise<void> | undefined {
  if (performance.now() - sliceStartedAt < MAX_SLICE_MILLISECONDS) return undefined;
  return new Promise((resolve) =>
    setImmediate(() => {
      sliceStartedAt = performance.now();
      resolve();
    }),
  );
}

export function inSlices<T>(items: T[]): (T | Promise<T>)[] {
  if (items.length <= MAX_UNDIVIDED_ITEMS) return items;
  let previous: Promise<void> = Promise.resolve();
  return items.map((item) => {
    const turn = previous.then(yieldIfSliceEnded);
    previous = turn;
    return turn.then(() => item);
  });
}
