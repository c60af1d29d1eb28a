/**
 * Opening and closing a server, as promises.
 */
import type { Server } from 'node:http';
import type { Server as NetServer } from 'node:net';

/** Resolves when the server listens, at a port or a name; rejects when that is taken. */
export function listen(server: NetServer, at: number | string, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(typeof at === 'string' ? { path: at } : { port: at, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Resolves when the last connection is gone; those that are idle are not waited for. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
