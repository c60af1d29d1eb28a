import type { IncomingMessage } from 'node:http';
import { readSettings } from '@keyway/config';
import { describe, expect, it } from 'vitest';
import { addressKey, clientAddress, trustedProxies } from './clientAddress.ts';

const from = (remoteAddress: string, forwardedFor?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  }) as unknown as IncomingMessage;

describe('clientAddress', () => {
  const trusted = trustedProxies(
    readSettings('api', { KEYWAY_TRUST_PROXY: '10.0.0.0/8, 192.0.2.7,2001:db8:1::/48' }).trustProxy,
  );

  it.each([
    ['no proxy is trusted', '203.0.113.5', '198.51.100.1', '203.0.113.5'],
    ['a trusted one says whom it saw', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['as IPv6 writes it', '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['two trusted ones in a row', '10.1.2.3', '198.51.100.1, 192.0.2.7', '198.51.100.1'],
    [
      'what the client itself wrote counts for nothing',
      '10.1.2.3',
      '1.2.3.4, 198.51.100.1',
      '198.51.100.1',
    ],
    ['also where it wrote a trusted address', '10.1.2.3', '10.9.9.9, 198.51.100.1', '198.51.100.1'],
    ['only proxies', '10.1.2.3', '10.4.5.6', '10.4.5.6'],
    ['an empty list', '10.1.2.3', '', '10.1.2.3'],
    ['nonsense is an address of its own', '10.1.2.3', 'unknown', 'unknown'],
    ['IPv6', '2001:db8:1::5', '2001:db8:9::1', '2001:db8:9::1'],
    ['another family', '2001:db8:2::5', '198.51.100.1', '2001:db8:2::5'],
  ])('%s', (_what, peer, forwardedFor, address) => {
    expect(clientAddress(from(peer, forwardedFor), trusted)).toBe(address);
  });

  it('counts no header where nobody is trusted', () => {
    expect(clientAddress(from('127.0.0.1', '198.51.100.1'), trustedProxies([]))).toBe('127.0.0.1');
  });

  it('is not held up by a header of a thousand proxies', () => {
    expect(clientAddress(from('10.0.0.1', Array(1000).fill('10.0.0.1').join(',')), trusted)).toBe(
      '10.0.0.1',
    );
  });
});

it('counts the addresses of one IPv6 customer together', () => {
  expect(addressKey('2001:db8::1')).toBe(addressKey('2001:db8:0:0:ffff::2'));
  expect(addressKey('2001:db8:0:1::1')).not.toBe(addressKey('2001:db8::1'));
  expect(addressKey('::ffff:192.0.2.1')).toBe('192.0.2.1');
});
