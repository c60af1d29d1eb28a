/**
 * Starts a whole Keyway as a person would, in a fresh folder and on free ports, and stops it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHARED_PATH } from './aSharedHost.ts';
import type { Running } from './running.ts';

export const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** The Node that the project pins, whichever one runs the tests. */
export const nodeOfProject = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
/** Where the sandbox's provider leads back to: the product, and an api below the path of a host. */
const CALLBACKS = [
  'http://localhost:*/auth/callback',
  `https://localhost:*${SHARED_PATH}/auth/callback`,
];
const START_MILLISECONDS = 180_000;

export interface StartedProduct {
  running: Running;
  /** Resolves when every process is gone and the folder with it. */
  stop(): Promise<void>;
}

/** @throws Error with the end of every log where it does not come up */
export async function startProduct(): Promise<StartedProduct> {
  if (!existsSync(join(root, 'apps', 'console', 'dist', 'index.html'))) {
    throw new Error('The console is not built; `npm test` builds it, and so does `npm start`.');
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'keyway-e2e-'));
  const [port, clouds, identity] = await freePorts();
  const token = `kw_${randomBytes(24).toString('hex')}`;
  const program = [join(root, 'tools', 'start.ts'), '--no-demo', '--port', String(port)];
  const child = spawn(nodeOfProject, ['--conditions=@keyway/source', ...program], {
    cwd: root,
    env: {
      ...ownEnvironment(),
      DATA_DIR: dataDir,
      KEYWAY_BOOTSTRAP_TOKEN: token,
      KEYWAY_POLL_SCALE: '0.01',
      // Where stories receive webhooks.
      KEYWAY_WEBHOOK_ALLOW: '127.0.0.0/8',
      KEYWAY_SANDBOX_PORT: String(clouds),
      KEYWAY_SANDBOX_IDENTITY_PORT: String(identity),
      KEYWAY_SANDBOX_REDIRECT_URIS: CALLBACKS.join(','),
    },
    // The channel closes when the tests are killed; the product then stops.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let stderr = '';
  for (const stream of [child.stdout, child.stderr])
    stream
      ?.setEncoding('utf8')
      .on('data', (part: string) => (stderr = (stderr + part).slice(-4_000)));
  const stop = () => stopProduct(child, dataDir);
  const url = `http://localhost:${port}`;
  try {
    await ready(url, child);
  } catch (error) {
    const logs = endOfLogs(dataDir);
    await stop();
    throw new Error(`${(error as Error).message}\n${stderr}\n${logs}`);
  }
  return {
    running: { url, identity: `http://localhost:${identity}`, token, dataDir, clouds },
    stop,
  };
}

/**
 * The environment without settings for another Keyway.
 */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(KEYWAY_|OIDC_|DATABASE_(?:MIGRATION_|DIRECT_)?URL$|PUBLIC_URL$|HOST$|PORT$|DATA_DIR$|NODE_OPTIONS$|NODE_CHANNEL_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * Three at once, so that they differ. They are below the range from which systems take ports for
 * outgoing connections, one of which could otherwise use a port before the product listens on it.
 */
async function freePorts(): Promise<[number, number, number]> {
  const servers = await Promise.all([listen(), listen(), listen()]);
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports as [number, number, number];
}

/** Like one of `freePorts`. */
export async function freePort(): Promise<number> {
  const server = await listen();
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(): Promise<Server> {
  for (;;) {
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      server.listen(randomInt(20_000, 32_000), '127.0.0.1', () => resolve(true));
    });
    if (isFree) return server;
  }
}

export async function ready(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_MILLISECONDS;
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null)
      throw new Error(`Keyway ended with code ${child.exitCode} instead of starting.`);
    if (Date.now() > end) throw new Error(`Keyway was not ready after ${START_MILLISECONDS} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function endOfLogs(dataDir: string): string {
  const folder = join(dataDir, 'logs');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .map((file) => `${file}:\n${readFileSync(join(folder, file), 'utf8').slice(-2_000)}`)
    .join('\n');
}

async function stopProduct(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  // The logs of the processes, to debug a failed story.
  if (existsSync(join(dataDir, 'logs')))
    cpSync(join(dataDir, 'logs'), join(root, 'out', 'e2e', 'logs'), { recursive: true });
  rmSync(dataDir, { recursive: true, force: true });
}
