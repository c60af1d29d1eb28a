import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeDataDir } from './makeDataDir.ts';
import { StartError } from './startError.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-data-dir-'));
writeFileSync(join(folder, 'file'), '');
afterAll(() => rmSync(folder, { recursive: true }));

function errorOf(path: string): Error {
  try {
    makeDataDir(path);
  } catch (error) {
    return error as Error;
  }
  throw new Error(`${path} was accepted.`);
}

it.each([
  ['a file', join(folder, 'file'), 'is a file, not a folder'],
  ['below a file', join(folder, 'file', 'sub'), 'file is a file'],
  // Permissions stop everybody but root, whom the file system itself refuses.
  [
    'where nothing can be created',
    '/proc/keyway/data',
    process.getuid?.() === 0 ? 'cannot be created there' : 'may not write there',
  ],
  ['too long', join(folder, 'x'.repeat(300)), 'too long'],
])('refuses a path that is %s', (_what, path, problem) => {
  const error = errorOf(path);
  expect(error).toBeInstanceOf(StartError);
  expect(error.message).toMatch(/^DATA_DIR is /);
  expect(error.message).toContain(problem);
  expect(error.message).toContain('DATA_DIR=/var/lib/keyway');
  expect(error.stack).toBe(error.message);
});

it('creates the folder with all above it, for this user alone', () => {
  const path = join(folder, 'a', 'b', 'c');
  makeDataDir(path);
  makeDataDir(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});
