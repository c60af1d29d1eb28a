/**
 * Finds out, before anything is started, whether a port can be had, so that the message names the
 * port and the way out.
 */
import { createServer } from 'node:net';

/** Why `port` cannot be listened on at `host` (`EADDRINUSE`, `EACCES`, …); undefined if it can. */
export async function portFault(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** The first port from `wanted` on that is free at `host` and not in `taken`. */
export async function freePort(
  host: string,
  wanted: number,
  taken: readonly number[] = [],
): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if (!taken.includes(port) && (await portFault(host, port)) === undefined) return port;
  }
  throw new Error(`No free port on ${host} from ${wanted} to ${wanted + 199}.`);
}
