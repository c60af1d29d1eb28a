/** Which addresses are of the public internet, and which private ones receivers may have. */
import ipaddr from 'ipaddr.js';

/**
 * Azure's own service for its virtual machines: reachable from each of them, and from nowhere else.
 */
const AZURE_WIRE_SERVER = '168.63.129.16';
/** All that is assigned to the internet; older forms hold IPv4 addresses of this machine. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
/** The well-known prefix; others of NAT64 are of somebody's own network. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number];

/** A network: its address and the length of its prefix. */
export type AddressRange = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** An IPv4 address that is written as IPv6, or reached by NAT64, counts as itself. */
function addressOf(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  return address instanceof ipaddr.IPv6 && address.match(NAT64)
    ? new ipaddr.IPv4(address.toByteArray().slice(-4))
    : address;
}

/** Whether an address is one of the public internet. */
export function isPublicAddress(text: string): boolean {
  const address = addressOf(text);
  if (address === null || address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6
    ? address.match(GLOBAL_UNICAST)
    : address.toString() !== AZURE_WIRE_SERVER;
}

/** Whether an address is in one of the networks. */
export function isInRange(text: string, ranges: readonly AddressRange[]): boolean {
  const address = addressOf(text);
  return (
    address !== null &&
    ranges.some(
      ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
    )
  );
}
