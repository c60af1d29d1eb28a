/** A server that stands still, in front of a real one: connections stay open, without an answer. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What leads to a server that can be stopped, as its machine can. Imported by tests only. */
export interface Standstill {
  /** The connection string that leads through it. */
  url: string;
  /** Connections are accepted, none ends, and nothing is read. */
  stop(): void;
  /** What was sent meanwhile arrives. */
  resume(): void;
  /** How many connections were made. */
  made(): number;
  /** All that arrived at the server. */
  arrived(): string;
  close(): Promise<void>;
}

/** Listens on loopback in front of the server that `url` names. */
export async function aStandstill(url: string): Promise<Standstill> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isStopped = false;
  let made = 0;
  let arrived = '';
  // It says goodbye only where the server does, which may be never.
  const listener = createServer({ allowHalfOpen: true }, (client) => {
    made += 1;
    const server = connect({
      port: Number(target.port),
      host: target.hostname,
      allowHalfOpen: true,
    });
    server.on('data', (chunk) => client.write(chunk));
    client.on('data', (chunk) => {
      arrived += chunk.toString('latin1');
      server.write(chunk);
    });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      if (isStopped) from.pause();
      from.on('error', () => undefined);
      from.on('end', () => to.end());
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
    stop() {
      isStopped = true;
      for (const socket of sockets) socket.pause();
    },
    resume() {
      isStopped = false;
      for (const socket of sockets) socket.resume();
    },
    made: () => made,
    arrived: () => arrived,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
