/** Moto, an AWS that somebody else wrote, as a process of its own on loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

/** Names a Python that has `moto[kms,server]`; tests that need moto are skipped without it. */
export const MOTO_PYTHON = process.env['KEYWAY_MOTO_PYTHON'];

/** Plain HTTP, for every service. */
export interface Moto {
  port: number;
  close(): Promise<void>;
}

/** A port that nothing listened on a moment ago, for a program that can't choose one itself. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves when it listens; rejects with what it printed where it does not start. */
export async function startMoto(python: string): Promise<Moto> {
  const port = await freePort();
  const child = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  const printed: string[] = [];
  for await (const line of createInterface(child.stderr)) {
    printed.push(line);
    if (!line.includes('Running on')) continue;
    child.stderr.resume();
    const close = async (): Promise<void> => {
      child.kill();
      await ended;
    };
    return { port, close };
  }
  throw new Error(`moto did not start: ${printed.join('\n')}`);
}
