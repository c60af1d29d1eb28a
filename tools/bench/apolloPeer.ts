/** Apollo's hello-world as a process beside ours, for what a server costs that does nothing. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('peers/apolloHello.mjs', import.meta.url));

export interface ApolloPeer {
  /** Where it takes GraphQL. */
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Resolves when it listens. `port` 0: any. */
export async function apolloPeer(port = 0): Promise<ApolloPeer> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    void ended.then(() => reject(new Error('Apollo ended before it listened.')));
  });
  return { url, pid: child.pid!, stop: () => (child.kill('SIGTERM'), ended) };
}
