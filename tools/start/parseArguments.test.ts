import { expect, test } from 'vitest';
import { ArgumentError, parseArguments } from './parseArguments.ts';

test('nothing typed: the demo, on the usual port', () => {
  expect(parseArguments([])).toEqual({ demo: true, help: false });
});

test.each([
  [['--no-demo'], { demo: false, help: false }],
  [['--port', '4010'], { demo: true, help: false, port: 4010 }],
  [['--port=4010', '--no-demo'], { demo: false, help: false, port: 4010 }],
  [['-h'], { demo: true, help: true }],
])('%j', (args, wanted) => {
  expect(parseArguments(args)).toEqual(wanted);
});

test.each([
  [['--prot', '4010'], /Unknown argument "--prot"[^]*--port N/],
  [['4010'], /Unknown argument "4010"/],
  [['--port'], /--port needs a number/],
  [['--port', 'abc'], /not "abc"/],
  [['--port', '0'], /not "0"/],
  [['--port', '65536'], /not "65536"/],
])('%j is refused with what would be right', (args, message) => {
  expect(() => parseArguments(args)).toThrow(ArgumentError);
  expect(() => parseArguments(args)).toThrow(message);
});
