/** Opens the store on a database: migrates it, opens the pools, listens. */
import { randomUUID } from 'node:crypto';
import { makeDataDir } from '@keyway/config';
import { AuthorizationCodeStore } from './access/authorizationCodeStore.ts';
import { onBulkChange } from './bulk/bulkChanges.ts';
import { BulkQueue } from './bulk/bulkQueue.ts';
import { onDryRunChange } from './dryRuns/dryRunChanges.ts';
import { DryRunQueue } from './dryRuns/dryRunQueue.ts';
import { ChangeFeed } from './runs/changeFeed.ts';
import { ConnectionTrials } from './connections/connectionTrials.ts';
import { CredentialExpiries } from './connections/credentialExpiries.ts';
import { DatabaseEras } from './continuity/databaseEras.ts';
import { eraFigures } from './continuity/eraFigures.ts';
import { restoreClosed } from './continuity/moveDatabase.ts';
import { KeptRows } from './database/keptRows.ts';
import { ReadReplica } from './database/readReplica.ts';
import { Database, type DatabaseOptions } from './database/database.ts';
import { openSealing } from './sealing/openSealing.ts';
import { EffectQueue } from './effects/effectQueue.ts';
import { queueDepth } from './effects/queueDepth.ts';
import { CheckpointStore } from './evidence/checkpointStore.ts';
import { HookStore } from './hooks/hookStore.ts';
import { Inboxes } from './inbox/inbox.ts';
import { KnownRuns } from './runs/knownRuns.ts';
import { assertCloudMode, loginWarning, type CloudMode } from './startup/installation.ts';
import { Notifications } from './database/notifications.ts';
import { partnerStore } from './partnerStore.ts';
import { migrateDatabase } from './startup/migrateDatabase.ts';
import type { Addresses, PreparedDatabase } from './startup/prepareDatabase.ts';
import { rateCounts } from './rateCounts.ts';
import { DEFAULT_RETENTION } from './retention/retention.ts';
import { onAlertChange } from './watch/alertChanges.ts';
import { healthChanges } from './watch/healthChanges.ts';
import { attentionFigures } from './watch/attentionFigures.ts';
import { observationDepth } from './watch/observationFigures.ts';
import { ObservationQueue } from './watch/observationQueue.ts';
import { VaultProbes } from './probes/vaultProbes.ts';
import { webhookFigures } from './webhooks/webhookFigures.ts';
import { WebhookQueue } from './webhooks/webhookQueue.ts';
import { rewrapKeys, wrappersInUse } from './sealing/rewrapKeys.ts';
import type { Sealing } from './sealing/sealing.ts';
import type { SealingKeys } from './sealing/sealingKeys.ts';
import type { OpenStoreOptions } from './openStoreOptions.ts';
import type { Store } from './store.ts';
import { SystemStore } from './systemStore.ts';

/**
 * Migrates the database, opens its connections and listens for changes.
 * @throws StartError where the database can't be used or belongs to another `cloud`, or where the
 * local key file is missing or another one than the database's.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { url, dataDir, pollScale = 1, applicationName = 'keyway', maxConnections = 8 } = options;
  const { onWarning = () => undefined } = options;
  makeDataDir(dataDir);
  const { roles, isRestored } = await prepared(options, onWarning);
  const common = { url, roles, now: options.now ?? null, onWarning };
  const database = new Database({ ...common, applicationName, maxConnections });
  const closedOn = (error: unknown): Promise<never> =>
    database.close().then(() => Promise.reject(error));
  await checkInstallation(database, options.cloud ?? null, onWarning).catch(closedOn);
  const eras = erasOf(database, dataDir, { ...common, applicationName });
  await eras.start({ isRestored }).catch(closedOn);
  const sealing = await sealingOf(database, options, onWarning).catch(closedOn);
  const notifications = new Notifications(
    options.directUrl ?? url,
    applicationName,
    onWarning,
    options.listensTo,
  );
  const monitoring = openMonitoring({ ...common, applicationName }, pollScale);
  eras.onNew(() => [database, notifications, monitoring].forEach((one) => one.reconnect()));
  const retention = { ...DEFAULT_RETENTION, ...options.retention };
  const shared = { database, kept: new KeptRows(), sealing, pollScale, retention };
  const replica = replicaOf(database, options.replicaUrl ?? null, {
    ...common,
    ...{ applicationName: `${applicationName}-replica`, maxConnections },
  });
  const keptOfReplica = new KeptRows();
  const knownRuns = new KnownRuns(shared);
  const holder = options.holder ?? randomUUID();
  const queue = new EffectQueue(database, notifications, { holder, sealing, knownRuns, onWarning });
  const watching = { holder, ...shared, onWarning };
  const observations = new ObservationQueue(database, notifications, watching);
  const bulk = new BulkQueue(database, notifications, { sealing, pollScale, onWarning });
  const feed = new ChangeFeed(database, notifications, onWarning);
  const system = new SystemStore({ ...shared, knownRuns });
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    sealing.keys.close();
    feed.close();
    await eras.close();
    await notifications.close();
    await Promise.all([database.close(), monitoring.close(), replica?.close()]);
  };
  try {
    await notifications.start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    forPartner: (scope, principal = null) => partnerStore(scope, principal, shared),
    fromReplica: async (scope, principal) => {
      const from = await replica?.current();
      return from
        ? partnerStore(scope, principal, { ...shared, database: from, kept: keptOfReplica })
        : null;
    },
    system: () => system,
    queue,
    trials: new ConnectionTrials(database, notifications, pollScale),
    ...{ bulk, observations, expiries: new CredentialExpiries(database) },
    dryRuns: new DryRunQueue(database, notifications, { sealing, holder }),
    hooks: new HookStore(database, notifications, pollScale),
    probes: new VaultProbes(database, notifications),
    webhooks: new WebhookQueue(database, notifications, watching),
    inboxes: new Inboxes(database, notifications, { sealing, retention }),
    authorizationCodes: new AuthorizationCodeStore(database),
    eras,
    ...announcedBy(notifications),
    ...{ health: healthChanges(database, notifications), checkpoints: new CheckpointStore(shared) },
    sealing: sealingKeys(database, sealing),
    onChange: (listener) => feed.on(listener),
    now: () => database.clock.now(),
    clockSkewSeconds: () => database.clock.skewMilliseconds / 1000,
    ping: () => database.ping(),
    monitoring,
    close: () => (closing ??= close()),
  };
}

const addressesOf = ({ url, migrationUrl = url }: OpenStoreOptions): Addresses => ({
  url,
  migrationUrl,
});

/** `isRestored`: the era is still to begin, since no closed database had to be opened for it. */
async function prepared(
  options: OpenStoreOptions,
  report: (message: string) => void,
): Promise<PreparedDatabase & { isRestored: boolean }> {
  const addresses = addressesOf(options);
  const isRestored =
    options.isRestored === true &&
    !(await restoreClosed({ ...addresses, dataDir: options.dataDir, report }));
  return { ...(await migrateDatabase(addresses, report)), isRestored };
}

const sealingOf = (
  database: Database,
  { dataDir, sealing, lostSealingKey }: OpenStoreOptions,
  onWarning: (message: string) => void,
): ReturnType<typeof openSealing> =>
  openSealing(database, {
    dataDir,
    wrappers: sealing ?? { wrapper: null, former: [] },
    lost: lostSealingKey ?? null,
    onWarning,
  });

const erasOf = (
  database: Database,
  dataDir: string,
  options: Omit<DatabaseOptions, 'maxConnections'>,
): DatabaseEras =>
  new DatabaseEras({
    ...{ database, dataDir, onWarning: options.onWarning },
    connect: () =>
      new Database({
        ...options,
        ...{ applicationName: `${options.applicationName}-era`, maxConnections: 1 },
      }),
  });

const replicaOf = (
  primary: Database,
  url: string | null,
  options: DatabaseOptions,
): ReadReplica | null => (url === null ? null : new ReadReplica({ ...options, primary, url }));

const announcedBy = (
  notifications: Notifications,
): Pick<Store, 'onAlertChange' | 'onBulkChange' | 'onDryRunChange'> => ({
  onAlertChange: (listener) => onAlertChange(notifications, listener),
  onBulkChange: (listener) => onBulkChange(notifications, listener),
  onDryRunChange: (listener) => onDryRunChange(notifications, listener),
});

function openMonitoring(
  options: Omit<DatabaseOptions, 'maxConnections'>,
  pollScale: number,
): Store['monitoring'] & Pick<Database, 'close' | 'reconnect'> {
  const applicationName = `${options.applicationName}-monitoring`;
  const database = new Database({ ...options, applicationName, maxConnections: 2 });
  return {
    ping: () => database.ping(),
    depth: () => queueDepth(database),
    observations: () => observationDepth(database, pollScale),
    webhooks: () => webhookFigures(database),
    attention: () => attentionFigures(database),
    era: () => eraFigures(database, pollScale),
    rates: rateCounts(database),
    close: () => database.close(),
    reconnect: () => database.reconnect(),
  };
}

async function checkInstallation(
  database: Database,
  cloud: CloudMode | null,
  onWarning: (message: string) => void,
): Promise<void> {
  if (!cloud) return;
  await assertCloudMode(database, cloud);
  const warning = cloud === 'real' ? await loginWarning(database) : null;
  if (warning) onWarning(warning);
}

function sealingKeys(database: Database, sealing: Sealing): SealingKeys {
  const { keys } = sealing;
  return {
    get problem() {
      return keys.problem;
    },
    check: () => keys.check(),
    rewrap: () => rewrapKeys(database, sealing),
    inUse: () => wrappersInUse(database),
  };
}
