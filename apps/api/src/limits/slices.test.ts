import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { inSlices, madeInSlices } from './slices.ts';

const busy = (milliseconds: number): void => {
  for (const begun = performance.now(); performance.now() - begun < milliseconds;);
};

it('lets others in between the items of a long list, in their order', async () => {
  const count = 500;
  const done: number[] = [];
  const others: number[] = [];
  const other = (): void => {
    others.push(done.length);
    if (done.length < count) setImmediate(other);
  };
  setImmediate(other);
  await Promise.all(
    inSlices(Array.from({ length: count }, (_, index) => index)).map(
      async (item) => (done.push(await item), busy(0.2)),
    ),
  );
  expect(done).toEqual(Array.from({ length: count }, (_, index) => index));
  // 100 ms in slices of two, each with what was begun before it ended: on an idle machine others
  // come in 42 times, and 23 times with slices of four. On a busy one both are more.
  expect(others.filter((at) => at > 0 && at < count).length).toBeGreaterThan(30);
});

it('leaves a short list as it is', () => {
  expect(inSlices([1, 2, 3])).toEqual([1, 2, 3]);
});

it('makes an item when its turn comes, and keeps none of them', async () => {
  const made: WeakRef<object>[] = [];
  const items = madeInSlices([...Array.from({ length: 50 }).keys()], (part) => {
    busy(1);
    const item = { part };
    made.push(new WeakRef(item));
    return item;
  });
  const counts = await Promise.all(
    items.map((item) => item.then(({ part }) => [part, made.length])),
  );
  expect(counts).toEqual(counts.map((_, index) => [index, index + 1]));
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(made.filter((item) => item.deref()).length).toBe(0);
  // Still there: whoever asks again gets it made again.
  expect(await items[3]).toEqual({ part: 3 });
});

it('fails for who waits for an item that can not be made', async () => {
  const items = madeInSlices([0, 1], (part) => {
    if (part === 0) throw new Error('not a run');
    return part;
  });
  const settled = await Promise.allSettled(items);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  await expect((async () => await items[0])()).rejects.toThrow('not a run');
  await expect(items[0]!.then(String)).rejects.toThrow('not a run');
  await expect(items[1]!.then(() => Promise.reject(new Error('by its reader')))).rejects.toThrow(
    'by its reader',
  );
});
