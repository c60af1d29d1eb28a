/** The command line as somebody uses it, with settings of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeOfProject, ownEnvironment, root } from './startProduct.ts';
import { runningProduct } from './running.ts';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CommandLine {
  /** Runs a command to its end. */
  run: (...args: string[]) => Promise<Ended>;
  /** Begins to sign in: the address that is shown, and how it ends. */
  login: (...args: string[]) => Promise<{ address: string; end: Promise<Ended> }>;
  settings: string;
  remove: () => void;
}

/** @param environment of a Keyway that is not the product */
export function commandLine(environment: Record<string, string> = {}): CommandLine {
  const settings = mkdtempSync(join(tmpdir(), 'keyway-e2e-cli-'));
  const start = (args: readonly string[]) => {
    const child = spawn(nodeOfProject, [join(root, 'apps', 'cli', 'bin', 'keyway.mjs'), ...args], {
      env: {
        ...ownEnvironment(),
        ...{ KEYWAY_URL: runningProduct().url, KEYWAY_CONFIG_DIR: settings },
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (part: string) => (ended.stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (ended.stderr += part));
    const end = new Promise<Ended>((resolve, reject) =>
      child.on('error', reject).on('close', (code) => resolve({ ...ended, code })),
    );
    return { child, ended, end };
  };
  return {
    run: (...args) => start(args).end,
    login: async (...args) => {
      const { child, ended, end } = start(['login', '--web', '--no-open', ...args]);
      const address = await new Promise<string>((resolve, reject) => {
        child.stderr.on('data', () => {
          const found = /^http\S+\/oauth\/authorize\S+$/m.exec(ended.stderr);
          if (found) resolve(found[0]);
        });
        child.on('close', () => reject(new Error(`No address was shown: ${ended.stderr}`)));
      });
      return { address, end };
    },
    settings,
    remove: () => rmSync(settings, { recursive: true, force: true }),
  };
}
