/**
 * A network that drops every packet of the present connections from some moment on and closes
 * none. New ones work.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy in front of PostgreSQL that can drop packets. */
export interface BlackHole {
  /** The connection string that leads through it. */
  url: string;
  /** Nothing more arrives, either way, on the connections there are. Returns how many those are. */
  swallow(): number;
  /** The same, and of connections made from now on, until it heals. */
  cutOff(): void;
  /** Connections made from now on work. */
  heal(): void;
  close(): Promise<void>;
}

/** Listens on loopback in front of the server that `url` names. */
export async function aBlackHole(url: string): Promise<BlackHole> {
  const target = new URL(url);
  const pairs = new Set<[Socket, Socket]>();
  const sockets = new Set<Socket>();
  let isCut = false;
  const listener = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    const pair: [Socket, Socket] = [client, server];
    if (!isCut) pairs.add(pair);
    for (const [from, to] of [pair, [server, client]] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('data', (chunk) => pairs.has(pair) && to.write(chunk));
      from.on('close', () => {
        if (!pairs.has(pair)) return;
        pairs.delete(pair);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    url: through.href,
    swallow() {
      const count = pairs.size;
      pairs.clear();
      return count;
    },
    cutOff() {
      isCut = true;
      pairs.clear();
    },
    heal: () => void (isCut = false),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
