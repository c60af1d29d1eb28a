/**
 * The network of real clouds. Refuses names that resolve to this machine or the network around it,
 * so that no token leaves where DNS is wrong (ASVS 5, 1.3.6).
 */
import { lookup } from 'node:dns';
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { KeptAgent } from './keptAgent.ts';

/**
 * The system's code of a refused address; like an unknown name it means that nothing
 * was sent.
 */
export const NOT_PUBLIC = 'ADDRESS_NOT_PUBLIC';

/**
 * Azure's own service for its virtual machines: reachable from each of them, and from nowhere else.
 */
const AZURE_WIRE_SERVER = '168.63.129.16';

/**
 * Whether an address is one of the public internet; an IPv4 address that is written as IPv6, or
 * reached by NAT64, counts as itself.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.kind() === 'ipv6' && address.range() === 'rfc6052')
    return isPublicAddress(address.toByteArray().slice(-4).join('.'));
  return address.range() === 'unicast' && address.toString() !== AZURE_WIRE_SERVER;
}

/** As `dns.lookup` answers where it is asked for all addresses. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name and fails where any of its addresses is not public: which of them is used is not
 * under our control.
 */
export function publicLookup(resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(notPublic(hostname), '', 0);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

const notPublic = (hostname: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${hostname} does not lead to the public internet`), {
    code: NOT_PUBLIC,
  });

/** One for all, so that connections are shared. */
export const PUBLIC_AGENT = new KeptAgent({ lookup: publicLookup() });
