/**
 * Keeps connections for the calls that follow, at little memory: an idle TLS connection holds
 * 120 kB, and a process has some to each customer's vault and to whatever was busy once.
 */
import { Agent } from 'node:https';
import type { AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import type { SecureContext } from 'node:tls';

/** Longer than a check pauses between its calls; the next check is minutes later. */
const IDLE_MILLISECONDS = 5_000;

export class KeptAgent extends Agent {
  /** One for all connections: each would make its own, of 25 kB. */
  #secureContext: SecureContext | undefined;

  constructor(options: AgentOptions = {}) {
    // The time is that of idle connections. A request that takes longer is not ended by it.
    super({ keepAlive: true, timeout: IDLE_MILLISECONDS, ...options });
  }

  override createConnection(
    options: AgentOptions & { host?: string; servername?: string },
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    this.#secureContext ??= createSecureContext({ ca: this.options.ca });
    const shared = { ...options, secureContext: this.#secureContext };
    return super.createConnection(shared, callback);
  }
}
