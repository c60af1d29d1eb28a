/** Addresses and networks, as `KEYWAY_TRUST_PROXY` lists them. */
import ipaddr from 'ipaddr.js';

/** The network's address and the length of its prefix in bits; a single address has 32 or 128. */
export type IpRange = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** An address or a CIDR block; undefined for any other text. */
export function readIpRange(text: string): IpRange | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text) as IpRange;
  // ipaddr.js also accepts plain numbers, such as 10 for 0.0.0.10.
  if (!ipaddr.isValid(text) || (!text.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(text)))
    return undefined;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
