import { expect, it } from 'vitest';
import { bypassesProxy } from './bypassesProxy.ts';

const BYPASS = {
  all: false,
  names: [
    { name: 'internal.example.com', port: null },
    { name: 'one.example.com', port: 8443 },
  ],
  ranges: [],
};

it.each([
  ['internal.example.com', 443, true],
  ['a.b.INTERNAL.example.com.', 443, true],
  ['notinternal.example.com', 443, false],
  ['internal.example.com.evil.example', 443, false],
  ['example.com', 443, false],
  ['one.example.com', 8443, true],
  ['one.example.com', 443, false],
])('%s:%i is called without the proxy: %s', (host, port, expected) => {
  expect(bypassesProxy(BYPASS, host, port)).toBe(expected);
});

it('takes everything where all are named', () => {
  expect(bypassesProxy({ ...BYPASS, all: true }, '20.1.2.3', 1)).toBe(true);
});
