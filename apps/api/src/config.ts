/**
 * The api's configuration, read once from the environment and evaluated as a whole: a wrong value
 * stops the start with every fault at once, each with the variable's name, what is wrong, and a
 * right example. A secret's value is never repeated.
 */
import { validateName } from '@keyway/core';
import { readSealing, type SealingSettings } from '@keyway/sealing';
import { dataDirFault } from '@keyway/store';
import { readRange } from './transport/clientAddress.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export interface Config {
  port: number;
  host: string;
  /** Origin that people use, without a trailing slash. */
  publicUrl: string;
  /** PostgreSQL's address; null: the embedded database under `dataDir`. */
  databaseUrl: string | null;
  /** The login that owns the tables, where `databaseUrl` names one that does not. */
  databaseMigrationUrl: string | null;
  /** Past a connection pooler. */
  databaseDirectUrl: string | null;
  dataDir: string;
  sandbox: boolean;
  /** Null: nobody can sign in with the browser; tokens work. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  bootstrapToken: string | null;
  /** Null: the local key file under `dataDir` wraps the data keys. */
  sealing: SealingSettings | null;
  /** Fingerprint of the local key file that is lost for good and may be replaced. */
  lostSealingKey: string | null;
  /** Name of the partner that an empty database gets. */
  partnerName: string;
  /** Multiplies every polling and propagation delay. */
  pollScale: number;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Addresses and CIDRs of proxies whose `X-Forwarded-For` counts. */
  trustProxy: readonly string[];
  /** Null: `/metrics` is answered where everything else is. */
  metrics: { host: string; port: number } | null;
  /**
   * So long `/readyz` says 503 before a stopping api takes nothing more, so that load balancers
   * notice.
   */
  drainSeconds: number;
  /**
   * When somebody who signed in has to sign in again: unused for so long, and in any case after so
   * long (ASVS 5, 7.3.1 and 7.3.2).
   */
  session: { idleSeconds: number; longestSeconds: number };
}

/** What is wrong with the environment, one line a fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const EXAMPLE_DATABASE = 'postgresql://keyway:secret@db.example.com:5432/keyway';
const SANDBOX_OIDC = {
  issuer: 'http://localhost:8444',
  clientId: 'keyway-console',
  clientSecret: 'sandbox-console-secret',
};
const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads variables and collects their faults. An empty value counts as not set. */
class Reader {
  readonly faults: string[] = [];
  readonly #environment: Record<string, string | undefined>;
  constructor(environment: Record<string, string | undefined>) {
    this.#environment = environment;
  }
  text(name: string): string | null {
    return this.#environment[name]?.trim() || null;
  }
  /** `validate` answers the value or throws an Error whose message is the fault. */
  value<T>(name: string, example: string, fallback: T, validate: (text: string) => T): T {
    const text = this.text(name);
    if (text === null) return fallback;
    try {
      return validate(text);
    } catch (error) {
      this.fault(name, (error as Error).message, example);
      return fallback;
    }
  }
  fault(name: string, fault: string, example: string): void {
    this.faults.push(`${name} ${fault}. Right would be, for example: ${name}=${example}`);
  }
}

function wrong(message: string): never {
  throw new Error(message);
}

function validateUrl(text: string, protocols: string[]): URL {
  if (!URL.canParse(text)) wrong('is not an absolute address');
  const url = new URL(text);
  if (!protocols.includes(url.protocol))
    wrong(`must start with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
  return url;
}

/**
 * The session cookie is `Secure`, so plain http works only where browsers take the host for secure:
 * on this machine.
 */
function validatePublicUrl(text: string): string {
  const url = validateUrl(text, ['http:', 'https:']);
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/')
    wrong('must be an origin alone, without user, path or query');
  if (url.protocol === 'http:' && !LOOPBACK_HOSTS.has(url.hostname))
    wrong('is plain http on another host than localhost; people could not sign in safely');
  return url.origin;
}

function validatePartnerName(text: string): string {
  const evaluated = validateName(text);
  return evaluated.ok ? evaluated.value : wrong('must be a name of 1 to 200 visible characters');
}

function validatePort(text: string): number {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65535
    ? port
    : wrong(`is "${text}", not a port from 0 to 65535`);
}

const validateHost = (text: string): string =>
  /^[\w.:-]+$/.test(text) ? text : wrong(`is "${text}", not a host or address`);

function validateDrain(text: string): number {
  const seconds = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && seconds <= 300
    ? seconds
    : wrong(`is "${text}", not a number of seconds from 0 to 300`);
}

function validateScale(text: string): number {
  const scale = Number(text);
  return Number.isFinite(scale) && scale > 0 ? scale : wrong(`is "${text}", not a number above 0`);
}

const validateCount =
  (unit: string, most: number) =>
  (text: string): number => {
    const count = Number(text);
    return /^\d+$/.test(text) && count >= 1 && count <= most
      ? count
      : wrong(`is "${text}", not a number of ${unit} from 1 to ${most}`);
  };

function validateOneOf<T extends string>(values: readonly T[]): (text: string) => T {
  return (text) =>
    values.find((value) => value === text) ??
    wrong(`is "${text}", not one of ${values.join(', ')}`);
}

function validateBootstrapToken(text: string): string {
  return /^kw_[\x21-\x7e]{32,200}$/.test(text)
    ? text
    : wrong('must be kw_ and 32 to 200 further characters without spaces');
}

function validateDatabaseUrl(text: string): string {
  try {
    validateUrl(text, ['postgres:', 'postgresql:']);
  } catch {
    wrong('is not the address of a PostgreSQL database');
  }
  return text;
}

function readOidc(read: Reader, sandbox: boolean): Config['oidc'] {
  const issuer = read.value(
    'OIDC_ISSUER',
    'https://login.example.com',
    null as string | null,
    (text) => {
      const url = validateUrl(text, ['http:', 'https:']);
      const plainAllowed = sandbox && LOOPBACK_HOSTS.has(url.hostname);
      if (url.protocol === 'http:' && !plainAllowed)
        wrong('is plain http, which is only for a provider on this machine in sandbox mode');
      return text.replace(/\/$/, '');
    },
  );
  const clientId = read.text('OIDC_CLIENT_ID');
  const clientSecret = read.text('OIDC_CLIENT_SECRET');
  if (sandbox) {
    const { issuer: house, clientId: houseId, clientSecret: houseSecret } = SANDBOX_OIDC;
    return {
      issuer: issuer ?? house,
      clientId: clientId ?? houseId,
      clientSecret: clientSecret ?? houseSecret,
    };
  }
  if (!read.text('OIDC_ISSUER') && !clientId && !clientSecret) return null;
  if (!read.text('OIDC_ISSUER'))
    read.fault(
      'OIDC_ISSUER',
      'is missing beside OIDC_CLIENT_ID or OIDC_CLIENT_SECRET',
      'https://login.example.com',
    );
  if (!clientId) read.fault('OIDC_CLIENT_ID', 'is missing beside OIDC_ISSUER', 'keyway-console');
  if (!clientSecret)
    read.fault('OIDC_CLIENT_SECRET', 'is missing beside OIDC_ISSUER', 'the-secret-of-that-client');
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}

/** Variables the api itself does not use but which must not be wrong or dangerous where it runs. */
function validateCloud(read: Reader, sandbox: boolean): void {
  read.value('KEYWAY_SANDBOX_ADDRESS', '127.0.0.1:8443', null as string | null, (text) => {
    if (!sandbox)
      wrong('is set although KEYWAY_CLOUD is not sandbox; real connections are never redirected');
    const port = /^(?:\[[\da-fA-F:]+\]|[\w.-]+):(\d{1,5})$/.exec(text)?.[1];
    return port && Number(port) <= 65535 ? text : wrong(`is "${text}", not host:port`);
  });
}

function validateTrustProxy(text: string): string[] {
  const ranges = text.split(',').map((range) => range.trim());
  for (const range of ranges) readRange(range);
  return ranges;
}

/** The metrics' own address. Port and host of the api itself would never be free. */
function readMetrics(read: Reader, host: string, apiPort: number): Config['metrics'] {
  const port = read.value('KEYWAY_METRICS_PORT', '9464', null as number | null, validatePort);
  const own = read.value('KEYWAY_METRICS_HOST', '127.0.0.1', host, validateHost);
  if (port !== null && port !== 0 && port === apiPort && own === host)
    read.fault('KEYWAY_METRICS_PORT', `is ${port}, which is the PORT of the api itself`, '9464');
  return port === null ? null : { host: own, port };
}

function readSealingSettings(
  read: Reader,
  environment: Record<string, string | undefined>,
  later: boolean,
): SealingSettings | null {
  const { settings, faults } = readSealing(environment, later);
  for (const { name, fault, example } of faults) read.fault(name, fault, example);
  return settings;
}

/**
 * Reads the configuration.
 * @param before the sandbox is up, so that its place is not known yet
 * @throws ConfigError with one line for every fault.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  before = false,
): Config {
  const read = new Reader(environment);
  const port = read.value('PORT', '4000', 4000, validatePort);
  const sandbox =
    read.value('KEYWAY_CLOUD', 'sandbox', 'real', validateOneOf(['real', 'sandbox'] as const)) ===
    'sandbox';
  validateCloud(read, sandbox);
  const host = read.value('HOST', '127.0.0.1', '127.0.0.1', validateHost);
  const config: Config = {
    port,
    host,
    publicUrl: read.value(
      'PUBLIC_URL',
      'https://keyway.example.com',
      `http://localhost:${port}`,
      validatePublicUrl,
    ),
    databaseUrl: read.value('DATABASE_URL', EXAMPLE_DATABASE, null, validateDatabaseUrl),
    databaseMigrationUrl: read.value(
      'DATABASE_MIGRATION_URL',
      EXAMPLE_DATABASE,
      null,
      validateDatabaseUrl,
    ),
    databaseDirectUrl: read.value(
      'DATABASE_DIRECT_URL',
      EXAMPLE_DATABASE,
      null,
      validateDatabaseUrl,
    ),
    dataDir: read.value('DATA_DIR', '/var/lib/keyway', '.keyway', (text) => {
      const fault = dataDirFault(text);
      return fault ? wrong(fault) : text;
    }),
    sandbox,
    oidc: readOidc(read, sandbox),
    sealing: readSealingSettings(read, environment, before),
    lostSealingKey: read.value('KEYWAY_SEALING_KEY_LOST', '0123456789abcdef', null, (text) =>
      /^([0-9a-f]{16}|unrecorded)$/.test(text)
        ? text
        : wrong('is not the fingerprint that the refusal to start named'),
    ),
    partnerName: read.value(
      'KEYWAY_PARTNER_NAME',
      'Northwind Partners',
      sandbox ? 'Northwind Partners' : 'My organization',
      validatePartnerName,
    ),
    bootstrapToken: read.value(
      'KEYWAY_BOOTSTRAP_TOKEN',
      `kw_${'0123456789abcdef'.repeat(2)}`,
      null,
      validateBootstrapToken,
    ),
    pollScale: read.value('KEYWAY_POLL_SCALE', '1', 1, validateScale),
    session: {
      idleSeconds:
        60 *
        read.value('KEYWAY_SESSION_IDLE_MINUTES', '240', 240, validateCount('minutes', 43_200)),
      longestSeconds:
        3600 * read.value('KEYWAY_SESSION_HOURS', '24', 24, validateCount('hours', 720)),
    },
    trustProxy: read.value(
      'KEYWAY_TRUST_PROXY',
      '10.0.0.0/8,192.0.2.7',
      [] as string[],
      validateTrustProxy,
    ),
    metrics: readMetrics(read, host, port),
    drainSeconds: read.value('KEYWAY_DRAIN_SECONDS', '10', 3, validateDrain),
    logLevel: read.value('LOG_LEVEL', 'info', 'info', validateOneOf(LOG_LEVELS)),
  };
  if (read.faults.length > 0) throw new ConfigError(read.faults.join('\n'));
  return config;
}
