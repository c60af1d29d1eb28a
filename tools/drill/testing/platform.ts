/**
 * Keyway as a platform runs it: several apis behind a load balancer, several workers, an outside
 * database that was migrated by a job.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aProxy, type TestSandbox } from '@keyway/testing';
import { LISTENING, WORKING, type Started } from '../../testing/listenTo.ts';
import { Processes, requireEnd, STOPPING, type Programs } from './processes.ts';

type Api = Started & { url: string; drains: boolean };

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
  /** From here on, bundles are started. Their migrations are applied beside what runs. */
  upgrade(): Promise<void>;
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
  /** What is started until the upgrade; otherwise the bundles are, on a migrated database. */
  earlier?: Programs;
}

export async function aPlatform(options: PlatformOptions): Promise<Platform> {
  const { token, earlier } = options;
  const folder = mkdtempSync(join(tmpdir(), 'keyway-drill-'));
  const processes = new Processes(folder, options.sealingKey, sharedSettings(options, folder));
  const proxy = await aProxy();
  const apis: Api[] = [];
  const workers: Started[] = [];
  let programs = earlier ?? ofBundles(options);

  const addWorker = async (): Promise<void> => {
    const worker = processes.start(programs.of.worker, programs.settings);
    await worker.said(WORKING);
    workers.push(worker);
  };
  const addApi = async (): Promise<void> => {
    const { of, settings, drains } = programs;
    // What drains is asked to end when it has nothing to answer, so that no clock decides.
    const own = { PORT: '0', KEYWAY_DRAIN_SECONDS: drains ? '300' : '0' };
    const api = processes.start(of.api, { ...settings, ...own, KEYWAY_BOOTSTRAP_TOKEN: token });
    const url = (await api.said(LISTENING))[1]!;
    await proxy.add(url);
    apis.push({ ...api, url, drains });
  };
  const close = async (): Promise<void> => {
    await processes.killAll();
    await proxy.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
  const upgrade = async (): Promise<void> => {
    const migration = processes.start([join(options.bundles, 'operate.js'), 'migrate'], {
      DATABASE_URL: options.directUrl,
      DATABASE_MIGRATION_URL: options.migrationUrl,
    });
    await requireEnd(migration);
    programs = ofBundles(options);
  };
  if (!earlier)
    await upgrade().catch(async (error: unknown) => {
      await close();
      throw error;
    });
  return {
    ...{ url: proxy.url, token, addWorker, addApi, upgrade, close },
    async replaceWorker() {
      await addWorker();
      const worker = workers.shift()!;
      worker.child.kill('SIGTERM');
      await requireEnd(worker);
    },
    async replaceApi() {
      await addApi();
      const api = apis.shift()!;
      const { child, said, url, drains } = api;
      if (drains) {
        child.kill('SIGTERM');
        await said(STOPPING);
      } else proxy.retire(url);
      await proxy.drained(url);
      // It waits for nothing more; a second signal says so to what drains.
      child.kill('SIGTERM');
      await requireEnd(api);
      proxy.remove(url);
    },
    async killWorker() {
      const { child, ended } = workers.shift()!;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const ofBundles = ({ bundles, databaseUrl, directUrl }: PlatformOptions): Programs => ({
  of: { api: [join(bundles, 'api.js')], worker: [join(bundles, 'worker.js')] },
  settings: { DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: directUrl },
  drains: true,
});

function sharedSettings(
  { sandbox, pollScale }: PlatformOptions,
  folder: string,
): NodeJS.ProcessEnv {
  const certificate = join(folder, 'ca.pem');
  writeFileSync(certificate, sandbox.ca);
  return {
    PATH: process.env['PATH'],
    KEYWAY_CLOUD: 'sandbox',
    KEYWAY_SANDBOX_ADDRESS: `${sandbox.host}:${sandbox.port}`,
    KEYWAY_SANDBOX_CA: certificate,
    KEYWAY_POLL_SCALE: String(pollScale),
  };
}
