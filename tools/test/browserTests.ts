/**
 * Runs the browser tests by Playwright with the machine's own Chromium. Without a browser they
 * count as skipped, with the reason.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium } from './chromium.ts';
import { readPlaywrightResults } from './readResults.ts';
import type { Tally } from './tally.ts';

/** What Playwright prints is said when it has ended, since other tests run meanwhile. */
export async function runBrowserTests(
  root: string,
  tally: Tally,
  wanted: boolean,
  say: (line: string) => void,
): Promise<void> {
  if (!existsSync(join(root, 'apps', 'e2e', 'playwright.config.ts')))
    return tally.stage('browser tests: apps/e2e/playwright.config.ts is missing', false);
  const chromium = wanted ? findChromium(say) : { missing: 'not wanted (--no-browser)' };
  if ('missing' in chromium) {
    const { results } = await playwright(root, ['--list']);
    return tally.skip(`browser tests: ${chromium.missing}`, results?.listed || 1);
  }
  const { results, passed, output } = await playwright(root, [], chromium.path);
  say(`\nBrowser tests\n${output}`);
  tally.tests('browser tests', results, passed);
}

async function playwright(root: string, args: readonly string[], chromium?: string) {
  const report = join(root, 'out', 'tests', 'browser.json');
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const reporter = chromium ? 'list,json' : 'json';
  const child = spawn(
    process.execPath,
    [cli, 'test', '-c', join(root, 'apps', 'e2e'), `--reporter=${reporter}`, ...args],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        ...(chromium && { KEYWAY_CHROMIUM: chromium }),
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  const [status] = await once(child, 'close');
  return { results: readPlaywrightResults(report), passed: status === 0, output };
}
