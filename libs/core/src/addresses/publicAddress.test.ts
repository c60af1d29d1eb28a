import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { isInRange, isPublicAddress, type AddressRange } from './publicAddress.ts';

describe('an address', () => {
  it.each(['93.184.215.14', '2606:2800:21f:cb07::1', '::ffff:93.184.215.14', '64:ff9b::5db8:d70e'])(
    'of the internet: %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '255.255.255.255', '224.0.0.1', '198.18.0.1', '192.0.2.1', '168.63.129.16'],
    ...['::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:0:7f00:1', '64:ff9b::7f00:1'],
    ...['64:ff9b:1::5db8:d70e', '2002:7f00:1::', '2001::1', 'fe80::1', 'fec0::1', 'fd00:ec2::254'],
    ...['ff02::1', '2001:db8::1', '100::1', 'localhost', '', '10.0.0.0/8'],
  ])('that is not: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it('counts as itself where it is written as IPv6', () => {
    const ranges = [
      ipaddr.parseCIDR('127.0.0.0/8'),
      ipaddr.parseCIDR('fd00::/8'),
    ] as AddressRange[];
    for (const inside of ['127.1.2.3', '::ffff:127.0.0.1', 'fd00::5'])
      expect(isInRange(inside, ranges)).toBe(true);
    for (const outside of ['128.0.0.1', '::1', 'fe80::1', 'x'])
      expect(isInRange(outside, ranges)).toBe(false);
  });
});
