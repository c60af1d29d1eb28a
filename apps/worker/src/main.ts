/** The worker process: runs effects and polls. Several may run on one database. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { ConfigError, repeat, StartError } from '@keyway/config';
import { createAdobeConnector, createAdobeEventsConnector } from '@keyway/connector-adobe';
import { createAwsConnector, environmentIdentity } from '@keyway/connector-aws';
import { createAzureConnector, createVaultProbe, resolveHost } from '@keyway/connector-azure';
import { cloudAgent } from '@keyway/connector-transport';
import { redactText } from '@keyway/log';
import { openDatabase } from '@keyway/postgres';
import { findStartProblem, makeKeyWrappers, watchSealing } from '@keyway/sealing';
import { openStore, retentionOf, type Store } from '@keyway/store';
import { startTelemetry } from '@keyway/telemetry';
import { announceEras } from './announceEras.ts';
import { applyPolicyChanges } from './applyPolicyChanges.ts';
import { Occupancy } from './occupancy.ts';
import { beginWatches } from './watch/beginWatches.ts';
import { ObservationCounts } from './watch/observationCounts.ts';
import { watchLoop } from './watch/watchLoop.ts';
import { hookLoop } from './hooks/hookLoop.ts';
import { dryRunLoop } from './dryRuns/dryRunLoop.ts';
import { bulkLoop } from './bulkLoop.ts';
import { CHECKPOINT_PASS_MILLISECONDS, Checkpoints } from './checkpoints.ts';
import { fillInboxes, forgetInboxes, INBOX_PASS_MILLISECONDS } from './inbox/fillInboxes.ts';
import { createMailer } from './inbox/mailer.ts';
import { CHAT_PASS_MILLISECONDS, sendChats } from './inbox/sendChats.ts';
import { DIGEST_PASS_MILLISECONDS, sendDigests } from './inbox/sendDigests.ts';
import { readWorkerSettings, type WorkerSettings } from './readWorkerSettings.ts';
import { rebuildReadModels } from './rebuildReadModels.ts';
import type { WorkerDependencies } from './runEffect.ts';
import { reportWorker } from './reportWorker.ts';
import { resumeLostWork } from './resumeLostWork.ts';
import { probeLoop } from './probes/probeLoop.ts';
import { trialLoop } from './trials/trialLoop.ts';
import { EXPIRY_PASS_MILLISECONDS, warnOfExpiry } from './warnOfExpiry.ts';
import { forgetDeliveries } from './webhooks/forgetDeliveries.ts';
import { deliveryLoop } from './webhooks/deliveryLoop.ts';
import { VERSION } from './version.ts';
import { workerFigures } from './workerFigures.ts';
import { workerLog } from './workerLog.ts';
import { workLoop } from './workLoop.ts';

function agentOf({ cloud, sandboxAddress, sandboxCa, proxy }: WorkerSettings) {
  const isSandbox = cloud === 'sandbox';
  return cloudAgent(
    isSandbox ? { ...sandboxAddress!, ca: readFileSync(sandboxCa!, 'utf8') } : null,
    proxy,
  );
}

const CHANNELS = [
  'keyway_effect',
  'keyway_trial',
  'keyway_bulk',
  'keyway_dry_run',
  'keyway_watch',
  'keyway_hook',
  'keyway_webhook',
  'keyway_probe',
] as const;

/** The sandbox and a proxy resolve names themselves. */
const vaultProbe = (agent: ReturnType<typeof agentOf>) =>
  createVaultProbe({ agent, resolve: agent ? null : resolveHost });

/** Without a mail server and an address that mail comes from, nothing is sent. */
function repeatDigests(
  { store, log }: Pick<WorkerDependencies, 'store' | 'log'>,
  { smtpServer, mailFrom, publicUrl }: WorkerSettings,
  signal: AbortSignal,
) {
  if (!smtpServer || !mailFrom) return [];
  const mailer = createMailer(smtpServer, mailFrom);
  const deps = { store, log, mailer, from: mailFrom, publicUrl };
  return [repeat(() => sendDigests(deps, signal), DIGEST_PASS_MILLISECONDS)];
}

async function openWorkerStore(
  settings: WorkerSettings,
  database: Awaited<ReturnType<typeof openDatabase>>,
  log: WorkerDependencies['log'],
): Promise<Store> {
  return openStore({
    url: database.url,
    migrationUrl: database.migrationUrl,
    ...(settings.databaseDirectUrl && { directUrl: settings.databaseDirectUrl }),
    cloud: settings.cloud,
    dataDir: settings.dataDir,
    sealing: await makeKeyWrappers(settings.sealing),
    lostSealingKey: settings.lostSealingKey,
    pollScale: settings.pollScale,
    retention: retentionOf(settings),
    applicationName: 'keyway-worker',
    listensTo: CHANNELS,
    ...(settings.workerName && { holder: settings.workerName }),
    onWarning: (message) => log.warn(message),
  });
}

async function observed({ telemetry, logLevel, workerName }: WorkerSettings) {
  const log = workerLog(logLevel, undefined, telemetry !== null);
  const about = { version: VERSION, instance: workerName ?? randomUUID(), log };
  return { log, telemetry: await startTelemetry(telemetry, about) };
}

async function main(): Promise<void> {
  const settings = readWorkerSettings(process.env);
  const { log, telemetry } = await observed(settings);
  const database = await openDatabase({
    databaseUrl: settings.databaseUrl ?? undefined,
    migrationUrl: settings.databaseMigrationUrl ?? undefined,
    dataDir: settings.dataDir,
  });
  const store = await openWorkerStore(settings, database, log);
  const problem = await findStartProblem(store.sealing, settings.sealing?.key ?? null);
  if (problem?.wrong) throw new ConfigError([problem.message]);
  if (problem) log.warn(problem.message);
  const agent = agentOf(settings);
  const adobeEvents = createAdobeEventsConnector(agent ? { agent } : {});
  const deps = {
    store,
    azure: createAzureConnector(agent ? { agent } : {}),
    adobe: createAdobeConnector(agent ? { agent } : {}),
    aws: createAwsConnector({
      ...(agent && { agent }),
      ...(settings.cloud === 'sandbox' && { identity: environmentIdentity(process.env) }),
    }),
    vaults: vaultProbe(agent),
    timeScale: settings.pollScale,
    log,
  };
  const shutdown = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => shutdown.abort());
  // Work that the worker of this name held when it was killed.
  const held = [store.queue, store.observations, store.webhooks, store.dryRuns];
  const taken = await Promise.all(held.map((queue) => queue.takeBack()));
  const reclaimed = taken.reduce((sum, count) => sum + count, 0);
  log.info({ reclaimed, cloud: settings.cloud, pollScale: settings.pollScale }, 'worker started');
  const counts = new ObservationCounts();
  const occupancy = new Occupancy(settings.workerConcurrency);
  if (settings.telemetry?.exportsMetrics) telemetry.exportFigures(await workerFigures(occupancy));
  const stopWatching = watchSealing(store.sealing, { log, rewraps: true });
  const checkpoints = new Checkpoints(deps);
  const { webhookAllow: allowed, proxy, publicUrl } = settings;
  const outbound = { ...deps, allowed, proxy, publicUrl };
  const repeated = [
    repeat(() => resumeLostWork(deps)),
    repeat(() => reportWorker(deps, counts)),
    repeat(() => rebuildReadModels(deps, shutdown.signal)),
    repeat(() => applyPolicyChanges(deps, shutdown.signal), 2000),
    repeat(() => announceEras(deps, shutdown.signal)),
    repeat(() => beginWatches(deps, shutdown.signal), 2000),
    repeat(() => forgetDeliveries(deps)),
    repeat(() => fillInboxes(deps, shutdown.signal), INBOX_PASS_MILLISECONDS),
    repeat(() => forgetInboxes(deps)),
    ...repeatDigests(deps, settings, shutdown.signal),
    repeat(() => sendChats(outbound, shutdown.signal), CHAT_PASS_MILLISECONDS),
    repeat(() => warnOfExpiry(deps, shutdown.signal), EXPIRY_PASS_MILLISECONDS),
    repeat(() => checkpoints.pass(shutdown.signal), CHECKPOINT_PASS_MILLISECONDS),
  ];
  await Promise.all([
    workLoop(deps, settings.workerConcurrency, shutdown.signal, occupancy),
    watchLoop(deps, occupancy, shutdown.signal, counts),
    trialLoop(deps, shutdown.signal),
    probeLoop(deps, shutdown.signal),
    bulkLoop(deps, shutdown.signal),
    dryRunLoop(deps, occupancy, shutdown.signal),
    hookLoop({ ...deps, adobeEvents }, shutdown.signal),
    deliveryLoop(outbound, shutdown.signal),
  ]);
  await Promise.all([stopWatching(), ...repeated.map((stop) => stop())]);
  await store.close();
  await database.close();
  await telemetry.stop();
  log.info('worker stopped');
}

main().catch((error: unknown) => {
  const isKnown = error instanceof ConfigError || error instanceof StartError;
  const said = isKnown ? error.message : inspect(error);
  process.stderr.write(
    `${isKnown ? 'The worker cannot start' : 'The worker ended'}: ${redactText(said)}\n`,
  );
  process.exit(
    error instanceof ConfigError || (error instanceof StartError && error.final) ? 78 : 1,
  ); // EX_CONFIG: starting again will not help
});
