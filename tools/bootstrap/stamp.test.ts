/** The stamp must notice every change that matters and none that does not. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHash, isStamped, stamp, unstamp } from './stamp.mjs';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'keyway stamp '));
  mkdirSync(join(base, 'src', 'deep'), { recursive: true });
  writeFileSync(join(base, 'src', 'a.ts'), 'a');
  writeFileSync(join(base, 'src', 'deep', 'b.ts'), 'b');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const hash = () =>
  contentHash(
    base,
    [join(base, 'src'), join(base, 'absent.json')],
    (path) => !path.endsWith('.test.ts'),
  );

test('a touched file changes nothing, a changed one does', () => {
  const before = hash();
  utimesSync(join(base, 'src', 'a.ts'), 1, 1);
  expect(hash()).toBe(before);
  writeFileSync(join(base, 'src', 'a.ts'), 'A');
  expect(hash()).not.toBe(before);
});

test('a renamed, an added and a removed file are noticed, and a file that was absent', () => {
  const seen = new Set([hash()]);
  renameSync(join(base, 'src', 'a.ts'), join(base, 'src', 'c.ts'));
  seen.add(hash());
  writeFileSync(join(base, 'src', 'd.ts'), '');
  seen.add(hash());
  rmSync(join(base, 'src', 'deep'), { recursive: true });
  seen.add(hash());
  writeFileSync(join(base, 'absent.json'), '');
  seen.add(hash());
  expect(seen.size).toBe(5);
});

test('what does not count does not count', () => {
  const before = hash();
  writeFileSync(join(base, 'src', 'a.test.ts'), 'x');
  expect(hash()).toBe(before);
});

test('text cannot move from one file to the next unseen', () => {
  writeFileSync(join(base, 'src', 'a.ts'), 'xy');
  writeFileSync(join(base, 'src', 'deep', 'b.ts'), '');
  const before = hash();
  writeFileSync(join(base, 'src', 'a.ts'), 'x');
  writeFileSync(join(base, 'src', 'deep', 'b.ts'), 'y');
  expect(hash()).not.toBe(before);
});

test('moving the whole folder changes nothing', () => {
  const before = hash();
  const moved = `${base} moved`;
  renameSync(base, moved);
  base = moved;
  expect(hash()).toBe(before);
});

test('a stamp holds until it is removed or another is wanted', () => {
  const file = join(base, 'made', '.stamp');
  expect(isStamped(file, 'one')).toBe(false);
  stamp(file, 'one');
  expect(isStamped(file, 'one')).toBe(true);
  expect(isStamped(file, 'two')).toBe(false);
  unstamp(file);
  expect(isStamped(file, 'one')).toBe(false);
});
