/**
 * Long lists are put together in slices, between which other requests are answered: graphql-js
 * completes each item of a list when its promise resolves, so items that resolve one after another,
 * with a pause where a slice is used up, divide the work.
 */
const SLICE_MS = 5;
/** Shorter pages are put together at once. */
const SHORT = 20;

let begun = performance.now();

/** Resolves at once, or behind everything that waits where this slice is used up. */
function pause(): Promise<void> | undefined {
  if (performance.now() - begun < SLICE_MS) return undefined;
  return new Promise((resolve) =>
    setImmediate(() => {
      begun = performance.now();
      resolve();
    }),
  );
}

export function inSlices<T>(items: T[]): (T | Promise<T>)[] {
  if (items.length <= SHORT) return items;
  let before: Promise<void> = Promise.resolve();
  return items.map((item) => {
    const turn = before.then(pause);
    before = turn;
    return turn.then(() => item);
  });
}
