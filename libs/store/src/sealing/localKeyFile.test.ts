import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@keyway/config';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localKeyFile } from './localKeyFile.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keyway-sealing-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const dataKey = randomBytes(32);

it('makes one key for processes that start at once, and lets nobody else read it', async () => {
  const [first, second] = await Promise.all([
    localKeyFile(dataDir, true),
    localKeyFile(dataDir, true),
  ]);
  expect(await second.unwrap(await first.wrap(dataKey, 'o1'), 'o1')).toEqual(dataKey);
  expect((await stat(join(dataDir, 'sealing.key'))).mode & 0o077).toBe(0);
  expect(
    Buffer.from((await readFile(join(dataDir, 'sealing.key'), 'utf8')).trim(), 'base64'),
  ).toHaveLength(32);
});

it('is not stopped by what a process left that was killed while making the key', async () => {
  await writeFile(join(dataDir, 'sealing.key.0d7b3a52-draft'), '');
  await localKeyFile(dataDir, true);
  expect(
    Buffer.from((await readFile(join(dataDir, 'sealing.key'), 'utf8')).trim(), 'base64'),
  ).toHaveLength(32);
});

it('leaves one file, however many make it at once', async () => {
  const files = await Promise.all(Array.from({ length: 8 }, () => localKeyFile(dataDir, true)));
  const wrapped = await files[0]!.wrap(dataKey, 'o1');
  for (const file of files) expect(await file.unwrap(wrapped, 'o1')).toEqual(dataKey);
  expect(await readdir(dataDir)).toEqual(['sealing.key']);
});

it('is not made where another key wraps', async () => {
  expect(await localKeyFile(dataDir, false)).toBeNull();
  expect(await readdir(dataDir)).toEqual([]);
});

it('binds a data key to its purpose, and says that another file cannot unwrap it', async () => {
  const file = await localKeyFile(dataDir, true);
  const wrapped = await file.wrap(dataKey, 'o1');
  const refused = { failure: { kind: 'rejected' } };
  await expect(file.unwrap(wrapped, 'o2')).rejects.toMatchObject(refused);
  const other = await localKeyFile(join(dataDir, 'other'), true);
  await expect(other.unwrap(wrapped, 'o1')).rejects.toMatchObject(refused);
});

it.each([
  [
    'a file that holds no key',
    (path: string) => writeFile(path, 'short'),
    /does not hold a sealing key/,
  ],
  [
    'one that was cut',
    (path: string) => writeFile(path, dataKey.toString('base64').slice(0, 40)),
    /does not hold a sealing key.*remove the file/,
  ],
  ['what is no file', (path: string) => mkdir(path), /cannot be read \(EISDIR\)/],
] as const)('refuses %s, and says what to do', async (_what, make, said) => {
  await make(join(dataDir, 'sealing.key'));
  for (const isMade of [true, false]) {
    const refused = localKeyFile(dataDir, isMade);
    await expect(refused).rejects.toBeInstanceOf(StartError);
    await expect(refused).rejects.toThrow(said);
  }
});
