/** The worker process: does effects and polling. Several may run on one database. */
import { readFileSync } from 'node:fs';
import { createAdobeConnector } from '@keyway/connector-adobe';
import { createAzureConnector } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import { checkedAtStart, makeKeyWrappers, watchSealing } from '@keyway/sealing';
import { openDatabase, openStore, StartFault } from '@keyway/store';
import { ConfigError, readWorkerConfig, sandboxPlace, type WorkerConfig } from './workerConfig.ts';
import { workerLog } from './workerLog.ts';
import { repeat } from './repeat.ts';
import { reportWorker } from './reportWorker.ts';
import { resumeLostWork } from './resumeLostWork.ts';
import { trialLoop } from './trials/trialLoop.ts';
import { workLoop } from './workLoop.ts';

function sandboxAgent(config: WorkerConfig): SandboxAgent | undefined {
  if (config.KEYWAY_CLOUD !== 'sandbox') return undefined;
  const { host, port } = sandboxPlace(config.KEYWAY_SANDBOX_ADDRESS!);
  return new SandboxAgent({ host, port, ca: readFileSync(config.KEYWAY_SANDBOX_CA!, 'utf8') });
}

async function main(): Promise<void> {
  const config = readWorkerConfig(process.env);
  const log = workerLog(config.LOG_LEVEL);
  const database = await openDatabase({
    databaseUrl: config.DATABASE_URL,
    migrationUrl: config.DATABASE_MIGRATION_URL,
    dataDir: config.DATA_DIR,
  });
  const store = await openStore({
    url: database.url,
    migrationUrl: database.migrationUrl,
    ...(config.DATABASE_DIRECT_URL && { directUrl: config.DATABASE_DIRECT_URL }),
    cloud: config.KEYWAY_CLOUD,
    dataDir: config.DATA_DIR,
    sealing: await makeKeyWrappers(config.sealing),
    lostSealingKey: config.KEYWAY_SEALING_KEY_LOST ?? null,
    pollScale: config.KEYWAY_POLL_SCALE,
    applicationName: 'keyway-worker',
    ...(config.KEYWAY_WORKER_NAME ? { holder: config.KEYWAY_WORKER_NAME } : {}),
    onWarning: (message) => log.warn(message),
  });
  const complaint = await checkedAtStart(store.sealing, config.sealing?.key ?? null);
  if (complaint?.wrong) throw new ConfigError(complaint.message);
  if (complaint) log.warn(complaint.message);
  const agent = sandboxAgent(config);
  const deps = {
    store,
    azure: createAzureConnector(agent ? { agent } : {}),
    adobe: createAdobeConnector(agent ? { agent } : {}),
    timeScale: config.KEYWAY_POLL_SCALE,
    log,
  };
  const shutdown = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => shutdown.abort());
  // A predecessor that was killed left its work leased; it cannot be at it any more.
  const takenBack = await store.queue.takeBack();
  log.info(
    { takenBack, cloud: config.KEYWAY_CLOUD, pollScale: config.KEYWAY_POLL_SCALE },
    'worker is working',
  );
  const stopWatching = watchSealing(store.sealing, { log, rewraps: true });
  const repeated = [repeat(() => resumeLostWork(deps)), repeat(() => reportWorker(deps))];
  await Promise.all([
    workLoop(deps, config.KEYWAY_WORKER_CONCURRENCY, shutdown.signal),
    trialLoop(deps, shutdown.signal),
  ]);
  await Promise.all([stopWatching(), ...repeated.map((stop) => stop())]);
  await store.close();
  await database.close();
  log.info('worker stopped');
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(`The worker cannot start:\n${error.message}`);
  else console.error(error);
  process.exit(
    error instanceof ConfigError || (error instanceof StartFault && error.final) ? 78 : 1,
  ); // EX_CONFIG: starting again will not help
});
