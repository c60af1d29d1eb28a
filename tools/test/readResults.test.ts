import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlaywrightResults, readVitestResults } from './readResults.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, text);
  return path;
}

test('Vitest: skipped and to-do are both skipped', () => {
  const report = JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
  });
  expect(readVitestResults(file(report))).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test('Playwright: a flaky test is a failed one', () => {
  const report = JSON.stringify({
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [],
  });
  expect(readPlaywrightResults(file(report))).toEqual({
    passed: 5,
    failed: 2,
    skipped: 2,
    listed: 9,
  });
});

test('Playwright: an error outside any test is a failure', () => {
  const report = JSON.stringify({
    stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 },
    errors: [{ message: 'server died' }],
  });
  expect(readPlaywrightResults(file(report))).toMatchObject({ passed: 5, failed: 1 });
});

test.each(['', '{"numPassedTests":5', '{}', '[]'])('%j is no result', (text) => {
  expect(readVitestResults(file(text))).toBeUndefined();
  expect(readPlaywrightResults(file(text))).toBeUndefined();
});

test('a file that is not there is no result', () => {
  expect(readVitestResults(join(folder, 'absent.json'))).toBeUndefined();
});
