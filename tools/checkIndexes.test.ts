import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECK_IDS } from '@keyway/core';
import { checkIndexes } from './checkIndexes.ts';

it.each([...checkIndexes()])('%s is up to date (otherwise: npm run generate)', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
  const names = [...text.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name);
  expect(names).toEqual([...CHECK_IDS].sort());
});
