/** A log that cannot be written never ends its writer, and never grows without bound. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogFile } from './logFile.ts';
import { smallDisk } from './testing/smallDisk.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'keyway log '));
});
afterEach(() => rmSync(data, { recursive: true }));

const text = (name: string): string => readFileSync(join(data, 'logs', name), 'utf8');

test('the log of the start before is kept, and only its owner may read it', () => {
  new LogFile(data, 'api').write('before');
  new LogFile(data, 'api').write('now');
  expect([text('api.1.log'), text('api.log')]).toEqual(['before\n', 'now\n']);
  expect(statSync(join(data, 'logs', 'api.log')).mode & 0o777).toBe(0o600);
});

test('a log rotates at its size, so that two files of that size is all there ever is', () => {
  const log = new LogFile(data, 'api', { maxBytes: 100 });
  for (let line = 0; line < 1000; line += 1) log.write(`line ${line} ${'x'.repeat(20)}`);
  expect(text('api.log').length).toBeLessThanOrEqual(100);
  expect(text('api.1.log').length).toBeLessThanOrEqual(100);
  expect(text('api.log')).toContain('line 999');
});

test('a line longer than the log may be is written, and the next one starts another file', () => {
  const log = new LogFile(data, 'api', { maxBytes: 100 });
  log.write('y'.repeat(500));
  log.write('short');
  expect(text('api.log')).toBe('short\n');
});

test('nothing is thrown while the log cannot be opened; afterwards it says how much is missing', () => {
  let now = 0;
  writeFileSync(join(data, 'logs'), 'a file where the folder should be');
  const log = new LogFile(data, 'api', { now: () => now });
  now += 1_000;
  log.write('one');
  log.write('two');
  expect(log.dropped).toBe(2);
  rmSync(join(data, 'logs'));
  now += 1_000;
  log.write('three');
  expect(text('api.log')).toMatch(
    /^\{"level":40,.*"msg":"2 lines could not be written"\}\nthree\n$/,
  );
});

test('a log whose file was removed by others continues', () => {
  const log = new LogFile(data, 'api', { maxBytes: 50 });
  log.write('a'.repeat(40));
  rmSync(join(data, 'logs'), { recursive: true });
  log.write('b'.repeat(40));
  log.write('c'.repeat(40));
  expect(text('api.log')).toBe(`${'c'.repeat(40)}\n`);
});

const disk = smallDisk();
test.skipIf(!disk)(
  'a full disk (ENOSPC) ends nothing, and the log continues when there is space',
  () => {
    const full = disk!;
    try {
      let now = 0;
      const log = new LogFile(full.path, 'api', { now: () => now });
      log.write('before');
      full.fill();
      for (let line = 0; line < 5_000; line += 1) {
        log.write(`during ${line} ${'z'.repeat(100)}`);
        now += 10;
      }
      expect(log.dropped).toBeGreaterThan(0);
      full.empty();
      now += 1_000;
      log.write('after');
      const lines = readFileSync(log.path, 'utf8').trimEnd().split('\n');
      expect(lines[0]).toBe('before');
      expect(lines.at(-2)).toMatch(/"msg":"\d+ lines could not be written"/);
      expect(lines.at(-1)).toBe('after');
    } finally {
      full.remove();
    }
  },
);
