/** Reaches the clouds through the proxy of a corporate network, and what it excludes directly. */
import type { AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { KeptAgent } from '../keptAgent.ts';
import { bypassesProxy } from './bypassesProxy.ts';
import { openTunnel } from './openTunnel.ts';
import type { ProxySettings } from './proxySettings.ts';

const HTTPS_PORT = 443;

/**
 * The proxy resolves the names it connects to, so `options.lookup` counts for direct connections
 * alone. TLS ends at the cloud: a proxy that answers in its place needs a certificate of a
 * trusted authority.
 */
export class ProxyAgent extends KeptAgent {
  readonly #proxy: ProxySettings;

  constructor(proxy: ProxySettings, options: AgentOptions = {}) {
    super(options);
    this.#proxy = proxy;
  }

  override createConnection(
    options: AgentOptions & { host?: string; port?: number | string; servername?: string },
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const target = { host: options.host ?? '', port: Number(options.port ?? HTTPS_PORT) };
    const { address, bypass } = this.#proxy;
    if (bypassesProxy(bypass, target.host, target.port))
      return super.createConnection(options, callback);
    openTunnel(address, target).then(
      // TLS begins on it; the request waits for that as on any connection.
      (socket) => callback?.(null, super.createConnection({ ...options, socket })!),
      // Cast: Node ignores the socket beside an error.
      (error: Error) => callback?.(error, undefined as never),
    );
    return undefined;
  }
}
