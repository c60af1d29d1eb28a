/** Runs the built command as a person or a script does, on Node 20 where the machine has it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const bin = fileURLToPath(new URL('../../bin/keyway.mjs', import.meta.url));
const bundle = fileURLToPath(new URL('../../dist/keyway.mjs', import.meta.url));

/** The oldest Node that the command supports; the one of the tests where there is no other. */
function oldestNode(): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const node = join(folder, 'node');
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    if (/^v20\./.test(stdout ?? '')) return node;
  }
  return process.execPath;
}
export const node = oldestNode();

/** A folder of settings of its own for each file of tests. */
export const configFolder = mkdtempSync(join(tmpdir(), 'keyway-cli-'));
afterAll(() => rmSync(configFolder, { recursive: true, force: true }));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Run {
  env?: Record<string, string>;
  input?: string;
}

export function start(args: readonly string[], { env = {}, input }: Run = {}) {
  const child = spawn(node, [bundle, ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: configFolder,
      KEYWAY_CONFIG_DIR: join(configFolder, 'settings'),
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => (ended.stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (ended.stderr += part));
  child.stdin.on('error', () => {}).end(input ?? '');
  const end = once(child, 'close').then(([code]) => ({ ...ended, code: code as number | null }));
  return { child, ended, end };
}

/** Resolves once it has ended. */
export const keyway = (args: readonly string[], run?: Run): Promise<Ended> => start(args, run).end;

/** Builds it where it is not built, or of other sources. */
export function buildKeyway(): void {
  const { status, stderr } = spawnSync(node, [bin, '--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
