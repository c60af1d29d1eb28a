/** Finds out whether a port is free before anything is started, so that the message names it. */
import { createServer } from 'node:net';

/** The code of the error of listening on `port` at `host`, such as `EADDRINUSE`. */
export async function portProblem(host: string, port: number): Promise<string | undefined> {
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
    if (!taken.includes(port) && (await portProblem(host, port)) === undefined) return port;
  }
  throw new Error(`No free port on ${host} from ${wanted} to ${wanted + 199}.`);
}
