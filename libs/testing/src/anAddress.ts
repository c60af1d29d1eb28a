/** One address in front of servers, moved from one to another as that of HAProxy is. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What leads to one server at a time. */
export interface MovableAddress {
  /** The connection string that leads through it. */
  url: string;
  /**
   * New connections lead to this server. `closes`: those to the one before end, as where a proxy
   * ends sessions of a server that is down.
   */
  leadTo(url: string, options: { closes: boolean }): void;
  /** Connections end, and new ones are refused, until it leads somewhere again. */
  cut(): void;
  close(): Promise<void>;
}

/** Listens on loopback in front of the server that `url` names. */
export async function anAddress(url: string): Promise<MovableAddress> {
  let target: URL | null = new URL(url);
  const sockets = new Set<Socket>();
  const end = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const listener = createServer((client) => {
    if (!target) return client.destroy();
    const server = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.pipe(to);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    url: through.href,
    leadTo(next, { closes }) {
      target = new URL(next);
      if (closes) end();
    },
    cut() {
      target = null;
      end();
    },
    async close() {
      end();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
