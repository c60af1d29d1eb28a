/**
 * From which address a request comes: the peer's, unless that is a proxy whose `X-Forwarded-For`
 * counts (KEYWAY_TRUST_PROXY). Then the list is read from its end, where each trusted proxy wrote
 * whom it saw; what anybody else wrote before that counts for nothing.
 */
import type { IncomingMessage } from 'node:http';
import type { IpRange } from '@keyway/config';
import ipaddr from 'ipaddr.js';

/** Whether an address is a trusted proxy's. Fastify asks the same function. */
export type IsTrusted = (address: string) => boolean;

/**
 * Proxies that see many clients tend to have a handful of addresses; more than these in a row are
 * made up.
 */
const MOST_HOPS = 16;
/** One customer of a provider has a /64 of its own. */
const IPV6_PREFIX_PARTS = 4;

export function trustedProxies(ranges: readonly IpRange[]): IsTrusted {
  return (text) => {
    if (ranges.length === 0 || !ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return ranges.some(
      ([network, bits]) =>
        network.kind() === address.kind() && address.match(network as never, bits),
    );
  };
}

export function clientAddress(request: IncomingMessage, isTrusted: IsTrusted): string {
  let address = request.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((text) => text.trim());
  for (let hop = 0; hop < MOST_HOPS && isTrusted(address); hop += 1) {
    const before = forwarded.pop();
    if (!before) break;
    address = before;
  }
  return address;
}

/** Who is counted together: an IPv4 address, or the /64 of an IPv6 one. */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts.slice(0, IPV6_PREFIX_PARTS).join(':')}::/64`;
}
