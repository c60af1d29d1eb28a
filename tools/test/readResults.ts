/**
 * Reads the result files of Vitest and Playwright. A missing or incomplete file is no result.
 */
import { readFileSync } from 'node:fs';
import type { Count } from './tally.ts';

/** Vitest's JSON report. */
export function readVitestResults(file: string): Count | undefined {
  const report = readJson(file) as
    | Partial<
        Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>
      >
    | undefined;
  if (typeof report?.numPassedTests !== 'number' || typeof report.numFailedTests !== 'number')
    return undefined;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/**
 * Playwright's JSON report. A flaky test (failed, then passed on a retry) counts as failed.
 */
export function readPlaywrightResults(file: string): (Count & { listed: number }) | undefined {
  const report = readJson(file) as
    | {
        stats?: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
        errors?: unknown[];
      }
    | undefined;
  const stats = report?.stats;
  if (!stats || typeof stats.expected !== 'number') return undefined;
  const { expected, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  const broken = unexpected + flaky === 0 && (report.errors?.length ?? 0) > 0 ? 1 : 0;
  return {
    passed: expected,
    failed: unexpected + flaky + broken,
    skipped,
    listed: expected + unexpected + flaky + skipped,
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
