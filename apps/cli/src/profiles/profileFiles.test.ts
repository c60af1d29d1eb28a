import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { ProfileFiles, type Profile } from './profileFiles.ts';

const PROFILE: Profile = { url: 'https://a.example', token: 'kw_1', viewer: 'Ana', partner: 'N' };
const MODULE = fileURLToPath(new URL('profileFiles.ts', import.meta.url));

let folder: string;
let files: ProfileFiles;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-profiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  files = new ProfileFiles({ KEYWAY_CONFIG_DIR: folder });
  await files.replace('own', () => PROFILE);
});
const lock = (): string => join(folder, 'profiles', 'own.json.lock');
const withKey = (kid: string) => (now: Profile) => ({
  ...now,
  keys: [...(now.keys ?? []), { kid }],
});
const kids = async (): Promise<string[]> =>
  ((await files.read('own'))?.keys as { kid: string }[]).map(({ kid }) => kid).sort();

test('changes by several processes at once are all kept', async () => {
  const program = `
    import { ProfileFiles } from ${JSON.stringify(MODULE)};
    const files = new ProfileFiles({ KEYWAY_CONFIG_DIR: ${JSON.stringify(folder)} });
    for (let count = 0; count < 20; count += 1)
      await files.change('own', (now) => ({
        ...now,
        keys: [...(now.keys ?? []), { kid: process.pid + '/' + count }],
      }));`;
  const ended = ['a', 'b', 'c'].map(async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return (await once(child, 'close')) as [number];
  });
  expect((await Promise.all(ended)).flatMap(([code]) => code)).toEqual([0, 0, 0]);
  expect(new Set(await kids()).size).toBe(60);
  expect(readdirSync(join(folder, 'profiles'))).toEqual(['own.json']);
});

test('a lock whose process is gone is taken over, and so is one that is old', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'close');
  writeFileSync(lock(), `${child.pid} other`);
  await files.change('own', withKey('a'));
  writeFileSync(lock(), `${process.pid} other`);
  utimesSync(lock(), new Date(0), new Date(0));
  await files.change('own', withKey('b'));
  expect(await kids()).toEqual(['a', 'b']);
  expect(existsSync(lock())).toBe(false);
});

test('a lock that is held is waited for', async () => {
  writeFileSync(lock(), `${process.pid} other`);
  let isDone = false;
  const change = files.change('own', withKey('a')).then(() => (isDone = true));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isDone).toBe(false);
  rmSync(lock());
  await change;
  expect(await kids()).toEqual(['a']);
});

test('who signs out removes what they signed out of, not a sign-in of meanwhile', async () => {
  await files.replace('own', () => ({ ...PROFILE, token: 'kw_2' }));
  expect(await files.remove('own', 'kw_1')).toBe(false);
  expect((await files.read('own'))?.token).toBe('kw_2');
  expect(await files.remove('own', 'kw_2')).toBe(true);
  expect(await files.read('own')).toBeNull();
});

test('a profile that was removed meanwhile does not come back', async () => {
  await files.remove('own');
  await files.change('own', withKey('a'));
  expect(await files.read('own')).toBeNull();
});
