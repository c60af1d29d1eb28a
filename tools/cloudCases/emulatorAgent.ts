/** Leads every call to emulators under the clouds' own host names, with or without TLS. */
import type { ClientRequest } from 'node:http';
import { Agent } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { SandboxAgent } from '@keyway/connector-transport';

export interface EmulatorAddress {
  /** `kms.us-east-1.amazonaws.com`, or `*.vault.azure.net`; every host where undefined. */
  hosts?: readonly string[] | undefined;
  host: string;
  port: number;
  /** PEM text of its CA; null where it speaks plain HTTP, which many emulators do. */
  ca: string | null;
}

/** An agent of a request; what Node calls to send one. */
type Sender = Agent & { addRequest(request: ClientRequest, options: object): void };

/** Sends a request as it is, without TLS. Never for a real cloud: the address is this machine's. */
class PlainAgent extends Agent {
  readonly #address: EmulatorAddress;

  constructor(address: EmulatorAddress) {
    super({ keepAlive: true });
    this.#address = address;
  }

  override createConnection(): Duplex {
    const { host, port } = this.#address;
    const socket = connect({ host, port });
    // What a connector waits for before it counts a request as sent.
    socket.once('connect', () => socket.emit('secureConnect'));
    return socket;
  }
}

const agentOf = (address: EmulatorAddress): Agent =>
  address.ca === null
    ? new PlainAgent(address)
    : new SandboxAgent({ host: address.host, port: address.port, ca: address.ca });

/** Without a socket Node reports no error of its own. */
function refuse(request: ClientRequest, why: string): void {
  process.nextTick(() => request.emit('error', new Error(why)));
}

const isAt = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;

/** The first emulator that serves the host has the request; one that none serves is not sent. */
export class EmulatorAgent extends Agent {
  readonly #emulators: readonly { hosts: EmulatorAddress['hosts']; agent: Sender }[];

  constructor(addresses: readonly EmulatorAddress[]) {
    super();
    this.#emulators = addresses.map((one) => ({ hosts: one.hosts, agent: agentOf(one) as Sender }));
  }

  addRequest(request: ClientRequest, options: { host?: string }): void {
    const name = options.host ?? '';
    const serves = ({ hosts }: Pick<EmulatorAddress, 'hosts'>): boolean =>
      hosts === undefined || hosts.some((pattern) => isAt(pattern, name));
    const emulator = this.#emulators.find(serves);
    if (emulator) emulator.agent.addRequest(request, options);
    else refuse(request, `No emulator of the target serves ${name}`);
  }

  override destroy(): void {
    for (const { agent } of this.#emulators) agent.destroy();
    super.destroy();
  }
}
