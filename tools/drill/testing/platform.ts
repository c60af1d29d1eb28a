/**
 * Keyway as a platform runs it: bundles as processes, several apis behind a load balancer, several
 * workers, an outside database that was migrated by a job.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aProxy, type TestSandbox } from '@keyway/testing';

interface Started {
  child: ChildProcess;
  /** What it says, from here on. */
  said: (text: string) => Promise<string>;
  ended: Promise<number | null>;
}
type Api = Started & { url: string };

export interface Platform {
  /** Of the load balancer. */
  url: string;
  /** The bootstrap token of an owner. */
  token: string;
  addWorker(): Promise<void>;
  addApi(): Promise<void>;
  /** Ends the oldest in order, as a rolling restart does, after its successor has started. */
  replaceWorker(): Promise<void>;
  replaceApi(): Promise<void>;
  /** Ends the oldest at once, as a machine that is lost. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

export interface PlatformOptions {
  bundles: string;
  /** Of the login for operation, maybe through a pooler. */
  databaseUrl: string;
  /** The same, past the pooler. */
  directUrl: string;
  /** Of the owner, past the pooler. */
  migrationUrl: string;
  sandbox: TestSandbox;
  pollScale: number;
  token: string;
  /** Base64, as a secret that is mounted in every process. */
  sealingKey: string;
}

export async function aPlatform(options: PlatformOptions): Promise<Platform> {
  const { bundles, databaseUrl, directUrl, migrationUrl, sandbox } = options;
  const { pollScale, token, sealingKey } = options;
  const folder = mkdtempSync(join(tmpdir(), 'keyway-drill-'));
  const certificate = join(folder, 'ca.pem');
  writeFileSync(certificate, sandbox.ca);
  const proxy = await aProxy();
  const all: Started[] = [];
  const apis: Api[] = [];
  const workers: Started[] = [];
  let count = 0;

  const shared = {
    PATH: process.env['PATH'],
    KEYWAY_CLOUD: 'sandbox',
    KEYWAY_SANDBOX_ADDRESS: `${sandbox.host}:${sandbox.port}`,
    KEYWAY_SANDBOX_CA: certificate,
    KEYWAY_POLL_SCALE: String(pollScale),
  };
  const start = (program: string, args: string[], settings: Record<string, string>): Started => {
    const own = { DATA_DIR: aMachine(join(folder, String((count += 1))), sealingKey) };
    const child = spawn(process.execPath, [join(bundles, program), ...args], {
      env: { ...shared, ...own, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const one = listenTo(child);
    all.push(one);
    return one;
  };
  const database = { DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: directUrl };

  const addWorker = async (): Promise<void> => {
    const worker = start('worker.js', [], database);
    await worker.said('worker started');
    workers.push(worker);
  };
  const addApi = async (): Promise<void> => {
    // Only what drains says when it ends, so that no clock decides.
    const own = { PORT: '0', KEYWAY_DRAIN_SECONDS: '300', KEYWAY_BOOTSTRAP_TOKEN: token };
    const api = start('api.js', [], { ...database, ...own });
    const url = /"at":"(http:[^"]+)"/.exec(await api.said('is listening'))![1]!;
    await proxy.add(url);
    apis.push({ ...api, url });
  };
  const close = async (): Promise<void> => {
    for (const { child } of all) child.kill('SIGKILL');
    await Promise.all(all.map(({ ended }) => ended));
    await proxy.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };

  const migration = start('operate.js', ['migrate'], {
    DATABASE_URL: directUrl,
    DATABASE_MIGRATION_URL: migrationUrl,
  });
  if ((await migration.ended) !== 0) {
    await close();
    throw new Error('The database was not migrated.');
  }
  return {
    ...{ url: proxy.url, token, addWorker, addApi, close },
    async replaceWorker() {
      await addWorker();
      const { child, ended } = workers.shift()!;
      child.kill('SIGTERM');
      await requireEnd(ended);
    },
    async replaceApi() {
      await addApi();
      const { child, said, ended, url } = apis.shift()!;
      child.kill('SIGTERM');
      await said('the api is stopping');
      await proxy.drained(url);
      // It waits for nothing more; a second signal says so.
      child.kill('SIGTERM');
      await requireEnd(ended);
      proxy.remove(url);
    },
    async killWorker() {
      const { child, ended } = workers.shift()!;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A process's folder is its own; it has the key that all share, as a mounted secret. */
function aMachine(dataDir: string, sealingKey: string): string {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'sealing.key'), sealingKey, { mode: 0o600 });
  return dataDir;
}

async function requireEnd(ended: Promise<number | null>): Promise<void> {
  const code = await ended;
  if (code !== 0) throw new Error(`A process that was asked to end did so with ${code}.`);
}

function listenTo(child: ChildProcess): Started {
  let output = '';
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => (isOver = true));
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  const said = async (text: string): Promise<string> => {
    while (!output.includes(text)) {
      if (isOver) throw new Error(`It ended without saying "${text}": ${output.slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return output;
  };
  return { child, said, ended };
}
