/** A story file that registers no test would not be missed. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

interface Suite {
  file: string;
  specs: unknown[];
  suites?: Suite[];
}
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const count = (suite: Suite): number =>
  suite.specs.length + (suite.suites ?? []).reduce((sum, inner) => sum + count(inner), 0);

test('every story file registers a test', () => {
  const { PLAYWRIGHT_JSON_OUTPUT_FILE: _report, ...env } = process.env;
  const cli = `${root}/node_modules/@playwright/test/cli.js`;
  const { stdout } = spawnSync(
    process.execPath,
    [cli, 'test', '-c', `${root}/apps/e2e`, '--list', '--reporter=json'],
    {
      env,
      encoding: 'utf8',
    },
  );
  const { suites } = JSON.parse(stdout) as { suites: Suite[] };
  const registered = suites
    .filter((suite) => count(suite) > 0)
    .map((suite) => suite.file.split('/').at(-1));
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) =>
    file.endsWith('.story.ts'),
  );
  expect(registered.toSorted()).toEqual(files.toSorted());
});
