/**
 * Divides long work into slices, between which other requests run. graphql-js completes each item
 * of a list when its promise resolves; so items that resolve one after another, with a pause where
 * a slice is used up, divide the work on a list.
 */
const SLICE_MS = 5;
/** Lists up to this length are not divided. */
const SHORT = 20;

let startedAt = performance.now();

/** Lets other requests run where this slice is used up; otherwise returns undefined. */
export function pause(): Promise<void> | undefined {
  if (performance.now() - startedAt < SLICE_MS) return undefined;
  return new Promise((resolve) =>
    setImmediate(() => {
      startedAt = performance.now();
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
