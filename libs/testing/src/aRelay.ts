/** What stands between clients and a server on loopback, for tests of networks that fail. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Listens in front of a server, and forwards what its test wants. */
export interface Relay {
  /** The connection string that leads through it. */
  url: string;
  /** Ends all connections, of both sides. */
  end(): void;
  /** Those that are open, of both sides. */
  sockets: ReadonlySet<Socket>;
  close(): Promise<void>;
}

/** One client's connection, and the one to the server that was made for it. */
export interface RelayedPair {
  client: Socket;
  server: Socket;
}

/**
 * Listens on loopback in front of the server that `url` names.
 * @param isHalfOpen whether one side may end before the other
 * @param targetOf where a new connection leads; null: it is refused
 * @param join called with each pair: forwards, and says what an end of one means for the other
 */
export async function aRelay(
  url: string,
  join: (pair: RelayedPair) => void,
  {
    targetOf = () => new URL(url),
    isHalfOpen = false,
  }: { targetOf?: () => URL | null; isHalfOpen?: boolean } = {},
): Promise<Relay> {
  const sockets = new Set<Socket>();
  const listener = createServer({ allowHalfOpen: isHalfOpen }, (client) => {
    const target = targetOf();
    if (!target) return client.destroy();
    const { hostname: host, port } = target;
    const server = connect({ host, port: Number(port), allowHalfOpen: isHalfOpen });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    join({ client, server });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const end = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: through.href,
    end,
    sockets,
    async close() {
      end();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

/** Both directions of a pair, from one to the other. */
export const directions = ({ client, server }: RelayedPair): [Socket, Socket][] => [
  [client, server],
  [server, client],
];
