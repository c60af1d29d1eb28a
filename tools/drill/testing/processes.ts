/** Processes of Keyway, as a platform starts them: each on a machine of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listenTo, type Started } from '../../testing/listenTo.ts';

/** How a version's programs are started. */
export interface Programs {
  /** Node's arguments. */
  of: Record<'api' | 'worker', string[]>;
  settings: Record<string, string>;
  /** Whether its apis drain when asked to end; others are taken from the balancer first. */
  drains: boolean;
}

/** What an api says once it drains. */
export const STOPPING = /the api is stopping/;

/** @param sealingKey base64, the same in all processes, as a secret that is mounted */
export class Processes {
  readonly #all: Started[] = [];
  readonly #folder: string;
  readonly #sealingKey: string;
  readonly #shared: NodeJS.ProcessEnv;

  constructor(folder: string, sealingKey: string, shared: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#sealingKey = sealingKey;
    this.#shared = shared;
  }

  start(args: readonly string[], settings: Record<string, string>): Started {
    const dataDir = join(this.#folder, String(this.#all.length));
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'sealing.key'), this.#sealingKey, { mode: 0o600 });
    const child = spawn(process.execPath, args, {
      env: { ...this.#shared, DATA_DIR: dataDir, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const one = listenTo(child);
    this.#all.push(one);
    return one;
  }

  async killAll(): Promise<void> {
    for (const { child } of this.#all) child.kill('SIGKILL');
    await Promise.all(this.#all.map(({ ended }) => ended));
  }
}

/** @throws with what it said, where it ends with an error */
export async function requireEnd({ ended, output }: Started): Promise<void> {
  const code = await ended;
  if (code !== 0) throw new Error(`A process ended with ${code}: ${output().slice(-2000)}`);
}
