/**
 * `--help` is answered by the machine's own Node on a bare clone: nothing is installed, built or
 * written for it.
 */
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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

test('a port that is used is said before anything is installed', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const start = (args: string[], environment: Record<string, string>) =>
    promisify(execFile)(process.execPath, [join(clone, 'tools', 'start.mjs'), ...args], {
      env: { PATH: process.env['PATH'], ...environment },
    }).catch((error: unknown) => error);
  for (const [args, environment] of [
    [['--port', String(port)], {}],
    [[`--port=${port}`, '--no-demo'], { PORT: '1' }],
    [[], { PORT: String(port) }],
  ] as const)
    expect(await start([...args], environment)).toMatchObject({
      code: 1,
      stderr: `Port ${port} on 127.0.0.1 is used by another program. Start Keyway on another one:\n  npm start -- --port ${port + 10}\n`,
    });
  server.close();
  expect(readdirSync(clone)).toEqual(['tools']);
});
