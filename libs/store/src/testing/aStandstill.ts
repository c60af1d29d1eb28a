/** A server that stands still, in front of a real one: connections stay open, without an answer. */
import { aRelay, directions } from '@keyway/testing';

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
  let isStopped = false;
  let made = 0;
  let arrived = '';
  const relay = await aRelay(
    url,
    (pair) => {
      made += 1;
      pair.client.on('data', (chunk) => (arrived += chunk.toString('latin1')));
      for (const [from, to] of directions(pair)) {
        from.on('data', (chunk) => to.write(chunk));
        if (isStopped) from.pause();
        from.on('end', () => to.end()).on('close', () => to.destroy());
      }
    },
    // It says goodbye only where the server does, which may be never.
    { isHalfOpen: true },
  );
  return {
    url: relay.url,
    stop() {
      isStopped = true;
      for (const socket of relay.sockets) socket.pause();
    },
    resume() {
      isStopped = false;
      for (const socket of relay.sockets) socket.resume();
    },
    made: () => made,
    arrived: () => arrived,
    close: () => relay.close(),
  };
}
