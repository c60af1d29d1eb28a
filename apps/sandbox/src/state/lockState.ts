/**
 * Locks the state file for one process. The lock is a socket name of the operating system, which
 * ends with its process, so that it is never stale.
 */
import { createHash } from 'node:crypto';
import net from 'node:net';
import path from 'node:path';
import { listen } from '../server/listen.ts';

/** Null where the system has no such names. */
function nameOf(stateFile: string): string | null {
  const name = `keyway-sandbox-${createHash('sha256').update(path.resolve(stateFile)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : null;
}

/**
 * @returns releases the lock
 * @throws Error where another process has the lock
 */
export async function lockState(stateFile: string): Promise<() => void> {
  const name = nameOf(stateFile);
  if (name === null) return () => undefined;
  const keeper = net.createServer((socket) => socket.destroy());
  try {
    await listen(keeper, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `another sandbox keeps its state in ${stateFile}. Use that one, or a folder of its own: KEYWAY_SANDBOX_DIR=.keyway/sandbox-2`,
      {
        cause: error,
      },
    );
  }
  keeper.unref();
  return () => keeper.close();
}
