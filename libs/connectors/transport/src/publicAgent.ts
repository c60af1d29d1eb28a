/**
 * The network of real clouds. Refuses names that resolve to this machine or the network around it,
 * so that no token leaves where DNS is wrong (ASVS 5, 1.3.6).
 */
import { lookup } from 'node:dns';
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '@keyway/core';
import { KeptAgent } from './keptAgent.ts';

/**
 * The system's code of a refused address; like an unknown name it means that nothing
 * was sent.
 */
export const NOT_PUBLIC = 'ADDRESS_NOT_PUBLIC';

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
