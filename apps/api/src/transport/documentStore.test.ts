/** However many documents are sent, what is kept of them has a bound. */
import { parse, type DocumentNode } from 'graphql';
import { expect, test } from 'vitest';
import { documentStore } from './documentStore.ts';

const document = (number: number): DocumentNode =>
  parse(`{ a${number}: viewer { __typename } }`, { noLocation: true });
const LENGTH = JSON.stringify(document(100)).length;

test('keeps the documents that were used last', async () => {
  const store = documentStore(10 * LENGTH + LENGTH / 2);
  for (let number = 100; number < 110; number += 1) await store.set(`${number}`, document(number));
  expect(await store.get('100')).toEqual(document(100));
  for (let number = 110; number < 119; number += 1) await store.set(`${number}`, document(number));
  expect(await store.get('100')).toEqual(document(100));
  expect(await store.get('101')).toBeUndefined();
  const kept = await Promise.all(
    Array.from({ length: 19 }, (_, index) => store.get(`${100 + index}`)),
  );
  expect(kept.filter(Boolean)).toHaveLength(10);
});

test('does not keep one that is larger than all it may keep', async () => {
  const store = documentStore(LENGTH - 1);
  await store.set('100', document(100));
  expect(await store.get('100')).toBeUndefined();
});
