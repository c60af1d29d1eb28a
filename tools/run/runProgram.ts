/** Runs one program in the foreground until it ends, passing on the signals that ask it to. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * `node`: arguments of Node itself. Resolves with the exit code to end with: the program's own, or
 * 128 and the signal's number.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  environment: Record<string, string | undefined>,
  node: readonly string[],
): Promise<number> {
  if (!existsSync(file)) return Promise.reject(new Error(`${file} is not there.`));
  const child = spawn(process.execPath, [...node, file, ...args], {
    env: environment as NodeJS.ProcessEnv,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
  process.once('disconnect', () => pass('SIGTERM'));
  process.channel?.unref();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}
