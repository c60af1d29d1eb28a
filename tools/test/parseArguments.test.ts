import { expect, test } from 'vitest';
import { parseTestArguments } from './parseArguments.ts';

const all = { only: [], browser: true, cache: true, help: false, vitest: [] };

test.each([
  [[], all],
  [['--only', 'store,core'], { ...all, only: ['store', 'core'] }],
  [
    ['--only=store', 'advanceRun.test.ts', '-t', 'one name'],
    { ...all, only: ['store'], vitest: ['advanceRun.test.ts', '-t', 'one name'] },
  ],
  [['--no-browser', '--no-cache'], { ...all, browser: false, cache: false }],
])('%j', (args, wanted) => {
  expect(parseTestArguments(args)).toEqual(wanted);
});

test.each([
  [['advanceRun.test.ts'], /say for which project: npm test -- --only store advanceRun.test.ts/],
  [['--only', 'store,core', '-t', 'x'], /say for which project/],
  [['--only'], /needs the name/],
  [['--only', '--no-browser'], /needs the name/],
])('%j is refused with what would be right', (args, message) => {
  expect(() => parseTestArguments(args)).toThrow(message);
});
