/**
 * Lets one process at a time initialize, start, adopt or stop a folder's server. The lock is a
 * listening address, which ends with its holder; a lock file could become stale.
 */
import { createHash } from 'node:crypto';
import { createServer, type ListenOptions, type Server } from 'node:net';

const WAIT_MILLISECONDS = 120_000;

function addressFor(directory: string): ListenOptions {
  const digest = createHash('sha256').update(directory).digest('hex');
  if (process.platform === 'linux') return { path: `\0keyway-database-${digest.slice(0, 32)}` };
  if (process.platform === 'win32')
    return { path: `\\\\.\\pipe\\keyway-database-${digest.slice(0, 32)}` };
  // No addresses without a file elsewhere: a loopback port derived from the folder.
  return {
    host: '127.0.0.1',
    port: 20_000 + (Number.parseInt(digest.slice(0, 8), 16) % 20_000),
    exclusive: true,
  };
}

function tryListen(address: ListenOptions): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

/**
 * Runs `work` while no other process does so for this folder. `directory` is an absolute, resolved
 * path.
 */
export async function withOpeningLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + WAIT_MILLISECONDS;
  let server: Server | null = null;
  while (!(server = await tryListen(addressFor(directory)))) {
    if (Date.now() > deadline)
      throw new Error(
        `Another process has been opening the database in ${directory} for two minutes.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  try {
    return await work();
  } finally {
    const held = server;
    await new Promise((resolve) => held.close(resolve));
  }
}
