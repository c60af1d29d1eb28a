/** A name that may be asked must not lead into our own network (ASVS 5, 1.3.6). */
import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '@keyway/core';
import { exchange } from './exchange.ts';
import { NOT_PUBLIC, publicLookup } from './publicAgent.ts';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '20.190.128.1', '2603:1030:20e::1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  it.each([
    ...[
      '127.0.0.1',
      '0.0.0.0',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '169.254.169.254',
      '168.63.129.16',
      '224.0.0.1',
    ],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::10.0.0.1',
      '2001:db8::1',
      'no address',
      '',
    ],
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('publicLookup', () => {
  const asked = (addresses: string[], all: boolean) =>
    new Promise((resolve) => {
      const found = addresses.map((address): LookupAddress => ({
        address,
        family: address.includes(':') ? 6 : 4,
      }));
      publicLookup((_name, _options, callback) => callback(null, found))(
        'vault.example',
        { all },
        (error, address, family) => resolve(error ? error.code : all ? address : [address, family]),
      );
    });

  it('answers one address or all, as it was asked', async () => {
    expect(await asked(['8.8.8.8', '2603::1'], false)).toEqual(['8.8.8.8', 4]);
    expect(await asked(['8.8.8.8', '2603::1'], true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2603::1', family: 6 },
    ]);
  });

  it('refuses a name of which one address is not public, or that has none', async () => {
    for (const all of [true, false]) {
      expect(await asked(['8.8.8.8', '10.0.0.1'], all)).toBe(NOT_PUBLIC);
      expect(await asked([], all)).toBe(NOT_PUBLIC);
    }
  });

  it('passes on the system’s error for an unknown name', async () => {
    const unknown = Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
    const code = await new Promise((resolve) =>
      publicLookup((_name, _options, callback) => callback(unknown, []))('x', {}, (error) =>
        resolve(error?.code),
      ),
    );
    expect(code).toBe('ENOTFOUND');
  });
});

it('is how a request without an agent of its own goes out: nothing is sent to this machine', async () => {
  const request = { method: 'GET', url: 'https://localhost/', headers: {} };
  await expect(
    exchange(request, { agent: undefined, timeoutMs: 60_000, signal: null }),
  ).rejects.toMatchObject({
    failure: { kind: 'unavailable', code: NOT_PUBLIC, host: 'localhost', message: '' },
    ambiguous: false,
  });
});
