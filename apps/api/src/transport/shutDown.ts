/**
 * Stops a server without a reset for anybody: answers are the last of their connections first, then
 * nothing new is let in, and what is open ends by itself or after a while. Node closes idle
 * connections at once when it stops listening, also the one that a request is just on its way over.
 */
import { Server as NetServer } from 'node:net';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** So long a connection without a request stays open after nothing new is let in. */
const LINGER_MS = 1_000;
const CHECK_EVERY_MS = 20;

const connections = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));

/**
 * Resolves when no connection is open any more, or those that are have been idle long enough to be
 * closed. Does not wait for requests.
 */
export async function stopListening(server: Server, lingerMs = LINGER_MS): Promise<void> {
  NetServer.prototype.close.call(server);
  for (
    let waited = 0;
    waited < lingerMs && (await connections(server)) > 0;
    waited += CHECK_EVERY_MS
  )
    await sleep(CHECK_EVERY_MS);
}
