/**
 * A name is resolved once, and the connection is made to an address of that answer; others than
 * `mayReceive` allows are left out.
 */
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isAddressHost, mayReceive, receiverHost, type ReceiverRules } from '@keyway/core';

/** The code of an address that nothing is sent to. */
export const NOT_ALLOWED = 'RECEIVER_NOT_ALLOWED';

export const notAllowed = (): NodeJS.ErrnoException =>
  Object.assign(new Error('The receiver’s address is not allowed.'), { code: NOT_ALLOWED });

/** Sockets resolve no address, so one in the URL is checked before. */
export function isForbiddenLiteral(url: URL, rules: ReceiverRules): boolean {
  const host = receiverHost(url);
  return isAddressHost(host) && !mayReceive(host, rules);
}

/** Answers the addresses that may receive, alone; fails where none may. */
export function receiverLookup(rules: ReceiverRules, resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const admitted = addresses.filter(({ address }) => mayReceive(address, rules));
      const [first] = admitted;
      if (!first) return callback(notAllowed(), '', 0);
      return options.all ? callback(null, admitted) : callback(null, first.address, first.family);
    });
  };
}
