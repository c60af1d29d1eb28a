import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { readTar, writeTar, type TarEntry } from './tar.ts';

const long = `${'folder/'.repeat(20)}${'name'.repeat(12)}.txt`;
const entries: TarEntry[] = [
  { path: 'b/file', kind: 'file', mode: 0o755, time: 12, owner: 0, content: Buffer.from('text') },
  { path: 'a', kind: 'folder', mode: 0o1777, time: 0, owner: 65532 },
  { path: 'link', kind: 'link', mode: 0o777, time: 0, owner: 0, target: 'b/file' },
  {
    path: long,
    kind: 'file',
    mode: 0o644,
    time: 1_700_000_000,
    owner: 0,
    content: Buffer.alloc(512, 1),
  },
  { path: 'empty', kind: 'file', mode: 0o600, time: 0, owner: 0, content: Buffer.alloc(0) },
];

it('reads what it writes, and writes the same whatever the order', () => {
  const archive = writeTar(entries);
  expect(readTar(archive)).toEqual(entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
  expect(writeTar(entries.toReversed()).equals(archive)).toBe(true);
});

it('is read by tar as it was meant', () => {
  const listed = execFileSync(
    'tar',
    ['--list', '--verbose', '--numeric-owner', '--utc', '-f', '-'],
    {
      input: writeTar(entries),
      encoding: 'utf8',
    },
  );
  expect(listed).toMatch(/^drwxrwxrwt 65532\/65532 +0 1970-01-01 00:00 a\/$/m);
  expect(listed).toMatch(/^-rwxr-xr-x 0\/0 +4 1970-01-01 00:00 b\/file$/m);
  expect(listed).toMatch(/^lrwxrwxrwx 0\/0 +0 1970-01-01 00:00 link -> b\/file$/m);
  expect(listed).toContain(` 512 2023-11-14 22:13 ${long}\n`);
});

it('reads long names as GNU tar writes them, and refuses what it does not know', () => {
  const made = execFileSync('sh', [
    '-c',
    `cd "$(mktemp -d)" && mkdir -p ${'x'.repeat(200)} && echo text > ${'x'.repeat(200)}/file && tar --format=gnu -cf - x*`,
  ]);
  expect(readTar(made).map(({ path }) => path)).toEqual([
    'x'.repeat(200),
    `${'x'.repeat(200)}/file`,
  ]);
  const device = writeTar([{ path: 'a', kind: 'file', mode: 0, time: 0 }]);
  device.write('3', 156);
  expect(() => readTar(device)).toThrow('has the type "3"');
});

it('refuses a path that the format cannot hold', () => {
  const path = 'x'.repeat(300);
  expect(() => writeTar([{ path, kind: 'folder', mode: 0o755, time: 0 }])).toThrow('too long');
});
