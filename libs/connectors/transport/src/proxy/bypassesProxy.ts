/** Which hosts are reached without the proxy. */
import { isInRange } from '@keyway/core';
import type { ProxyBypass } from './proxySettings.ts';

/** Whether `NO_PROXY` names a host: itself, a domain above it, or a network of an address. */
export function bypassesProxy({ all, names, ranges }: ProxyBypass, host: string, port: number) {
  if (all) return true;
  const name = host.toLowerCase().replace(/^\[|\]$|\.$/g, '');
  return (
    isInRange(name, ranges) ||
    names.some(
      (entry) =>
        (entry.port === null || entry.port === port) &&
        (name === entry.name || name.endsWith(`.${entry.name}`)),
    )
  );
}
