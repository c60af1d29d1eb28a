import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inRoot } from '../bootstrap/places.mjs';
import { listenTo } from './listenTo.ts';
import { builtOnce } from './sharedBundles.ts';

const parent = mkdtempSync(join(tmpdir(), 'keyway-shared-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const builds: string[] = [];
async function build(folder: string): Promise<void> {
  builds.push(folder);
  mkdirSync(folder);
  await new Promise((resolve) => setImmediate(resolve));
  writeFileSync(join(folder, 'api.js'), 'whole');
}

test('who needs it while another one builds gets it whole, and builds nothing', async () => {
  const folder = join(parent, 'tested-a');
  const found = await Promise.all([1, 2, 3].map(() => builtOnce(folder, build)));
  expect(found).toEqual([folder, folder, folder]);
  expect(readFileSync(join(folder, 'api.js'), 'utf8')).toBe('whole');
  expect(builds.splice(0)).toHaveLength(1);
  await builtOnce(folder, build);
  expect(builds).toEqual([]);
});

test('is built by the next one where a build died', async () => {
  const folder = join(parent, 'tested-b');
  const url = JSON.stringify(inRoot('tools', 'testing', 'sharedBundles.ts'));
  const program = `
    const { builtOnce } = await import(${url});
    await builtOnce(${JSON.stringify(folder)}, () => {
      console.log('building');
      return new Promise((resolve) => setTimeout(resolve, 2 ** 31 - 1));
    });`;
  const dying = listenTo(
    spawn(process.execPath, ['--conditions=@keyway/source', '--input-type=module', '-e', program]),
  );
  await dying.said(/building/);
  const next = builtOnce(folder, build);
  dying.child.kill('SIGKILL');
  expect(await next).toBe(folder);
  expect(builds).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['api.js']);
});

test('leaves nothing of a build that failed, and says why it did', async () => {
  const failing = async (folder: string): Promise<void> => {
    mkdirSync(folder);
    await Promise.reject(new Error('No such source.'));
  };
  await expect(builtOnce(join(parent, 'tested-c'), failing)).rejects.toThrow('No such source.');
  const left = readdirSync(parent).filter((name) => name.startsWith('tested-c'));
  expect(left).toEqual(['tested-c-lock']);
});

test('removes what other sources left a day ago, and not the lock of its own build', async () => {
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const name of ['tested-d-lock', 'tested-old', 'else']) {
    mkdirSync(join(parent, name));
    utimesSync(join(parent, name), yesterday, yesterday);
  }
  await builtOnce(join(parent, 'tested-d'), build);
  const left = readdirSync(parent);
  expect(left).toEqual(expect.arrayContaining(['else', 'tested-d', 'tested-d-lock']));
  expect(left).not.toContain('tested-old');
});
