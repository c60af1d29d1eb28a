/**
 * A peer that stands beside us in a benchmark: a small program of its own that says where it
 * listens on its first line.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { longestTurn, probeArguments, type Turn } from './longestTurn.ts';

export interface PeerProcess {
  url: string;
  pid: number;
  /** The longest turn of its event loop since this was asked last; of one that is probed. */
  longestTurn(): Promise<Turn>;
  stop(): Promise<void>;
}

/** Resolves when it listens. `program`: a file of `peers`. */
export async function peerProcess(
  program: string,
  environment: Record<string, string> = {},
  { probed = false } = {},
): Promise<PeerProcess> {
  const child = spawn(
    process.execPath,
    [
      ...(probed ? probeArguments : []),
      fileURLToPath(new URL(`peers/${program}`, import.meta.url)),
    ],
    {
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'inherit', ...(probed ? ['ipc' as const] : [])],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).once('line', resolve);
    void ended.then(() => reject(new Error(`${program} ended before it listened.`)));
  });
  return {
    url,
    pid: child.pid!,
    longestTurn: () => longestTurn(child),
    stop: () => (child.kill('SIGTERM'), ended),
  };
}
