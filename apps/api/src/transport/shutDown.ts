/**
 * Stops listening without resetting connections. Node's own `close` closes idle connections at
 * once, even one on which a request is arriving.
 */
import { Server as NetServer } from 'node:net';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long an idle connection stays open after the server stopped listening. */
const LINGER_MILLISECONDS = 1_000;
const CHECK_INTERVAL_MILLISECONDS = 20;

const connections = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));

/**
 * Resolves when every connection is closed or was idle for `lingerMs`. Doesn't wait for requests.
 */
export async function stopListening(server: Server, lingerMs = LINGER_MILLISECONDS): Promise<void> {
  // Right after a turn that accepted what had connected, so that none of it is reset.
  await new Promise(setImmediate);
  NetServer.prototype.close.call(server);
  for (
    let waited = 0;
    waited < lingerMs && (await connections(server)) > 0;
    waited += CHECK_INTERVAL_MILLISECONDS
  )
    await sleep(CHECK_INTERVAL_MILLISECONDS);
}
