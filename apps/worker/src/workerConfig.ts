/**
 * The worker's environment, validated at start: a wrong value stops it with the name, the fault and
 * a right example (docs/operations/configuration.md).
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readSealing, type SealingSettings } from '@keyway/sealing';
import { dataDirFault } from '@keyway/store';
import { z } from 'zod';

const CONCURRENCY = 'must be a whole number from 1 to 256, such as 32';

const databaseUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\//,
    'must be a PostgreSQL address, such as postgresql://keyway@127.0.0.1:5432/keyway',
  )
  .optional();

const environment = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_MIGRATION_URL: databaseUrl,
  DATABASE_DIRECT_URL: databaseUrl,
  DATA_DIR: z
    .string()
    .refine((path) => dataDirFault(path) === null, {
      error: ({ input }) =>
        `${dataDirFault(String(input))}; right would be a folder such as .keyway`,
    })
    .default('.keyway'),
  KEYWAY_CLOUD: z
    .enum(['real', 'sandbox'], 'must be real or sandbox, such as sandbox')
    .default('real'),
  KEYWAY_SANDBOX_ADDRESS: z
    .string()
    .regex(/^(\[[\da-fA-F:]+\]|[\w.-]+):\d{1,5}$/, 'must be host:port, such as 127.0.0.1:8443')
    .refine(
      (address) => sandboxPlace(address).port <= 65_535,
      'must have a port up to 65535, such as 127.0.0.1:8443',
    )
    .optional(),
  KEYWAY_SANDBOX_CA: z.string().optional(),
  KEYWAY_POLL_SCALE: z.coerce
    .number('must be a number above 0, such as 0.01')
    .positive('must be above 0, such as 0.01')
    .default(1),
  KEYWAY_WORKER_CONCURRENCY: z.coerce
    .number(CONCURRENCY)
    .int(CONCURRENCY)
    .min(1, CONCURRENCY)
    .max(256, CONCURRENCY)
    .default(32),
  /**
   * Given by whoever starts this worker again when it dies, the same each time; never to two at
   * once.
   */
  KEYWAY_WORKER_NAME: z
    .string()
    .max(200, 'must have at most 200 characters, such as worker-1')
    .optional(),
  KEYWAY_SEALING_KEY_LOST: z
    .string()
    .regex(
      /^([0-9a-f]{16}|unrecorded)$/,
      'must be the fingerprint that the refusal to start named, such as 0123456789abcdef',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be a pino level, such as info',
    )
    .default('info'),
});

export interface WorkerConfig extends z.infer<typeof environment> {
  /** Null: the local key file under `DATA_DIR` wraps the data keys. */
  sealing: SealingSettings | null;
}

/** What is wrong with the environment, one line a fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const isPem = (path: string): boolean =>
  statSync(path).isFile() && readFileSync(path, 'utf8').includes('-----BEGIN CERTIFICATE-----');

/**
 * Reads the configuration; an empty value counts as not set.
 * @throws ConfigError
 */
export function readWorkerConfig(env: NodeJS.ProcessEnv): WorkerConfig {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  const config = parsed.data;
  if (config.KEYWAY_CLOUD === 'sandbox') {
    if (!config.KEYWAY_SANDBOX_ADDRESS)
      throw new ConfigError(
        'KEYWAY_SANDBOX_ADDRESS: needed with KEYWAY_CLOUD=sandbox, such as 127.0.0.1:8443',
      );
    if (!config.KEYWAY_SANDBOX_CA || !existsSync(config.KEYWAY_SANDBOX_CA)) {
      throw new ConfigError(
        'KEYWAY_SANDBOX_CA: needed with KEYWAY_CLOUD=sandbox; the PEM file of the sandbox’s CA, such as .keyway/sandbox/ca.pem',
      );
    }
    if (!isPem(config.KEYWAY_SANDBOX_CA))
      throw new ConfigError(
        'KEYWAY_SANDBOX_CA: no PEM file of a certificate; the sandbox writes one, such as .keyway/sandbox/ca.pem',
      );
  } else if (config.KEYWAY_SANDBOX_ADDRESS) {
    throw new ConfigError(
      'KEYWAY_SANDBOX_ADDRESS: refused with KEYWAY_CLOUD=real; set KEYWAY_CLOUD=sandbox or leave it unset',
    );
  }
  const { settings, faults } = readSealing(env);
  if (faults.length > 0)
    throw new ConfigError(
      faults.map(({ name, fault, example }) => `${name}: ${fault}, such as ${example}`).join('\n'),
    );
  return { ...config, sealing: settings };
}

/**
 * `host:port` as sockets want it; an IPv6 address stands in brackets there and without them here.
 */
export function sandboxPlace(address: string): { host: string; port: number } {
  const colon = address.lastIndexOf(':');
  return {
    host: address.slice(0, colon).replace(/^\[|\]$/g, ''),
    port: Number(address.slice(colon + 1)),
  };
}
