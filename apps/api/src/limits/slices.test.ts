import { expect, it } from 'vitest';
import { inSlices } from './slices.ts';

const busy = (milliseconds: number): void => {
  for (const begun = performance.now(); performance.now() - begun < milliseconds;);
};

it('lets others in between the items of a long list, in their order', async () => {
  const done: number[] = [];
  const others: number[] = [];
  const other = (): void => {
    others.push(done.length);
    if (done.length < 100) setImmediate(other);
  };
  setImmediate(other);
  await Promise.all(
    inSlices(Array.from({ length: 100 }, (_, index) => index)).map(
      async (item) => (done.push(await item), busy(1)),
    ),
  );
  expect(done).toEqual(Array.from({ length: 100 }, (_, index) => index));
  // 100 items of a millisecond in slices of five: others came in again and again, not only before
  // and after.
  expect(others.filter((at) => at > 0 && at < 100).length).toBeGreaterThan(5);
});

it('leaves a short list as it is', () => {
  expect(inSlices([1, 2, 3])).toEqual([1, 2, 3]);
});
