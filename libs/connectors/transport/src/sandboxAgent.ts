/**
 * Sends every socket to the sandbox and keeps the real host names in TLS and in the request. Trusts
 * the sandbox's CA alone, so it can never reach a real cloud.
 */
import type { AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { KeptAgent } from './keptAgent.ts';

/** Where the sandbox listens, and the PEM text of its CA. */
export interface SandboxAddress {
  host: string;
  port: number;
  ca: string;
}

/**
 * An `https.Agent` whose every connection goes to the sandbox; server name and `Host` remain those
 * of the cloud.
 */
export class SandboxAgent extends KeptAgent {
  readonly #address: SandboxAddress;

  constructor(address: SandboxAddress, options: AgentOptions = {}) {
    super({ ...options, ca: address.ca });
    this.#address = address;
  }

  override createConnection(
    options: AgentOptions & { host?: string; servername?: string },
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const { host, port } = this.#address;
    return super.createConnection(
      { ...options, host, port, servername: options.servername || options.host },
      callback,
    );
  }
}
