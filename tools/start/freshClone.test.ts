/**
 * The README's first command in a clone in which nothing was ever built: it builds what it needs,
 * starts, and ends when it is asked to.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { freePorts } from '../product/startProduct.ts';

const START_MILLISECONDS = 480_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keyway-clone-'));
const clone = join(folder, 'keyway');
let started: ChildProcess | undefined;
afterAll(() => {
  interrupt();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

/** As Ctrl-C does: the signal comes to npm and to what it started. */
function interrupt(): void {
  if (started?.pid && started.exitCode === null && started.signalCode === null)
    process.kill(-started.pid, 'SIGINT');
}

/** Without anything that a build wrote, since git ignores all of that. */
function copySources(): void {
  const all = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', all, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const files = stdout.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  expect(files).toContain('tools/start.mjs');
  for (const file of files) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    copyFileSync(join(root, file), join(clone, file));
  }
}

/** As after `npm ci`: others' packages from here, the workspace's own from the clone. */
function linkPackages(): void {
  const packages = join(clone, 'node_modules');
  mkdirSync(join(packages, '@keyway'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@keyway') symlinkSync(join(root, 'node_modules', name), join(packages, name));
  for (const name of readdirSync(join(root, 'node_modules', '@keyway'))) {
    const target = ['apps', 'libs', 'libs/connectors'].flatMap((place) =>
      [name, name.replace('connector-', '')]
        .map((part) => join(clone, place, part))
        .filter((path) => existsSync(join(path, 'package.json'))),
    );
    symlinkSync(target[0]!, join(packages, '@keyway', name));
  }
}

test('starts where nothing was built, without waiting for itself', async () => {
  copySources();
  linkPackages();
  const [port, clouds, identity] = await freePorts();
  started = spawn('npm', ['start', '--', '--no-demo', '--port', String(port)], {
    cwd: clone,
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      DATA_DIR: join(folder, 'data'),
      KEYWAY_SANDBOX_PORT: String(clouds),
      KEYWAY_SANDBOX_IDENTITY_PORT: String(identity),
    },
  });
  let said = '';
  const ended = once(started, 'exit');
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (said.includes('Keyway is ready')) resolve();
    };
    started!.stdout!.on('data', hear);
    started!.stderr!.on('data', hear);
    void ended.then(() => reject(new Error(`It ended:\n${said}`)));
    setTimeout(() => reject(new Error(`It does not start:\n${said}`)), START_MILLISECONDS).unref();
  });
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(ready.status, said).toBe(200);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(await page.text()).toContain('<script');
  expect(existsSync(join(clone, 'dist', 'api.js'))).toBe(true);
  interrupt();
  await ended;
  expect(existsSync(join(clone, 'out', 'preparing.lock'))).toBe(false);
});
