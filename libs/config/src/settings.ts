/**
 * Every setting of every process, in the order of the documentation. A setting is an environment
 * variable; `docs/operations/configuration.md` lists them from here.
 */
import { postgresUrl } from './addressTypes.ts';
import { MAIL_SETTINGS } from './mailSettings.ts';
import { NETWORK_SETTINGS } from './networkSettings.ts';
import { RETENTION_SETTINGS } from './retentionSettings.ts';
import { SANDBOX_SETTINGS } from './sandboxSettings.ts';
import { SIGN_IN_SETTINGS } from './signInSettings.ts';
import { TELEMETRY_SETTINGS } from './telemetrySettings.ts';
import { optional, setting, type Declared, type ProcessName } from './setting.ts';
import * as type from './settingTypes.ts';
import { TLS_SETTINGS } from './tlsSettings.ts';

const EVERYWHERE = ['api', 'worker', 'sandbox'] as const;
const SERVERS = ['api', 'worker'] as const;
const EXAMPLE_DATABASE = 'postgresql://keyway:secret@db.example.com:5432/keyway';
const EXAMPLE_KEY = 'https://keyway-seal.vault.azure.net/keys/data-keys';
const SEE_DATABASE = 'See [the database](#the-database)';
const SEE_AWS = 'See [Keyway’s identity in AWS](#keyways-identity-in-aws)';
const SEE_SEALING = 'See [the key that seals credentials](#the-key-that-seals-credentials)';

/** Every setting by its key. `readSettings` reads those of one process, in this order. */
export const SETTINGS = {
  port: setting({
    name: 'PORT',
    description: 'Port of the console and the API',
    type: type.port,
    default: 4000,
    example: '4000',
    usedBy: SERVERS,
  }),
  host: setting({
    name: 'HOST',
    description: 'Address that the api listens on',
    type: type.host,
    default: '127.0.0.1',
    example: '127.0.0.1',
    usedBy: ['api'],
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    description:
      'Address that people open in the browser; plain http only for localhost. See [a path of its own](#a-path-of-its-own)',
    type: type.publicAddress,
    default: ({ port }: { port: number }) => `http://localhost:${port}`,
    defaultText: '`http://localhost:$PORT`',
    example: 'https://keyway.example.com',
    usedBy: SERVERS,
  }),
  ...TLS_SETTINGS,
  databaseUrl: optional({
    name: 'DATABASE_URL',
    description: `PostgreSQL 15 or newer, or a connection pooler in front of it. ${SEE_DATABASE}`,
    type: postgresUrl,
    defaultText: 'embedded PostgreSQL under `DATA_DIR`',
    example: EXAMPLE_DATABASE,
    usedBy: SERVERS,
    secret: true,
  }),
  databaseMigrationUrl: optional({
    name: 'DATABASE_MIGRATION_URL',
    description: 'Login that owns the tables and creates roles; used for migrations only',
    type: postgresUrl,
    defaultText: '`DATABASE_URL`',
    example: EXAMPLE_DATABASE,
    usedBy: SERVERS,
    secret: true,
  }),
  databaseDirectUrl: optional({
    name: 'DATABASE_DIRECT_URL',
    description: 'The database itself where `DATABASE_URL` is a pooler; used for `LISTEN` only',
    type: postgresUrl,
    defaultText: '`DATABASE_URL`',
    example: EXAMPLE_DATABASE,
    usedBy: SERVERS,
    secret: true,
  }),
  databaseReplicaUrl: optional({
    name: 'DATABASE_REPLICA_URL',
    description:
      'A streaming standby of `DATABASE_URL` that answers queries with the header `x-keyway-read: replica`',
    type: postgresUrl,
    defaultText: 'the primary answers all',
    example: EXAMPLE_DATABASE,
    usedBy: ['api'],
    secret: true,
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    description: 'Folder of the embedded database, the sealing key, logs and the sandbox',
    type: type.folder,
    default: '.keyway',
    example: '/var/lib/keyway',
    usedBy: EVERYWHERE,
  }),
  cloud: setting({
    name: 'KEYWAY_CLOUD',
    description: 'Which clouds are called. A database keeps the value of its first start',
    type: type.oneOf('real', 'sandbox'),
    default: 'real',
    defaultText: '`real`; `sandbox` with `npm start`',
    example: 'sandbox',
    usedBy: SERVERS,
  }),
  sandboxAddress: optional({
    name: 'KEYWAY_SANDBOX_ADDRESS',
    description: 'Where every cloud connection goes in sandbox mode',
    type: type.hostAndPort,
    defaultText: 'set by `npm start`',
    example: '127.0.0.1:8443',
    usedBy: SERVERS,
  }),
  sandboxCa: optional({
    name: 'KEYWAY_SANDBOX_CA',
    description: 'PEM file of the sandbox’s certificate authority',
    type: type.file,
    defaultText: 'set by `npm start`',
    example: '.keyway/sandbox/ca.pem',
    usedBy: SERVERS,
  }),
  awsPrincipal: optional({
    name: 'KEYWAY_AWS_PRINCIPAL',
    description: `ARN that Keyway signs in with at AWS: an account, a role or a user. Customers’ trust policies name it. ${SEE_AWS}`,
    type: type.awsPrincipal,
    defaultText: 'none: AWS can’t be connected; in sandbox mode the sandbox’s account',
    example: 'arn:aws:iam::444455556666:role/keyway-worker',
    usedBy: ['api'],
  }),
  ...SIGN_IN_SETTINGS,
  bootstrapToken: optional({
    name: 'KEYWAY_BOOTSTRAP_TOKEN',
    description: 'On an empty database: the API token of the partner’s owner',
    type: type.token,
    defaultText: 'none; created with the demo',
    example: `kw_${'0123456789abcdef'.repeat(2)}`,
    usedBy: ['api'],
    secret: true,
  }),
  partnerName: setting({
    name: 'KEYWAY_PARTNER_NAME',
    description: 'On an empty database: the partner’s name in the console',
    type: type.visibleName,
    default: ({ cloud }: { cloud: string }) =>
      cloud === 'sandbox' ? 'Northwind Partners' : 'My organization',
    defaultText: '`My organization`; in sandbox mode `Northwind Partners`',
    example: 'Northwind Partners',
    usedBy: ['api'],
  }),
  sealingKeyId: optional({
    name: 'KEYWAY_SEALING_KEY_ID',
    description: `Key Vault key that wraps the data keys, with or without a version. ${SEE_SEALING}`,
    type: type.text,
    defaultText: 'the local key file',
    example: EXAMPLE_KEY,
    usedBy: SERVERS,
  }),
  sealingFormerKeyIds: setting({
    name: 'KEYWAY_SEALING_FORMER_KEY_IDS',
    description: 'Keys that still unwrap what they wrapped',
    type: type.list('identifiers of Key Vault keys'),
    default: [],
    defaultText: 'none',
    example: EXAMPLE_KEY,
    usedBy: SERVERS,
  }),
  lostSealingKey: optional({
    name: 'KEYWAY_SEALING_KEY_LOST',
    description: `Fingerprint of a lost local key file that a new one may replace. ${SEE_SEALING}`,
    type: type.keyFingerprint,
    example: '0123456789abcdef',
    usedBy: SERVERS,
  }),
  pollScale: setting({
    name: 'KEYWAY_POLL_SCALE',
    description: 'Multiplies every polling and propagation delay, but never a `Retry-After`',
    type: type.scale,
    default: 1,
    defaultText: '1; 0.02 with the demo',
    example: '0.01',
    usedBy: EVERYWHERE,
  }),
  webhookAllow: setting({
    name: 'KEYWAY_WEBHOOK_ALLOW',
    description:
      'Private networks whose receivers webhooks may call, also by plain http. All others must be public and https',
    type: type.ipRanges,
    default: [],
    defaultText: 'none',
    example: '10.20.0.0/16,127.0.0.1',
    usedBy: SERVERS,
  }),
  ...NETWORK_SETTINGS,
  ...MAIL_SETTINGS,
  workerConcurrency: setting({
    name: 'KEYWAY_WORKER_CONCURRENCY',
    description: 'Effects that one worker runs at a time; at most half of them are retrying ones',
    type: type.integer(1, 256, 'effects'),
    default: 32,
    example: '32',
    usedBy: ['worker'],
  }),
  workers: optional({
    name: 'KEYWAY_WORKERS',
    description: 'Workers that `npm start` runs',
    type: type.integer(1, 64, 'workers'),
    defaultText: 'one for each processor, at most 8',
    example: '2',
    usedBy: ['worker'],
  }),
  workerName: optional({
    name: 'KEYWAY_WORKER_NAME',
    description:
      'Name that a worker keeps over restarts, so that it takes back its work at once. Unique per running worker',
    type: type.text.max(200, 'must have at most 200 characters'),
    defaultText: 'set by `npm start`; otherwise new at each start',
    example: 'worker-1',
    usedBy: ['worker'],
  }),
  sessionIdleMinutes: setting({
    name: 'KEYWAY_SESSION_IDLE_MINUTES',
    description: 'Minutes without a request after which a person signs in again',
    type: type.integer(1, 43_200, 'minutes'),
    default: 240,
    example: '240',
    usedBy: ['api'],
  }),
  sessionHours: setting({
    name: 'KEYWAY_SESSION_HOURS',
    description: 'Hours after which a person signs in again in any case',
    type: type.integer(1, 720, 'hours'),
    default: 24,
    example: '24',
    usedBy: ['api'],
  }),
  ...RETENTION_SETTINGS,
  trustProxy: setting({
    name: 'KEYWAY_TRUST_PROXY',
    description: 'Proxies whose `X-Forwarded-For` counts. See [behind a proxy](#behind-a-proxy)',
    type: type.ipRanges,
    default: [],
    defaultText: 'none',
    example: '10.0.0.0/8,192.0.2.7',
    usedBy: ['api'],
  }),
  metricsPort: optional({
    name: 'KEYWAY_METRICS_PORT',
    description: 'Port of its own for `/metrics`, which then answers there only',
    type: type.port,
    defaultText: 'none: `/metrics` is on `PORT`',
    example: '9464',
    usedBy: ['api'],
  }),
  metricsHost: setting({
    name: 'KEYWAY_METRICS_HOST',
    description: 'Address for `KEYWAY_METRICS_PORT`',
    type: type.host,
    default: ({ host }: { host: string }) => host,
    defaultText: '`HOST`',
    example: '127.0.0.1',
    usedBy: ['api'],
  }),
  drainSeconds: setting({
    name: 'KEYWAY_DRAIN_SECONDS',
    description: 'How long a stopping api answers 503 in `/readyz` before it closes its port',
    type: type.seconds(300),
    default: 3,
    defaultText: '3; 0 with `npm start`',
    example: '10',
    usedBy: ['api'],
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    description: 'Least severe log lines to write (pino)',
    type: type.oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    default: 'info',
    example: 'info',
    usedBy: EVERYWHERE,
  }),
  ...TELEMETRY_SETTINGS,
  ...SANDBOX_SETTINGS,
};

export type Settings = typeof SETTINGS;
export type SettingKey = keyof Settings;

/** Values by key. */
export type Values = {
  [K in SettingKey]: Settings[K] extends Declared<infer T, ProcessName, infer D>
    ? D extends null
      ? T | null
      : T
    : never;
};
