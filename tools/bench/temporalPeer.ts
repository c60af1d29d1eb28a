/**
 * Temporal beside the product: its development server, which keeps its state in a file, and one
 * process with worker and client. Both are installed when first needed, since they take 420 MB.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../product/startProduct.ts';
import { sandboxOf, startProgram, type StartEngine } from './enginePeer.ts';

const folder = join(import.meta.dirname, 'peers', 'temporal');
const modules = join(folder, 'node_modules');
/** Within `node_modules`, so that nothing else has to be ignored or removed. */
const python = join(modules, '.python');
const cli = join(python, 'bin', 'temporal');
const STARTS_WITHIN_MILLISECONDS = 60_000;

/** Throws where a registry or Python's installer is missing. */
export function installTemporal(): void {
  const run = (program: string, given: string[]): unknown =>
    execFileSync(program, given, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  if (!existsSync(modules)) run('npm', ['ci', '--no-audit', '--no-fund']);
  if (!existsSync(cli))
    run('python3', ['-m', 'pip', 'install', '-r', 'requirements.txt', '--target', python]);
}

async function untilServing(address: string, server: ChildProcess): Promise<void> {
  const end = performance.now() + STARTS_WITHIN_MILLISECONDS;
  for (;;) {
    try {
      execFileSync(cli, ['operator', 'cluster', 'health', '--address', address], {
        stdio: 'ignore',
      });
      return;
    } catch (error) {
      if (performance.now() > end || server.exitCode !== null) throw error;
      await sleep(200);
    }
  }
}

/** After `installTemporal`. `work` gets what starts its program; the server outlives its death. */
export async function withTemporal<T>(work: (start: StartEngine) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'keyway-bench-temporal-'));
  const [port] = await freePorts();
  const address = `127.0.0.1:${port}`;
  const given = ['--headless', '--log-level', 'never', '--db-filename', join(directory, 'db')];
  const server = spawn(cli, ['server', 'start-dev', '--port', String(port), ...given], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    await untilServing(address, server);
    return await work((scene, environment = {}) =>
      startProgram(
        join('temporal', 'temporalRuns.mjs'),
        { TEMPORAL_ADDRESS: address, ...sandboxOf(scene), ...environment },
        [server.pid!],
      ),
    );
  } finally {
    server.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  }
}
