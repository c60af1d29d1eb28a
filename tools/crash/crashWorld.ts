/**
 * A whole Keyway whose processes each talk to database and clouds through proxies of their own, so
 * that a process is met at a certain call.
 */
import { randomBytes } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SANDBOX_AWS } from '@keyway/config';
import { openDatabase, type OpenedDatabase } from '@keyway/postgres';
import { programFile } from '../bundle/bundles.ts';
import { sandboxControl, type SandboxControl } from '../product/sandboxControl.ts';
import { freePorts } from '../product/startProduct.ts';
import { Part as Process } from '../start/part.ts';
import { readSandboxReport, type SandboxReport } from '../start/settings.ts';
import { waitUntilReady } from '../start/waitUntilReady.ts';
import { startCloudProxy } from './cloudProxy.ts';
import type { Part } from './coverage.ts';
import { startPostgresProxy, type Passing } from './postgresProxy.ts';
import type { Call } from './postgresCalls.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const STOP_MILLISECONDS = 10_000;
export const EARLIER = 'earlier-worker';

/** One process that is disturbed. */
export interface Disturbed {
  part: Part;
  name: string;
  /** Undefined while it is down. */
  pid(): number | undefined;
}

export type AskOf = (process: Disturbed, call: Call, when: 'before' | 'after') => Promise<Passing>;

export interface CrashWorld {
  /** Of each api. */
  urls: readonly string[];
  token: string;
  dataDir: string;
  database: OpenedDatabase;
  /** Apis and workers. */
  processes: Disturbed[];
  sandbox: SandboxControl;
  /** Where the emulated clouds listen, without a proxy in between. */
  clouds: string;
  stop(keepData: boolean): Promise<void>;
}

export interface CrashWorldOptions {
  apis: number;
  workers: number;
  ask: AskOf;
  /** The worker of the version before; it runs before anything of this one. */
  earlierWorker?: string;
  /** Environment of the process with this name, such as `worker-1`. */
  environmentOf?: (name: string) => Record<string, string>;
}

/** Starts processes that are started again when they die, each with a log of its own. */
class Processes {
  readonly #dataDir: string;
  readonly #all: Process[] = [];

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    mkdirSync(join(dataDir, 'logs'));
  }

  start(
    name: string,
    program: string,
    environment: Record<string, string>,
    onLine: (line: string) => void = () => undefined,
  ): Process {
    const log = createWriteStream(join(this.#dataDir, 'logs', `${name}.log`), { flags: 'a' });
    const common = { DATA_DIR: this.#dataDir, KEYWAY_POLL_SCALE: '0.01', LOG_LEVEL: 'info' };
    const started = new Process({
      name,
      program,
      environment: () => ({ ...process.env, ...common, ...environment }),
      onLine: (line) => {
        log.write(`${line}\n`);
        onLine(line);
      },
    });
    this.#all.push(started);
    started.start();
    return started;
  }

  async startSandbox(folder: string): Promise<SandboxReport> {
    const [, clouds, identity] = await freePorts();
    const own = {
      KEYWAY_SANDBOX_PORT: String(clouds),
      KEYWAY_SANDBOX_IDENTITY_PORT: String(identity),
      KEYWAY_SANDBOX_DIR: folder,
    };
    return new Promise((resolve) => {
      this.start('sandbox', join(root, 'apps', 'sandbox', 'src', 'main.ts'), own, (line) => {
        const report = readSandboxReport(line);
        if (report) resolve(report);
      });
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#all.map((one) => one.stop(STOP_MILLISECONDS)));
  }
}

const programOf = (part: 'worker' | 'api'): string => join(root, programFile(part));

async function untilSaid(file: string, what: string): Promise<void> {
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes(what))
    await new Promise((resolve) => setTimeout(resolve, 100));
}

export async function startCrashWorld(options: CrashWorldOptions): Promise<CrashWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'keyway-crash-'));
  const folder = join(dataDir, 'sandbox');
  const processes = new Processes(dataDir);
  const token = `kw_${randomBytes(24).toString('hex')}`;
  const [database, report] = await Promise.all([
    openDatabase({ dataDir }),
    processes.startSandbox(folder),
  ]);
  const closings: (() => Promise<void>)[] = [];
  const parts: Disturbed[] = [];
  const startPart = async (part: Part, name: string, own: Record<string, string>) => {
    const disturbed: Disturbed = { part, name, pid: () => running.pid };
    parts.push(disturbed);
    const ask = (call: Call, when: 'before' | 'after'): Promise<Passing> =>
      options.ask(disturbed, call, when);
    const postgres = await startPostgresProxy(database.url, ask);
    const cloud = await startCloudProxy(folder, report.address, ask);
    closings.push(postgres.close, cloud.close);
    const program = part === 'earlier worker' ? options.earlierWorker! : programOf(part);
    const running: Process = processes.start(name, program, {
      // The version before has one login for everything.
      DATABASE_URL: postgres.through(
        part === 'earlier worker' ? database.migrationUrl : database.url,
      ),
      DATABASE_MIGRATION_URL: database.migrationUrl,
      KEYWAY_CLOUD: 'sandbox',
      KEYWAY_SANDBOX_ADDRESS: cloud.address,
      KEYWAY_SANDBOX_CA: report.ca,
      AWS_ACCESS_KEY_ID: SANDBOX_AWS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: SANDBOX_AWS.secretAccessKey,
      ...own,
      ...options.environmentOf?.(name),
    });
  };
  const startApi = async (name: string): Promise<string> => {
    const [port] = await freePorts();
    const url = `http://127.0.0.1:${port}`;
    await startPart('api', name, {
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      KEYWAY_DRAIN_SECONDS: '0',
      KEYWAY_BOOTSTRAP_TOKEN: token,
      OIDC_ISSUER: report.identity,
    });
    await waitUntilReady(`${url}/readyz`, new AbortController().signal);
    return url;
  };
  const urls: string[] = [];
  if (options.earlierWorker) {
    // It made the database, and works on while this version migrates it.
    await startPart('earlier worker', EARLIER, { KEYWAY_WORKER_NAME: EARLIER });
    await untilSaid(join(dataDir, 'logs', `${EARLIER}.log`), '"msg":"worker ');
  }
  for (let number = 1; number <= options.apis; number += 1)
    urls.push(await startApi(`api-${number}`));
  for (let number = 1; number <= options.workers; number += 1)
    await startPart('worker', `worker-${number}`, { KEYWAY_WORKER_NAME: `worker-${number}` });
  return {
    urls,
    token,
    dataDir,
    database,
    processes: parts,
    sandbox: sandboxControl(report.address, join(folder, 'ca.pem')),
    clouds: report.address,
    stop: async (keepData) => {
      await processes.stop();
      await Promise.all(closings.map((close) => close()));
      await database.close();
      if (!keepData) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
