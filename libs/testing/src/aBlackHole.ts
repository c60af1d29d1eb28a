/**
 * A network that drops every packet of the present connections from some moment on and closes
 * none. New ones work.
 */
import { aRelay, directions, type RelayedPair } from './aRelay.ts';

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
  const pairs = new Set<RelayedPair>();
  let isCut = false;
  const relay = await aRelay(url, (pair) => {
    if (!isCut) pairs.add(pair);
    for (const [from, to] of directions(pair)) {
      from.on('data', (chunk) => pairs.has(pair) && to.write(chunk));
      from.on('close', () => pairs.delete(pair) && to.destroy());
    }
  });
  return {
    url: relay.url,
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
    close: () => relay.close(),
  };
}
