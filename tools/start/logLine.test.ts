import { expect, test } from 'vitest';
import { LineCutter, readableLine } from './logLine.ts';

test.each([
  ['{"level":30,"time":0,"msg":"ready"}', '00:00:00 info ready'],
  [
    '{"level":50,"time":"1970-01-01T00:00:01.000Z","msg":"failed","err":{"message":"no route"}}',
    '00:00:01 ERROR failed: no route',
  ],
  ['{"level":40,"msg":"late"}', 'WARN late'],
  ['{"level":40,"time":"yesterday","msg":{"a":1},"err":"text"}', 'WARN'],
  ['{"level":"info","msg":"other"}', '{"level":"info","msg":"other"}'],
  ['plain text', 'plain text'],
  ['{"listening":"127.0.0.1:8443"}', '{"listening":"127.0.0.1:8443"}'],
  ['{"level":30', '{"level":30'],
])('%s', (line, readable) => {
  expect(readableLine(line)).toBe(readable);
});

test('lines come out whole however they arrive', () => {
  const lines: string[] = [];
  const cutter = new LineCutter((line) => lines.push(line));
  for (const text of ['on', 'e\ntw', 'o\r\n\nthr', 'ee']) cutter.feed(text);
  expect(lines).toEqual(['one', 'two', '']);
  cutter.end();
  cutter.end();
  expect(lines).toEqual(['one', 'two', '', 'three']);
});
