import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consoleNames } from './consoleNames.ts';

it.each([...consoleNames()])('%s is up to date (otherwise: npm run generate)', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});
