import { expect, it } from 'vitest';
import { LruCache } from './lruCache.ts';

it('keeps what was used last and makes the rest anew', () => {
  const cache = new LruCache<number>(2);
  let made = 0;
  const get = (key: string) => cache.getOrCreate(key, () => (made += 1));
  expect([get('a'), get('b'), get('a'), get('c'), get('a'), get('b')]).toEqual([1, 2, 1, 3, 1, 4]);
  expect(cache.size).toBe(2);
  cache.delete('a');
  expect(get('a')).toBe(5);
});
