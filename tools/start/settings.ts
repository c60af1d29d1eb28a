/** The settings that `npm start` uses, and the environment that it passes to its processes. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import {
  ConfigError,
  readSettings as readProcess,
  SANDBOX_AWS,
  SETTINGS,
  type Environment,
  type ProcessName,
  type Report,
  type SettingsOf,
} from '@keyway/config';
import { sealingSettings } from '@keyway/sealing';
import type { StartArguments } from './parseArguments.ts';
import type { SandboxPorts } from './sandboxPorts.ts';

/** More would need more connections than the embedded database gives. */
const MAX_WORKERS_BY_DEFAULT = 8;

export interface Settings {
  /** Absolute. */
  dataDir: string;
  host: string;
  port: number;
  publicUrl: string;
  demo: boolean;
  /** Undefined: the embedded database. */
  databaseUrl: string | undefined;
  cloud: 'real' | 'sandbox';
  /** How many workers run. */
  workers: number;
  /** False with real clouds, and where somebody else runs a sandbox. */
  startsSandbox: boolean;
}

/** What a running sandbox says about itself in its first line of output. */
export interface SandboxReport {
  /** `host:port`. */
  address: string;
  /** Path of the PEM file. */
  ca: string;
  /** Issuer of its sign-in provider. */
  identity: string;
}

/** What `npm start` sets where the person did not. */
const withStartDefaults = (
  args: StartArguments,
  environment: Environment,
  root: string,
): Environment => ({
  ...environment,
  DATA_DIR: dataFolder(environment, root),
  KEYWAY_CLOUD: environment.KEYWAY_CLOUD?.trim() || 'sandbox',
  ...(args.port !== undefined && { PORT: String(args.port) }),
});

/** Absolute; a relative `DATA_DIR` counts from the repository’s root. */
export const dataFolder = (environment: Environment, root: string): string =>
  resolve(root, environment.DATA_DIR?.trim() || SETTINGS.dataDir.default);

/**
 * Reads the settings of every process before any is started. Otherwise a process would start, end
 * and be started again before anybody learned which variable is wrong.
 * @throws ConfigError with one line per problem of any process
 */
export function readSettings(
  args: StartArguments,
  environment: Environment,
  root: string,
): Settings {
  const given = withStartDefaults(args, environment, root);
  const problems = new Set<string>();
  const read = <P extends ProcessName>(
    process: P,
    check?: (values: SettingsOf<P>, report: Report) => void,
  ): SettingsOf<P> | undefined => {
    try {
      return readProcess(process, given, { beforeStart: true, ...(check && { check }) });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) problems.add(problem);
      return undefined;
    }
  };
  const api = read('api', (values, report) => {
    if (values.port === 0) report('port', 'is 0, not a port from 1 to 65535');
    if (values.tlsCert) report('tlsCert', 'is for `npm run api`; `npm start` serves plain http');
    sealingSettings(values, report);
  });
  const worker = read('worker');
  read('sandbox');
  if (problems.size > 0 || !api || !worker) throw new ConfigError([...problems]);
  const { dataDir, host, port, publicUrl, cloud, databaseUrl } = api;
  return {
    ...{ dataDir, host, port, publicUrl, cloud },
    demo: args.demo,
    workers: worker.workers ?? Math.min(availableParallelism(), MAX_WORKERS_BY_DEFAULT),
    databaseUrl: databaseUrl ?? undefined,
    startsSandbox: cloud === 'sandbox' && api.sandboxAddress === null,
  };
}

/** The environment of the api, the worker and the demo. What the person set always wins. */
export function partEnvironment(
  settings: Settings,
  environment: Environment,
  found: {
    databaseUrl: string;
    migrationUrl?: string;
    sandbox?: SandboxReport;
    bootstrapToken?: string;
  },
): Environment {
  const { sandbox } = found;
  return {
    ...environment,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: found.databaseUrl,
    ...(found.migrationUrl && { DATABASE_MIGRATION_URL: found.migrationUrl }),
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    // Ctrl-C is pressed by somebody who waits; no load balancer stands before this.
    KEYWAY_DRAIN_SECONDS: environment.KEYWAY_DRAIN_SECONDS || '0',
    KEYWAY_CLOUD: settings.cloud,
    ...(sandbox && {
      KEYWAY_SANDBOX_ADDRESS: sandbox.address,
      KEYWAY_SANDBOX_CA: sandbox.ca,
      OIDC_ISSUER: environment.OIDC_ISSUER || sandbox.identity,
      // Instead of whatever the person uses for AWS: no real credential signs for the sandbox.
      AWS_ACCESS_KEY_ID: SANDBOX_AWS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: SANDBOX_AWS.secretAccessKey,
      AWS_SESSION_TOKEN: undefined,
    }),
    ...pace(settings, environment),
    ...(found.bootstrapToken && {
      KEYWAY_BOOTSTRAP_TOKEN: environment.KEYWAY_BOOTSTRAP_TOKEN || found.bootstrapToken,
    }),
  };
}

/**
 * The environment of the sandbox, whose clock runs as fast as the parts' and whose provider sends
 * people back to us.
 */
export function sandboxEnvironment(
  settings: Settings,
  environment: Environment,
  found: { ports: SandboxPorts; folder: string },
): Environment {
  const loopback = ['http://localhost:*/auth/callback', 'http://127.0.0.1:*/auth/callback'];
  return {
    ...environment,
    KEYWAY_SANDBOX_PORT: String(found.ports.clouds),
    KEYWAY_SANDBOX_IDENTITY_PORT: String(found.ports.identity),
    KEYWAY_SANDBOX_DIR: environment.KEYWAY_SANDBOX_DIR || found.folder,
    KEYWAY_SANDBOX_REDIRECT_URIS:
      environment.KEYWAY_SANDBOX_REDIRECT_URIS ||
      [...loopback, `${settings.publicUrl}/auth/callback`].join(','),
    ...pace(settings, environment),
  };
}

/** The demo is there to be watched: minutes of polling become seconds. */
function pace(settings: Settings, environment: Environment): Environment {
  return settings.demo ? { KEYWAY_POLL_SCALE: environment.KEYWAY_POLL_SCALE || '0.02' } : {};
}

/**
 * The token with which the demo is loaded: made once, kept for the owner's eyes in the data folder.
 */
export function demoToken(dataDir: string): string {
  const file = join(dataDir, 'demo-token');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `kw_${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Reads the line `{"listening","ca","identity"}` with which the sandbox says that it is ready;
 * undefined for any other line.
 */
export function readSandboxReport(line: string): SandboxReport | undefined {
  if (!line.startsWith('{') || !line.includes('"listening"')) return undefined;
  try {
    const value = JSON.parse(line) as { listening?: unknown; ca?: unknown; identity?: unknown };
    if (
      value.listening === undefined ||
      typeof value.ca !== 'string' ||
      typeof value.identity !== 'string'
    )
      return undefined;
    const address = String(value.listening)
      .replace(/^\w+:\/\//, '')
      .replace(/\/$/, '');
    return { address, ca: value.ca, identity: value.identity };
  } catch {
    return undefined;
  }
}
