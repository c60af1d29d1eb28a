/** Starts the api (configuration, database, store, server) and stops it on SIGTERM or SIGINT. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, repeat, StartError, unknownVariables } from '@keyway/config';
import { redactText } from '@keyway/log';
import { openDatabase } from '@keyway/postgres';
import { findStartProblem, makeKeyWrappers, watchSealing } from '@keyway/sealing';
import { openStore, type Store } from '@keyway/store';
import { startTelemetry } from '@keyway/telemetry';
import type { Logger } from 'pino';
import { readConfig, type Config } from './config.ts';
import { LISTENS_TO } from './listensTo.ts';
import { makeLog } from './log.ts';
import { reachProviders } from './signIn/reachProviders.ts';
import { startServer } from './server.ts';
import { VERSION } from './version.ts';

const SWEEP_INTERVAL_MILLISECONDS = 10 * 60_000;
/** How long running requests may take after the drain time. */
const MAX_STOP_MILLISECONDS = 15_000;

function exitForConfig(error: ConfigError): never {
  process.stderr.write(`Keyway's api cannot start:\n${error.message.replace(/^/gm, '  ')}\n`);
  process.exit(78); // EX_CONFIG: a restart won't help
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return exitForConfig(error);
  }
}

/** An invalid identifier stops the start; an unreachable vault doesn't. */
async function checkSealing(config: Config, store: Store, log: Logger): Promise<void> {
  const problem = await findStartProblem(store.sealing, config.sealing?.key ?? null);
  if (problem?.wrong) throw new ConfigError([problem.message]);
  if (problem) log.warn(problem.message);
}

async function run(config: Config): Promise<void> {
  const log = makeLog(config.logLevel, undefined, config.telemetry !== null);
  const instance = randomUUID();
  const telemetry = await startTelemetry(config.telemetry, { version: VERSION, instance, log });
  for (const { name, meant } of unknownVariables(process.env))
    log.warn(`${name} is read by no process.${meant ? ` Did you mean ${meant}?` : ''}`);
  reachProviders(config);
  const database = await openDatabase({
    databaseUrl: config.databaseUrl ?? undefined,
    migrationUrl: config.databaseMigrationUrl ?? undefined,
    dataDir: config.dataDir,
  });
  const store = await openStore({
    url: database.url,
    migrationUrl: database.migrationUrl,
    ...(config.databaseDirectUrl && { directUrl: config.databaseDirectUrl }),
    replicaUrl: config.databaseReplicaUrl,
    cloud: config.sandbox ? 'sandbox' : 'real',
    dataDir: config.dataDir,
    sealing: await makeKeyWrappers(config.sealing),
    lostSealingKey: config.lostSealingKey,
    pollScale: config.pollScale,
    retention: config.retention,
    applicationName: 'keyway-api',
    listensTo: LISTENS_TO,
    onWarning: (message) => log.warn(message),
  });
  await checkSealing(config, store, log);
  const { partnerId } = await store
    .system()
    .bootstrap({ partnerName: config.partnerName, bootstrapToken: config.bootstrapToken });
  const server = await startServer({ config, store, partnerId, log });
  telemetry.exportFigures(server.figures);
  const stopSweeping = repeat(
    () =>
      store
        .system()
        .sweep()
        .catch((error: unknown) => log.warn({ err: error }, 'sweeping failed')),
    SWEEP_INTERVAL_MILLISECONDS,
  );
  const stopWatching = watchSealing(store.sealing, { log, rewraps: false });

  let stopping = false;
  const stopNow = new AbortController();
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return stopNow.abort();
    stopping = true;
    log.info({ signal, inSeconds: config.drainSeconds }, 'the api is stopping');
    server.drain();
    await sleep(config.drainSeconds * 1000, undefined, { signal: stopNow.signal }).catch(
      () => undefined,
    );
    setTimeout(() => process.exit(1), MAX_STOP_MILLISECONDS).unref();
    await server.close();
    await Promise.all([stopSweeping(), stopWatching()]);
    await store.close();
    await database.close();
    await telemetry.stop();
    log.info('the api stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  // Last: whoever reads this may stop the api.
  log.info(
    { at: server.url, publicUrl: config.publicUrl, sandbox: config.sandbox },
    'the api is listening',
  );
}

run(configOrExit()).catch((error: unknown) => {
  if (error instanceof ConfigError) exitForConfig(error);
  process.stderr.write(
    `Keyway's api cannot start: ${redactText(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  );
  process.exit(error instanceof StartError && error.final ? 78 : 1);
});
