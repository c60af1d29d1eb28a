/**
 * What `npm start` itself needs to know of the environment, and what it hands to the parts. The
 * parts evaluate the rest.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ArgumentError, type StartArguments } from './parseArguments.ts';
import type { SandboxPorts } from './sandboxPorts.ts';

export interface Settings {
  /** Absolute. */
  dataDir: string;
  host: string;
  port: number;
  publicUrl: string;
  demo: boolean;
  /** Undefined: the embedded database. */
  databaseUrl?: string;
  /**
   * `host:port` of a sandbox that somebody else runs; undefined: one is started, unless the clouds
   * are the real ones.
   */
  sandboxAddress?: string;
  cloud: string;
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

type Environment = Record<string, string | undefined>;

/**
 * @param root folder against which a relative `DATA_DIR` counts
 * @throws ArgumentError for a `PORT` that is none
 */
export function readSettings(
  args: StartArguments,
  environment: Environment,
  root: string,
): Settings {
  const port = args.port ?? readPort('PORT', environment.PORT, 4000);
  return {
    dataDir: resolve(root, environment.DATA_DIR || '.keyway'),
    host: environment.HOST || '127.0.0.1',
    port,
    publicUrl: environment.PUBLIC_URL || `http://localhost:${port}`,
    demo: args.demo,
    databaseUrl: environment.DATABASE_URL || undefined,
    sandboxAddress: environment.KEYWAY_SANDBOX_ADDRESS || undefined,
    cloud: environment.KEYWAY_CLOUD || 'sandbox',
  };
}

export function readPort(name: string, text: string | undefined, fallback: number): number {
  if (!text) return fallback;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new ArgumentError(
    `${name} is "${text}", not a port from 1 to 65535. Right would be, for example: ${name}=${fallback}`,
  );
}

/**
 * The environment of the api, the worker and the demo. What the person set themselves always wins.
 */
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
