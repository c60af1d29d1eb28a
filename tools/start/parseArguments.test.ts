import { expect, test } from 'vitest';
import { ArgumentError, parseArguments } from './parseArguments.ts';

test('without arguments: the demo, on the usual port', () => {
  expect(parseArguments([])).toEqual({ demo: true });
});

test.each([
  [['--no-demo'], { demo: false }],
  [['--port', '4010'], { demo: true, port: 4010 }],
  [['--port=4010', '--no-demo'], { demo: false, port: 4010 }],
])('%j', (args, expected) => {
  expect(parseArguments(args)).toEqual(expected);
});

test.each([
  [['--prot', '4010'], /Unknown option '--prot'[^]*--port N/],
  [['4010'], /Unexpected argument '4010'[^]*--port N/],
  [['--port'], /'--port <value>' argument missing/],
  [['--port', 'abc'], /--port is "abc"/],
  [['--port', '0'], /--port is "0"/],
  [['--port', '65536'], /--port is "65536"/],
])('%j is refused with what is possible', (args, message) => {
  expect(() => parseArguments(args)).toThrow(ArgumentError);
  expect(() => parseArguments(args)).toThrow(message);
});
