/**
 * Runs the browser tests by Playwright with the machine's own Chromium. Without a browser they
 * count as skipped, with the reason.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium } from './chromium.ts';
import { readPlaywrightResults } from './readResults.ts';
import type { Tally } from './tally.ts';

export function runBrowserTests(
  root: string,
  tally: Tally,
  wanted: boolean,
  say: (line: string) => void,
): void {
  if (!existsSync(join(root, 'apps', 'e2e', 'playwright.config.ts')))
    return tally.stage('browser tests: apps/e2e/playwright.config.ts is missing', false);
  const chromium = wanted ? findChromium(say) : { missing: 'not wanted (--no-browser)' };
  if ('missing' in chromium) {
    const listed = playwright(root, ['--list']).results?.listed;
    return tally.skip(`browser tests: ${chromium.missing}`, listed || 1);
  }
  say('Browser tests …');
  const { results, status } = playwright(root, [], chromium.path);
  tally.tests('browser tests', results, status === 0);
}

function playwright(root: string, args: readonly string[], chromium?: string) {
  const report = join(root, 'out', 'tests', 'browser.json');
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const reporter = chromium ? 'list,json' : 'json';
  const { status } = spawnSync(
    process.execPath,
    [cli, 'test', '-c', join(root, 'apps', 'e2e'), `--reporter=${reporter}`, ...args],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        ...(chromium && { KEYWAY_CHROMIUM: chromium }),
      },
    },
  );
  return { results: readPlaywrightResults(report), status };
}
