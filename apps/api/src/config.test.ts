import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const faultsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return '';
};

describe('readConfig', () => {
  it('has the documented defaults', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      databaseUrl: null,
      databaseMigrationUrl: null,
      databaseDirectUrl: null,
      dataDir: '.keyway',
      sandbox: false,
      sealing: null,
      lostSealingKey: null,
      oidc: null,
      bootstrapToken: null,
      partnerName: 'My organization',
      pollScale: 1,
      logLevel: 'info',
      trustProxy: [],
      metrics: null,
      drainSeconds: 3,
      session: { idleSeconds: 4 * 3600, longestSeconds: 24 * 3600 },
    });
  });

  it('signs in with the sandbox’s provider in sandbox mode, unless told otherwise', () => {
    expect(readConfig({ KEYWAY_CLOUD: 'sandbox' }).oidc).toEqual({
      issuer: 'http://localhost:8444',
      clientId: 'keyway-console',
      clientSecret: 'sandbox-console-secret',
    });
    expect(
      readConfig({ KEYWAY_CLOUD: 'sandbox', OIDC_ISSUER: 'http://127.0.0.1:9/' }).oidc?.issuer,
    ).toBe('http://127.0.0.1:9');
  });

  it.each([
    ['PORT', 'x'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['DATA_DIR', import.meta.filename],
    ['PUBLIC_URL', 'keyway'],
    ['PUBLIC_URL', 'ftp://localhost'],
    ['PUBLIC_URL', 'http://keyway.example.com'],
    ['PUBLIC_URL', 'https://keyway.example.com/path'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_MIGRATION_URL', 'mysql://x'],
    ['DATABASE_DIRECT_URL', 'nonsense'],
    ['KEYWAY_CLOUD', 'Sandbox'],
    ['KEYWAY_SANDBOX_ADDRESS', '127.0.0.1:8443'],
    ['OIDC_ISSUER', 'http://localhost:8444'],
    ['KEYWAY_BOOTSTRAP_TOKEN', 'kw_short'],
    ['KEYWAY_SEALING_KEY_ID', 'https://keyway.vault.azure.net/secrets/data-keys'],
    ['KEYWAY_SEALING_KEY_ID', 'https://keyway.vault.azure.net.evil.example/keys/data-keys'],
    ['KEYWAY_SEALING_FORMER_KEY_IDS', 'https://keyway.vault.azure.net/keys/data-keys, local'],
    ['KEYWAY_POLL_SCALE', '0'],
    ['KEYWAY_POLL_SCALE', 'NaN'],
    ['LOG_LEVEL', 'loud'],
    ['KEYWAY_TRUST_PROXY', 'proxy.example.com'],
    ['KEYWAY_TRUST_PROXY', '10.0.0.0/33'],
    ['KEYWAY_TRUST_PROXY', '10.0.0.1,'],
    ['KEYWAY_TRUST_PROXY', 'true'],
    ['KEYWAY_METRICS_PORT', 'x'],
    ['KEYWAY_METRICS_PORT', '4000'],
    ['KEYWAY_METRICS_HOST', 'a b'],
    ['KEYWAY_DRAIN_SECONDS', '-1'],
    ['KEYWAY_DRAIN_SECONDS', '301'],
    ['KEYWAY_SESSION_IDLE_MINUTES', '0'],
    ['KEYWAY_SESSION_HOURS', '1.5'],
  ])('stops at %s=%s with the name and a right example', (name, value) => {
    const message = faultsOf({ [name]: value });
    expect(message).toContain(`${name} `);
    expect(message).toMatch(/Right would be/);
  });

  it('knows a port that no address has', () => {
    expect(
      faultsOf({ KEYWAY_CLOUD: 'sandbox', KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:99999' }),
    ).toContain('not host:port');
  });

  it('tells all faults at once', () => {
    expect(
      faultsOf({ PORT: 'x', LOG_LEVEL: 'y', KEYWAY_POLL_SCALE: '-1' }).split('\n'),
    ).toHaveLength(3);
  });

  it('never repeats a secret', () => {
    expect(
      faultsOf({ KEYWAY_BOOTSTRAP_TOKEN: 'kw_hunter2', DATABASE_URL: 'http://user:hunter2@x' }),
    ).not.toContain('hunter2');
  });

  it('takes a bootstrap token of the documented length without a checksum', () => {
    const token = `kw_${'x'.repeat(32)}`;
    expect(readConfig({ KEYWAY_BOOTSTRAP_TOKEN: token }).bootstrapToken).toBe(token);
    expect(faultsOf({ KEYWAY_BOOTSTRAP_TOKEN: `kw_${'x'.repeat(201)}` })).toContain('32 to 200');
  });
});
