/** The last line must never be greener than what happened. */
import { describe, expect, test } from 'vitest';
import { Tally } from './tally.ts';

const counted = (passed: number, failed = 0, skipped = 0) => ({ passed, failed, skipped });

function after(work: (tally: Tally) => void) {
  const tally = new Tally();
  work(tally);
  return { line: tally.lastLine, green: tally.isGreen, remarks: tally.remarks };
}

describe('Tally', () => {
  test('stages and tests count together', () => {
    const result = after((tally) => {
      tally.stage('core: lint', true);
      tally.tests('core', counted(12), true);
    });
    expect(result).toEqual({ line: '13 passed, 0 failed', green: true, remarks: [] });
  });

  test('what is skipped is said', () => {
    const result = after((tally) => {
      tally.stage('core: lint', true);
      tally.skip('browser tests: no Chromium', 7);
    });
    expect(result).toEqual({
      line: '1 passed, 0 failed, 7 skipped',
      green: true,
      remarks: ['skipped  browser tests: no Chromium'],
    });
  });

  test.each([
    [
      'a failed test',
      (tally: Tally) => tally.tests('core', counted(5, 2), false),
      '5 passed, 2 failed',
    ],
    [
      'a failed test that the runner forgot',
      (tally: Tally) => tally.tests('core', counted(5, 2), true),
      '5 passed, 2 failed',
    ],
    [
      'a crash after green tests',
      (tally: Tally) => tally.tests('core', counted(5), false),
      '5 passed, 1 failed',
    ],
    ['no results', (tally: Tally) => tally.tests('core', undefined, true), '0 passed, 1 failed'],
    ['no tests', (tally: Tally) => tally.tests('core', counted(0), true), '0 passed, 1 failed'],
    [
      'only skipped tests',
      (tally: Tally) => tally.tests('core', counted(0, 0, 3), true),
      '0 passed, 1 failed, 3 skipped',
    ],
    ['a failed stage', (tally: Tally) => tally.stage('core: lint', false), '0 passed, 1 failed'],
    ['nothing at all', () => undefined, '0 passed, 1 failed'],
  ])('%s is red', (_, work, line) => {
    expect(after(work)).toMatchObject({ line, green: false });
  });
});
