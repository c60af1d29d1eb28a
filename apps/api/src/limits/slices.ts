/**
 * Lists in slices of work, so that other requests run in between. graphql-js completes an item of a
 * list when its promise resolves; resolving one item after another divides the list.
 */
import { yieldIfSliceEnded } from '@keyway/store';

/** Shorter lists are not divided. */
const MAX_UNDIVIDED_ITEMS = 20;

function turns(count: number): Promise<void>[] {
  let previous: Promise<void> = Promise.resolve();
  return Array.from({ length: count }, () => (previous = previous.then(yieldIfSliceEnded)));
}

export function inSlices<T>(items: T[]): (T | Promise<T>)[] {
  if (items.length <= MAX_UNDIVIDED_ITEMS) return items;
  return turns(items.length).map((turn, index) => turn.then(() => items[index]!));
}

/**
 * Makes each item of its part in its turn, for who waits for it. A promise would keep
 * the item: it is old by then, and V8 frees what is old, and what that refers to, much later.
 */
export const madeInSlices = <P, T>(parts: readonly P[], make: (part: P) => T): Promise<T>[] =>
  turns(parts.length).map((turn, index) => {
    const item: PromiseLike<T> = {
      then: (onMade, onFailed) =>
        turn.then(() => settle(() => make(parts[index]!), onMade, onFailed)),
    };
    // Cast: executors wait for it and use nothing else of a promise.
    return item as Promise<T>;
  });

/** As `then` calls its arguments. */
function settle<T, Result, Failure>(
  make: () => T,
  onMade: ((item: T) => Result | PromiseLike<Result>) | null | undefined,
  onFailed: ((error: unknown) => Failure | PromiseLike<Failure>) | null | undefined,
): Result | Failure | PromiseLike<Result | Failure> {
  let item: T;
  try {
    item = make();
  } catch (error) {
    if (!onFailed) throw error;
    return onFailed(error);
  }
  // Cast: without a handler the result is the item, as of any promise.
  return onMade ? onMade(item) : (item as Result & T);
}
