import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { mayReceive, receiverRules } from './receiverRules.ts';

const TEN = [ipaddr.parseCIDR('10.0.0.0/8')];
const may = (url: string, address: string, allowed = TEN): boolean =>
  mayReceive(address, receiverRules(new URL(url), allowed));

describe('mayReceive', () => {
  it.each([
    ['https://hooks.example.com/', '8.8.8.8'],
    ['https://8.8.8.8/', '8.8.8.8'],
    ['https://hooks.example.com/', '10.1.2.3'],
    ['http://hooks.example.com/', '10.1.2.3'],
    ['https://hooks.internal./', '10.1.2.3'],
    ['http://hooks/', '::ffff:10.1.2.3'],
  ])('allows %s at %s', (url, address) => expect(may(url, address)).toBe(true));

  it.each([
    ['http://hooks.example.com/', '8.8.8.8'],
    ['http://8.8.8.8/', '8.8.8.8'],
    ['https://hooks.internal/', '8.8.8.8'],
    ['https://hooks.internal./', '8.8.8.8'],
    ['https://localhost/', '127.0.0.1'],
    ['https://hooks/', '8.8.8.8'],
    ['https://hooks.example.com/', '192.168.0.1'],
    ['https://[::1]/', '::1'],
    ['https://hooks.example.com/', ''],
  ])('refuses %s at %s', (url, address) => expect(may(url, address)).toBe(false));

  it('refuses what only an allowed network would admit where none is', () =>
    expect(may('https://hooks.example.com/', '10.1.2.3', [])).toBe(false));
});
