/**
 * A lock on a folder that ends with this process: an abstract socket address, on which only one
 * process can listen. Only Linux has these; elsewhere every caller gets the lock.
 */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';

/** Whether the lock is ours now. */
export function holdLock(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(true);
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen({ path: `\0keyway-run-${digest}` }, () => resolve(true));
    server.unref();
  });
}
