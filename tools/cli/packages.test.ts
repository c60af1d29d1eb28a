/** The packages as somebody elsewhere installs them: what is in them, and that Node 20 runs it. */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../bootstrap/places.mjs';
import { oldestNode, runProgram } from './keyway.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  scripts?: Record<string, string>;
}

/** Runs a program of npm's, without its registry. */
function npm(args: readonly string[], cwd: string): string {
  const options = ['--offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  const { status, stdout, stderr } = spawnSync('npm', [...args, ...options], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder },
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

/** Packs it, and answers where the tarball is, with the paths in it. */
function pack(project: string): { tarball: string; paths: string[] } {
  const args = ['pack', '--json', '--pack-destination', folder, '--foreground-scripts=false'];
  const text = npm(args, inRoot(...project.split('/')));
  // A script of the package may have written before.
  const [packed] = JSON.parse(text.slice(text.indexOf('[\n'))) as {
    filename: string;
    files: { path: string }[];
  }[];
  const name = packed!.filename.replace('@', '').replace('/', '-');
  return { tarball: join(folder, name), paths: packed!.files.map(({ path }) => path).sort() };
}

const manifestOf = (path: string): Manifest =>
  JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;

const VIEWER = { id: 'a', name: 'Ana', email: null, kind: 'TOKEN', role: 'OWNER', scopes: [] };
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const viewer = { ...VIEWER, partner: 'P', organizations: null, grants: [], sessions: [] };
    const data = { viewer, environment: { sandbox: false, version: '1' } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const run = (args: readonly string[], cwd: string) =>
  runProgram(oldestNode(), args, {
    cwd,
    env: { KEYWAY_URL: url, KEYWAY_TOKEN: `kw_${'7e'.repeat(24)}`, KEYWAY_CONFIG_DIR: cwd },
  });

test('keyway: one file and its start, which need no other package', async () => {
  const { tarball, paths } = pack('apps/cli');
  expect(paths).toEqual(['README.md', 'bin/keyway.mjs', 'dist/keyway.mjs', 'package.json']);
  const place = join(folder, 'user');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{}');
  npm(['install', tarball], place);
  const installed = join(place, 'node_modules', 'keyway-cli');
  expect(manifestOf(installed).dependencies ?? {}).toEqual({});
  const command = join(place, 'node_modules', '.bin', 'keyway');
  expect(existsSync(command)).toBe(true);
  expect((await run([command, '--version'], place)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const { code, stdout } = await run([command, 'whoami', '--json'], place);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ name: 'Ana', url });
});

test('the client: modules with types, which need only what the package names', async () => {
  const { tarball, paths } = pack('libs/client');
  expect(paths.filter((path) => !/^dist\/.+\.(js|d\.ts)$/.test(path))).toEqual([
    'README.md',
    'package.json',
  ]);
  expect(paths).toEqual(expect.arrayContaining(['dist/index.js', 'dist/generated/graphql.d.ts']));
  expect(paths.some((path) => /test|fake/i.test(path))).toBe(false);
  const place = join(folder, 'program');
  const modules = join(place, 'node_modules');
  const installed = join(modules, '@keyway', 'client');
  mkdirSync(installed, { recursive: true });
  spawnSync('tar', ['xzf', tarball, '-C', installed, '--strip-components=1']);
  // Nothing else is there: a package that it imports and doesn't name is not found.
  for (const name of Object.keys(manifestOf(installed).dependencies ?? {})) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(inRoot('node_modules', ...name.split('/')), join(modules, name));
  }
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  const program = `import { createClient, type Result } from '@keyway/client';
import { ViewerDocument, RunsDocument, type ViewerQuery } from '@keyway/client/documents';
const client = createClient({ url: process.env['KEYWAY_URL']!, token: process.env['KEYWAY_TOKEN'] });
const result: Result<ViewerQuery> = await client.request(ViewerDocument);
console.log(result.ok ? result.data.viewer.name : result.error.kind);
client.pages(RunsDocument, {}, (data) => data.runs);
// @ts-expect-error There is no such field.
if (result.ok) void result.data.viewer.color;
`;
  writeFileSync(join(place, 'program.ts'), program);
  const compiler = inRoot('node_modules', 'typescript-7', 'bin', 'tsc');
  const types = ['--typeRoots', inRoot('node_modules', '@types'), '--types', 'node'];
  const options = ['--module', 'nodenext', '--target', 'es2022', '--strict', ...types];
  const compiled = await runProgram(process.execPath, [compiler, ...options, 'program.ts'], {
    cwd: place,
    env: {},
  });
  expect(compiled.stdout).toBe('');
  expect(await run(['program.js'], place)).toMatchObject({ code: 0, stdout: 'Ana\n', stderr: '' });
});
