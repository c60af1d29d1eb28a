/**
 * The connection to a receiver where there is a proxy. The name is resolved and its address checked
 * here, and the proxy is asked for that address, so that it resolves nothing itself (0071).
 */
import type { lookup } from 'node:dns';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import { bypassesProxy, openTunnel, type ProxySettings } from '@keyway/connector-transport';
import { isAddressHost, isInRange, receiverHost, type ReceiverRules } from '@keyway/core';
import { notAllowed, receiverLookup } from './receiverLookup.ts';

type Connected = (error: Error | null, socket: Duplex) => void;

const HTTPS_PORT = 443;
const IPV4 = 4;

export interface ReceiverConnection {
  /** Without an agent, `Host` would name port 80. */
  defaultPort: number;
  /** As `https.request` takes it. */
  createConnection: (options: object, connected: Connected) => undefined;
  /** The peer is the proxy; the receiver's address was checked before it was asked. */
  isTunnel: () => boolean;
}

/** For one request by https. Networks that the operator allows are this installation's own. */
export function receiverConnection(
  url: URL,
  rules: ReceiverRules,
  { address: proxy, bypass }: ProxySettings,
  resolve?: typeof lookup,
): ReceiverConnection {
  const host = receiverHost(url);
  const port = Number(url.port || HTTPS_PORT);
  const isDirect = (address: string): boolean =>
    isInRange(address, rules.allowed) ||
    [host, address].some((name) => bypassesProxy(bypass, name, port));
  let isTunnel = false;
  const createConnection = (options: object, connected: Connected): undefined => {
    // Cast: Node ignores the socket beside an error.
    const fail = (error: Error): void => connected(error, undefined as never);
    const named = { ...options, ...(!isAddressHost(host) && { servername: host }) };
    receiverLookup(rules, resolve)(host, { all: true }, (error, found) => {
      if (error || typeof found === 'string') return fail(error ?? notAllowed());
      // A proxy reaches IPv4 addresses wherever it is.
      const { address } = found.find(({ family }) => family === IPV4) ?? found[0]!;
      if (isDirect(address)) return connected(null, connect({ ...named, host: address, port }));
      isTunnel = true;
      openTunnel(proxy, { host: address, port }).then(
        (socket) => connected(null, connect({ ...named, socket })),
        fail,
      );
    });
  };
  return { defaultPort: HTTPS_PORT, createConnection, isTunnel: () => isTunnel };
}
