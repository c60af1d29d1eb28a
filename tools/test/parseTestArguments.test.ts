import { expect, test } from 'vitest';
import { parseTestArguments } from './parseTestArguments.ts';

const all = { only: [], browser: true, cache: true, vitest: [] };

test.each([
  [[], all],
  [['--only', 'store,core'], { ...all, only: ['store', 'core'] }],
  [['--only', 'store', '--only=core'], { ...all, only: ['store', 'core'] }],
  [
    ['--only=store', 'advanceRun.test.ts', '-t', 'one name'],
    { ...all, only: ['store'], vitest: ['advanceRun.test.ts', '-t', 'one name'] },
  ],
  [['--only', 'store', '-t', 'one name'], { ...all, only: ['store'], vitest: ['-t', 'one name'] }],
  [['--no-browser', '--no-cache'], { ...all, browser: false, cache: false }],
])('%j', (args, expected) => {
  expect(parseTestArguments(args)).toEqual(expected);
});

test.each([
  [['advanceRun.test.ts'], /for example: npm test -- --only store advanceRun.test.ts/],
  [['--only', 'store,core', '-t', 'x'], /Name one project/],
  [['--only'], /--only <projects>' argument missing/],
  [['--only', '--no-browser'], /needs the name/],
  [['--only', ','], /needs the name/],
])('%j is refused with an example', (args, message) => {
  expect(() => parseTestArguments(args)).toThrow(message);
});
