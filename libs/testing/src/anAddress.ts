/** One address in front of servers, moved from one to another as that of HAProxy is. */
import { aRelay, directions } from './aRelay.ts';

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
  const relay = await aRelay(
    url,
    (pair) => {
      for (const [from, to] of directions(pair)) {
        from.pipe(to);
        from.on('close', () => to.destroy());
      }
    },
    { targetOf: () => target },
  );
  return {
    url: relay.url,
    leadTo(next, { closes }) {
      target = new URL(next);
      if (closes) relay.end();
    },
    cut() {
      target = null;
      relay.end();
    },
    close: () => relay.close(),
  };
}
