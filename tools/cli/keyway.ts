/** Runs the built command against a product, on Node 20 where the machine has it. */
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { inRoot } from '../bootstrap/places.mjs';

const bin = inRoot('apps', 'cli', 'bin', 'keyway.mjs');

/** The oldest Node that the command supports; the one of the tests where there is no other. */
export function oldestNode(): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const node = join(folder, 'node');
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    if (/^v20\./.test(stdout ?? '')) return node;
  }
  return process.execPath;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What runs command lines as one person. */
export type Keyway = (args: readonly string[], input?: string) => Promise<Ended>;

/** @param configFolder where its profiles are */
export function keywayOf(url: string, token: string, configFolder: string): Keyway {
  const node = oldestNode();
  const env = {
    KEYWAY_URL: url,
    KEYWAY_TOKEN: token,
    KEYWAY_CONFIG_DIR: configFolder,
  };
  return (args, input) => runProgram(node, [bin, ...args], { env, input });
}

interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  cwd?: string;
  input?: string | undefined;
}

/** Resolves once it has ended. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env, cwd, input = '' }: Surroundings,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(cwd !== undefined && { cwd }),
    });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (part: string) => (ended.stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (ended.stderr += part));
    child.stdin.on('error', () => {}).end(input);
    child.on('error', reject).on('close', (code) => resolve({ ...ended, code }));
  });
}

/** The output of what must succeed. */
export async function done(ended: Promise<Ended>): Promise<string> {
  const { code, stdout, stderr } = await ended;
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}${stdout}`);
  return stdout;
}

/** The same as JSON. */
export const json = async <T>(ended: Promise<Ended>): Promise<T> =>
  JSON.parse(await done(ended)) as T;
