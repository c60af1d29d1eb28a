/** The address that a request comes from, also behind trusted proxies (KEYWAY_TRUST_PROXY). */
import type { IncomingMessage } from 'node:http';
import type { IpRange } from '@keyway/config';
import ipaddr from 'ipaddr.js';

/** Whether an address is a trusted proxy's. Fastify uses the same function. */
export type IsTrusted = (address: string) => boolean;

/** More proxies than this in a row are forged. */
const MAX_HOPS = 16;
/** Providers assign a /64 to each customer. */
const IPV6_PREFIX_PARTS = 4;

export function trustedProxies(ranges: readonly IpRange[]): IsTrusted {
  return (text) => {
    if (ranges.length === 0 || !ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return ranges.some(
      ([network, bits]) =>
        // Cast: the compiler can't see that both are of the same kind.
        network.kind() === address.kind() && address.match(network as never, bits),
    );
  };
}

/**
 * The peer's address or, behind a trusted proxy, the last address in `X-Forwarded-For` that is not
 * a trusted proxy's. Earlier entries may be forged and are ignored.
 */
export function clientAddress(request: IncomingMessage, isTrusted: IsTrusted): string {
  let address = request.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((text) => text.trim());
  for (let hop = 0; hop < MAX_HOPS && isTrusted(address); hop += 1) {
    const before = forwarded.pop();
    if (!before) break;
    address = before;
  }
  return address;
}

/** Requests with the same key are counted together: an IPv4 address, or the /64 of an IPv6 one. */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts.slice(0, IPV6_PREFIX_PARTS).join(':')}::/64`;
}
