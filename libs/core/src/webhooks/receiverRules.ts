/** Where messages may go: the public internet by https, and networks that the operator allows. */
import { isInRange, isPublicAddress, type AddressRange } from '../addresses/publicAddress.ts';

/** Names of this machine and of networks; a name without a dot is one of somebody's own network. */
const LOCAL_NAME =
  /^(?:[^.]*|(?:.*\.)?(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|in-addr\.arpa|ip6\.arpa))$/;

/** What decides which addresses a receiver may have. */
export interface ReceiverRules {
  /** `KEYWAY_WEBHOOK_ALLOW`. */
  allowed: readonly AddressRange[];
  /** Any public address will do. */
  mayBePublic: boolean;
}

/** The host in a URL: no brackets of IPv6, and no dot at the end. */
export const receiverHost = ({ hostname }: { hostname: string }): string =>
  hostname.replace(/^\[|\]$|\.$/g, '');

/** Whether a host of a URL is an address; `URL` has turned every other form into these. */
export const isAddressHost = (host: string): boolean =>
  /^\d+(?:\.\d+){3}$/.test(host) || host.includes(':');

/** Public addresses are for https, and not for names that are of private networks. */
export function receiverRules(
  url: { protocol: string; hostname: string },
  allowed: readonly AddressRange[],
): ReceiverRules {
  const host = receiverHost(url);
  const isLocal = !isAddressHost(host) && LOCAL_NAME.test(host);
  return { allowed, mayBePublic: url.protocol === 'https:' && !isLocal };
}

/** Whether a message may be sent to an address: when it is given, resolved and connected to. */
export const mayReceive = (address: string, { allowed, mayBePublic }: ReceiverRules): boolean =>
  (mayBePublic && isPublicAddress(address)) || isInRange(address, allowed);
