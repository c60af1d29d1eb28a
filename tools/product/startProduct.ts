/** Starts a whole Keyway in a new folder, and returns the process IDs of its parts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeArguments } from '../start/nodeArguments.ts';
import { freePort } from '../start/ports.ts';
import { workerPart } from '../start/supervisor.ts';
import { sandboxControl, type SandboxControl } from './sandboxControl.ts';

export type PartName = 'api' | 'worker' | 'database';
const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MILLISECONDS = 600_000;

export interface Product {
  url: string;
  token: string;
  dataDir: string;
  /** Undefined while the part is down. Of several workers, the first. */
  pid(part: PartName | 'sandbox'): number | undefined;
  /** From 1 on. */
  worker(number: number): number | undefined;
  sandbox: SandboxControl;
  /** `host:port` where the emulated clouds answer. */
  sandboxAddress: string;
  /** Removes its folder too, unless it is to be kept for debugging. */
  stop(options?: { keepData?: boolean }): Promise<void>;
}

/**
 * Three ports that nobody listens on now, below those that systems give to outgoing connections:
 * who asks such a port again and again, until somebody listens, may end up talking to itself.
 */
export async function freePorts(): Promise<[number, number, number]> {
  const from = 10_000 + Math.floor(Math.random() * 20_000);
  const first = await freePort('127.0.0.1', from);
  const second = await freePort('127.0.0.1', first + 1);
  return [first, second, await freePort('127.0.0.1', second + 1)];
}

/**
 * Resolves when its api says that it is ready; rejects where it does not come up. `environment`
 * goes over its own defaults.
 */
export async function startProduct(environment: Record<string, string>): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'keyway-product-'));
  const token = `kw_${randomBytes(24).toString('hex')}`;
  const [port, clouds, identity] = await freePorts();
  const own = {
    DATA_DIR: dataDir,
    KEYWAY_BOOTSTRAP_TOKEN: token,
    KEYWAY_SANDBOX_PORT: String(clouds),
    KEYWAY_SANDBOX_IDENTITY_PORT: String(identity),
    // Who disturbs or measures the worker wants to know which one works.
    KEYWAY_WORKERS: '1',
    ...environment,
  };
  const program = [join(root, 'tools', 'start.ts'), '--no-demo', '--port', String(port)];
  // The closing channel is how it notices that its starter ended.
  const child = spawn(process.execPath, [...nodeArguments, ...program], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const product: Product = {
    url: `http://127.0.0.1:${port}`,
    token,
    dataDir,
    pid: (part) => (part === 'database' ? databasePid(dataDir) : partPid(dataDir, part)),
    worker: (number) => partPid(dataDir, workerPart(number)),
    sandboxAddress: `127.0.0.1:${clouds}`,
    sandbox: sandboxControl(`127.0.0.1:${clouds}`, join(dataDir, 'sandbox', 'ca.pem')),
    stop: ({ keepData = false } = {}) => stop(child, dataDir, keepData),
  };
  await ready(product, child);
  return product;
}

async function ready(product: Product, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_MILLISECONDS;
  for (;;) {
    const answer = await fetch(`${product.url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`Keyway did not come up; see ${join(product.dataDir, 'logs')}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function stop(child: ChildProcess, dataDir: string, keepData: boolean): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await ended;
  if (!keepData) rmSync(dataDir, { recursive: true, force: true });
}

function partPid(dataDir: string, part: string): number | undefined {
  try {
    return (
      JSON.parse(readFileSync(join(dataDir, 'run', `${part}.process.json`), 'utf8')) as {
        pid: number;
      }
    ).pid;
  } catch {
    return undefined;
  }
}

/** The postmaster, from the first line of its own file. */
function databasePid(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : Number.NaN;
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}
