/**
 * `--help` is answered by the machine's own Node on a bare clone: nothing is installed, built or
 * written for it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programs } from '../run/programs.ts';

const tools = fileURLToPath(new URL('..', import.meta.url));
let clone: string;
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'keyway bare '));
  cpSync(tools, join(clone, 'tools'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
});
afterAll(() => rmSync(clone, { recursive: true }));

test.each([
  ['start.mjs --help', '--no-demo'],
  ['start.mjs -h', '--no-demo'],
  ['test.mjs --help', '--no-browser'],
  ...Object.keys(programs).map((program) => [`run.mjs ${program} --help`, `\n  ${program} `]),
])('%s', (line, said) => {
  const [program = '', ...args] = line.split(' ');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(clone, 'tools', program), ...args],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(said);
  expect(readdirSync(clone)).toEqual(['tools']);
  expect(existsSync(join(clone, 'node_modules'))).toBe(false);
});
